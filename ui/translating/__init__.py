"""Tools for the translators: what the program says, and the file that holds it in English."""
