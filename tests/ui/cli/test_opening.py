"""Where the password comes from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from minqing.errors import (
    EmptyPassword,
    EncryptedSheet,
    NoPassword,
    PasswordFileTrouble,
    PasswordsDiffer,
    WrongSheetPassword,
)
from tests.ui.cli.conftest import PASSWORD, Run
from ui.cli.opening import password_for, read_locked


@pytest.fixture(autouse=True)
def no_password_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINQING_PASSWORD", raising=False)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody types at the terminal, in order."""
    answers: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    left: Iterator[str] = iter(answers)
    monkeypatch.setattr("getpass.getpass", lambda question: next(left))
    return answers


@pytest.mark.parametrize(
    "content",
    [
        f"{PASSWORD}\n第二行".encode(),
        f"{PASSWORD}\r\n".encode("utf-8-sig"),
        PASSWORD.encode("utf-16"),
        f"{PASSWORD}\r\n".encode(),
    ],
    ids=["utf-8", "with mark", "utf-16", "windows line end"],
)
def test_first_line_of_a_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "密码.txt"
    file.write_bytes(content)
    assert password_for(file) == PASSWORD


def test_spaces_belong_to_the_password(tmp_path: Path) -> None:
    file = tmp_path / "密码.txt"
    file.write_bytes(" 有 空格 \n".encode())
    assert password_for(file) == " 有 空格 "


@pytest.mark.parametrize(("content", "why"), [(b"", "空的"), (b"\n\n", "空的"), (b"\xff\xfa\x00", "不是 UTF-8")])
def test_a_file_without_a_password(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "密码.txt"
    file.write_bytes(content)
    with pytest.raises(PasswordFileTrouble, match=why):
        password_for(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PasswordFileTrouble, match="找不到"):
        password_for(tmp_path / "没有.txt")


def test_the_file_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "密码.txt"
    file.write_text("文件里的", encoding="utf-8")
    monkeypatch.setenv("MINQING_PASSWORD", "环境里的")
    assert password_for(file) == "文件里的"
    assert password_for(None) == "环境里的"


def test_no_terminal_and_no_password() -> None:
    with pytest.raises(NoPassword):
        password_for(None)


def test_asked_once_for_a_book_and_twice_for_a_new_one(typed: list[str]) -> None:
    typed += ["甲", "乙", "乙"]
    assert password_for(None) == "甲"
    assert password_for(None, new=True) == "乙"


def test_typed_differently(typed: list[str]) -> None:
    typed += ["甲", "乙"]
    with pytest.raises(PasswordsDiffer):
        password_for(None, new=True)


def test_nothing_typed(typed: list[str]) -> None:
    typed += [""]
    with pytest.raises(EmptyPassword):
        password_for(None)


def test_the_option_may_come_last(run: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "密码.txt"
    file.write_text(PASSWORD, encoding="utf-8")
    monkeypatch.delenv("MINQING_PASSWORD")
    assert run("check", book, "--json", "--password-file", file).json == {"problems": []}


def test_wrong_password(run: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINQING_PASSWORD", "猜的")
    ran = run("check", book, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "wrong_password")


def test_a_missing_book_is_said_before_a_password_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINQING_PASSWORD")
    assert run("check", "没有.mqb", "--json").json["error"]["code"] == "ledger_missing"


LOCKED = Path("来表.xlsx")


def _locked(password: str | None = None) -> str:
    """A sheet that opens with one password, as reading it would behave."""
    if password is None:
        raise EncryptedSheet(LOCKED)
    if password != "表格密码":
        raise WrongSheetPassword(LOCKED)
    return "读到了"


@pytest.fixture(autouse=True)
def no_sheet_password_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINQING_SHEET_PASSWORD", raising=False)


def test_a_sheet_without_password_is_just_read() -> None:
    assert read_locked(LOCKED, lambda password=None: f"没有问：{password}") == "没有问：None"


def test_a_sheet_password_is_asked_for_and_may_be_typed_again(typed: list[str]) -> None:
    typed += ["不对", "也不对", "表格密码"]
    assert read_locked(LOCKED, _locked) == "读到了"


def test_three_wrong_sheet_passwords_are_enough(typed: list[str]) -> None:
    typed += ["一", "二", "三", "表格密码"]
    with pytest.raises(WrongSheetPassword):
        read_locked(LOCKED, _locked)


def test_no_answer_leaves_the_sheet_closed(typed: list[str]) -> None:
    typed += [""]
    with pytest.raises(EncryptedSheet, match="MINQING_SHEET_PASSWORD"):
        read_locked(LOCKED, _locked)


def test_a_sheet_password_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINQING_SHEET_PASSWORD", "表格密码")
    assert read_locked(LOCKED, _locked) == "读到了"


def test_without_a_terminal_the_error_names_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(EncryptedSheet, match="MINQING_SHEET_PASSWORD"):
        read_locked(LOCKED, _locked)
    monkeypatch.setenv("MINQING_SHEET_PASSWORD", "不对")
    with pytest.raises(WrongSheetPassword):
        read_locked(LOCKED, _locked)
