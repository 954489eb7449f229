"""What goes back to a sender: a copy of their own workbook in which what is wrong is marked and explained."""
