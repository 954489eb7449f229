"""What a matched row changes: cell by cell against what was exchanged before, and the records that it adds."""
