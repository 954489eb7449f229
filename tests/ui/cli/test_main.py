"""Starting the program: the window or a command, help, and what goes wrong outside any command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from minqing import __version__
from tests.ui.cli.conftest import PASSWORD, Run
from ui.cli import main
from ui.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[3]


def program(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=ROOT,
        env={**os.environ, "MINQING_PASSWORD": PASSWORD, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The books that windows were opened for."""
    seen: list[Path | None] = []

    def run_window(book: Path | None) -> int:
        seen.append(book)
        return 0

    window = ModuleType("ui.app")
    window.run_window = run_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ui.app", window)
    return seen


def test_no_argument_opens_the_window(opened: list[Path | None]) -> None:
    assert main([]) == 0
    assert opened == [None]


def test_a_book_opens_the_window(opened: list[Path | None], tmp_path: Path) -> None:
    book = tmp_path / "账本.mqb"
    book.touch()
    assert main([str(book)]) == 0
    assert opened == [book]


def test_a_book_that_is_not_there_opens_nothing(opened: list[Path | None], run: Run, tmp_path: Path) -> None:
    ran = run(tmp_path / "没有.mqb")
    assert (ran.status, ran.out, opened) == (2, "", [])
    assert "找不到账本" in ran.err


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_overview_names_every_command(run: Run, option: str) -> None:
    ran = run(option)
    assert ran.status == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_chinese_help(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"用法：minqing {name}")
    assert "Options" not in ran.out
    options = COMMANDS[name].usage.split("--")[1:]
    assert all(f"--{option.split()[0].rstrip(']')}" in ran.out for option in options)


def test_version(run: Run) -> None:
    assert run("--version").out == f"民情账本 {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["impotr", "a", "b"], "没有“impotr”这个命令。是不是要写 import？"),
        (["--jsn"], "没有“--jsn”这个选项。请先写命令"),
        (["show", "a.mqb"], "缺少 ID："),
        (["import", "a.mqb"], "缺少 FILE..."),
        (["export", "a.mqb", "民情台账"], "缺少 --to FILE"),
        (["show", "a.mqb", "x", "--jsn"], "没有“--jsn”这个选项。"),
        (["due", "a.mqb", "--on"], "选项 --on 用得不对"),
        (["forms", "账本.mqb", "多余"], "多了这些参数：多余"),
        (["undo", "a.mqb", "abc"], "CHANGE 填得不对：改动的号码（整数"),
        (["demo", "a.mqb", "--households", "many"], "--households N 填得不对"),
        (["import", "a.mqb", "b.xlsx", "--on-conflict", "mine"], "--on-conflict park|ours|theirs 填得不对"),
    ],
)
def test_wrong_usage_is_explained_in_chinese(run: Run, arguments: list[str], sentence: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert sentence in ran.err
    assert "Error" not in ran.err


def test_wrong_usage_with_json_gives_one_object(run: Run) -> None:
    ran = run("show", "a.mqb", "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "usage"
    assert ran.json["error"]["message"] in ran.err


def test_interruption_is_not_done(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.cli.form_commands.builtin_forms", interrupted)
    ran = run("forms", "--json")
    assert ran.status == 2
    assert "已停下" in ran.json["error"]["message"]


def test_our_own_bug_is_not_done_and_leaves_a_trace(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("broken by the test")

    monkeypatch.setattr("ui.cli.form_commands.builtin_forms", broken)
    ran = run("forms", "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "error"
    assert "broken by the test" in ran.err


def test_output_is_utf8_on_any_console(book: Path) -> None:
    ran = program("forms", "--json", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert ran.returncode == 0
    assert "居民信息表" in ran.stdout.decode("utf-8")
    assert "找不到账本" in program("没有.mqb", PYTHONIOENCODING="ascii").stderr.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(book: Path) -> None:
    command = f'"{sys.executable}" -m ui list "{book}" resident --json | head -c 20; exit ${{PIPESTATUS[0]}}'
    variables = {**os.environ, "MINQING_PASSWORD": PASSWORD}
    ran = subprocess.run(["bash", "-c", command], cwd=ROOT, env=variables, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_commands_start_without_what_they_do_not_need() -> None:
    code = (
        "import sys; from ui.cli import main; main(['forms', '--json']); "
        "heavy = {'PySide6', 'openpyxl', 'python_calamine', 'pypinyin', 'typst', 'sqlalchemy'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
