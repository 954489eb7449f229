"""Side-by-side measurements: what we do, next to the least that anyone could do for the same result."""
