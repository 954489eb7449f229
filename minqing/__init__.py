"""民情账本: the account book itself; knows no Qt."""

__version__ = "0.1.0"
