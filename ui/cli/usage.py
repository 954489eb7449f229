"""Help in Chinese, and wrong usage explained in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minqing.errors import UsageError
from ui.cli.commands import COMMANDS
from ui.cli.showing import table

INTERRUPTED = 130
"""What typer gives back when somebody pressed Ctrl-C."""

_BRACKETED = re.compile(r" \((.*)\)\s*$", re.DOTALL)


def overview() -> Iterator[str]:
    """The text of ``minqing --help``."""
    yield "民情账本：社区民情助理的入户走访与诉求台账。"
    yield ""
    yield "minqing [BOOK]  打开窗口；BOOK 是账本文件。"
    yield "minqing 命令 …  不开窗口，直接做一件事："
    yield ""
    yield from table([(f"  {name}", command.purpose) for name, command in COMMANDS.items()])
    yield ""
    yield "minqing 命令 --help 看一个命令的用法；--json 让它只输出一个 JSON 对象，供脚本使用。"
    yield "密码：在终端里输入，或放在环境变量 MINQING_PASSWORD，或用 --password-file 指明文件。"
    yield "表格设了打开密码时在终端里输入，或放在环境变量 MINQING_SHEET_PASSWORD。"
    yield "退出码：0 已完成；1 已完成，但有几行要人来定（有误、冲突、待定）；2 没有做，账本没有改动。"


def help_for(name: str, command: Any) -> Iterator[str]:
    """The text of ``minqing NAME --help``; ``command`` is what typer built."""
    yield f"用法：minqing {name} {COMMANDS[name].usage}".rstrip()
    yield ""
    yield f"{COMMANDS[name].purpose}。"
    for kind, title in (("argument", "参数："), ("option", "选项：")):
        rows = [(f"  {_name(param)}", param.help or "") for param in command.params if param.param_type_name == kind]
        if rows:
            yield ""
            yield title
            yield from table(rows)


def explained(error: Any, name: str) -> UsageError:
    """What typer says about wrong usage of the command ``name``, as a Chinese sentence."""
    return UsageError(f"{_sentence(error)}用 minqing {name} --help 看用法。")


def _sentence(error: Any) -> str:
    match type(error).__name__:
        case "NoSuchOption":
            near = error.possibilities or ()
            meant = f"是不是要写 {'、'.join(sorted(near))}？" if near else ""
            return f"没有“{error.option_name}”这个选项。{meant}"
        case "MissingParameter":
            return f"缺少 {_name(error.param)}：{error.param.help}。"
        case "BadParameter" if error.param is not None:
            return f"{_name(error.param)} 填得不对：{error.param.help}。"
        case "BadOptionUsage":
            return f"选项 {error.option_name} 用得不对：后面要有一个值，开关则不带值。"
        case _:
            extra = _BRACKETED.search(str(error.message))
            return f"多了这些参数：{extra[1]}。" if extra else "命令写得不对。"


def _name(param: Any) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar)
    flag = "、".join(param.opts)
    return flag if getattr(param, "is_flag", False) else f"{flag} {param.metavar or ''}".rstrip()
