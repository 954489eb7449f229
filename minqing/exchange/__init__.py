"""Taking sheets in and sending them out without losing an edit: match, plan, decide, apply, undo."""
