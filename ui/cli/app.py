"""Runs one command: builds it from its function, explains wrong usage, turns errors into exit statuses."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer
import typer.main

from minqing import __version__
from minqing.errors import MinqingError, UsageError
from ui.cli import showing, usage
from ui.cli.commands import COMMANDS


def run(arguments: Sequence[str]) -> int:
    """Run ``minqing`` with these arguments; gives 0, 1 or 2 as the interface says. Never raises."""
    given = list(arguments)
    as_json = "--json" in given
    try:
        return _dispatch(given)
    except MinqingError as error:
        return showing.fail(error, as_json=as_json)
    except typer.TyperException as error:
        return showing.fail(usage.explained(error, given[0]), as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return showing.fail(UsageError("已停下，没有做完的改动没有保存。"), as_json=as_json)
    except Exception:
        showing.complain(traceback.format_exc())
        return showing.fail(
            MinqingError("程序出错了，这次操作没有做完。请把上面的技术信息发给开发者。"), as_json=as_json
        )


def _dispatch(given: list[str]) -> int:
    name, *rest = given
    if name == "--version":
        showing.print_lines([f"民情账本 {__version__}"])
        return showing.DONE
    if name in {"--help", "-h"}:
        showing.print_lines(usage.overview())
        return showing.DONE
    if name not in COMMANDS:
        raise UsageError(_unknown(name))
    command = _built(name)
    if _asks_for_help(rest):
        showing.print_lines(usage.help_for(name, command))
        return showing.DONE
    status = command.main(rest, prog_name=f"minqing {name}", standalone_mode=False, windows_expand_args=False)
    return _checked(status)


def _built(name: str) -> Any:
    command = COMMANDS[name]
    function = getattr(import_module(f"ui.cli.{command.module}"), command.function)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, add_help_option=False)(function)
    return typer.main.get_command(app)


def _asks_for_help(rest: list[str]) -> bool:
    options = rest[: rest.index("--")] if "--" in rest else rest
    return "--help" in options or "-h" in options


def _checked(status: object) -> int:
    if status == usage.INTERRUPTED:
        raise KeyboardInterrupt
    return status if isinstance(status, int) else showing.DONE


def _unknown(name: str) -> str:
    if name.startswith("-"):
        return f"没有“{name}”这个选项。请先写命令，再写选项；用 minqing --help 看有哪些命令。"
    near = get_close_matches(name, COMMANDS, n=1)
    meant = f"是不是要写 {near[0]}？" if near else ""
    return f"没有“{name}”这个命令。{meant}用 minqing --help 看有哪些命令。"
