"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Book = Annotated[Path, typer.Argument(metavar="BOOK", help="账本文件（.mqb）")]
Json = Annotated[bool, typer.Option("--json", help="只输出一个 JSON 对象")]
PasswordFile = Annotated[Path | None, typer.Option("--password-file", metavar="FILE", help="密码文件，第一行是密码")]
Week = Annotated[str, typer.Option("--week", metavar="W", help="哪一周，如 2026-W47")]
From = Annotated[str, typer.Option("--from", metavar="D", help="从哪天起，如 2026-11-01")]
Until = Annotated[str, typer.Option("--until", metavar="D", help="到哪天止（含当天），如 2026-11-30")]
Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="household 家庭、building 楼栋、resident 居民、visit 走访、appeal 诉求、contact 力量（中英文都可以）",
    ),
]
Pairs = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="栏名=内容，如 姓名=王桂芳；可以写几个")]
