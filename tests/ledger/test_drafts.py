"""Drafts: kept in the encrypted file without a change, replaced, dropped, and never too many."""

from __future__ import annotations

from pathlib import Path

from minqing.ledger import Ledger
from tests.ledger.conftest import PASSWORD


def test_a_draft_survives_closing_and_makes_no_change(book: Ledger, path: Path) -> None:
    version = book.version
    book.drafts.keep("周报", "选了 5 处")
    book.drafts.keep("周报", "选了 6 处")
    assert book.version == version
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        assert again.drafts.find("周报") == "选了 6 处"
        assert again.check() == []
        assert again.profile.owner == "甲助理"
        again.drafts.drop("周报")
        assert again.drafts.find("周报") == ""
    assert "选了".encode() not in path.read_bytes()


def test_old_drafts_make_room(book: Ledger) -> None:
    for number in range(45):
        book.drafts.keep(f"表{number}", str(number))
    book.drafts.keep("表5", "又动过")
    assert [book.drafts.find(f"表{number}") for number in (4, 5, 6, 44)] == ["", "又动过", "6", "44"]
