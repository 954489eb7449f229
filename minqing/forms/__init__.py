"""Sheets: reading any spreadsheet file, finding its tables, naming their columns, learning an office's own form."""
