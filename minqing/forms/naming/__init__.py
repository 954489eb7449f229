"""Which column is which field, and what the rows of a sheet are about."""
