"""Whose sheets come in: who sent them, who has not yet, and what they get back."""
