"""One small function per thing a user does; each writes one change."""
