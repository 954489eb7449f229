"""Sheets: reading any spreadsheet file, finding the header, naming its columns, the forms as data."""
