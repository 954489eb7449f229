"""One module per subject; each has a function ``measure(scale)`` that yields results."""
