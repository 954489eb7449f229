"""Learning an office's own form from its workbook, and how such a sheet looks."""
