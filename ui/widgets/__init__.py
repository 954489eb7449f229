"""Generic widgets: nothing in here knows a household from an appeal."""
