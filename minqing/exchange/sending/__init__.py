"""Which rows a sheet takes out, and by what those without 记录编号 are known when they come back."""
