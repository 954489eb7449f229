"""Where the tables of a sheet stand, what stands around them, and which of their rows are data."""
