"""Any spreadsheet file as plain cells, whatever it is and whatever it is called; and an .xlsx file as its parts."""
