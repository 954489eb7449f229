"""Drawers and dialogs that build a draft and hand it to an action."""
