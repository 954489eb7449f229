"""``python -m ui`` is the minqing program."""

from __future__ import annotations

from ui.cli import main

raise SystemExit(main())
