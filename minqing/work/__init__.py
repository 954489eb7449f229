"""What follows from the records: who is due, the steps of an appeal, coverage and figures."""
