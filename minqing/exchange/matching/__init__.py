"""Which records a row is about, and which are likely entered twice: by ids, doors, ID numbers and names."""
