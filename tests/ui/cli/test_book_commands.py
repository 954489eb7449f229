"""demo, new, check, backup, restore and forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.cli.conftest import PASSWORD, Run


def test_demo_makes_a_sample_book(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "样本.mqb"
    ran = run("demo", book, "--households", 12, "--seed", 3, "--json")
    assert ran.status == 0
    assert ran.json["households"] == 12
    assert ran.json["visits"] > 0
    assert run("list", book, "household", "--json").json["items"]


def test_the_same_seed_gives_the_same_people(run: Run, tmp_path: Path) -> None:
    names = []
    for number in (1, 2):
        run("demo", tmp_path / f"{number}.mqb", "--households", 8, "--seed", 5)
        people = run("list", tmp_path / f"{number}.mqb", "居民", "--json").json["items"]
        names.append([one["fields"]["name"] for one in people])
    assert names[0] == names[1]


def test_a_book_is_never_overwritten(run: Run, book: Path) -> None:
    before = book.read_bytes()
    for command in (["demo", book], ["new", book, "--owner", "罗×", "--street", "街", "--community", "社区"]):
        ran = run(*command, "--json")
        assert (ran.status, ran.json["error"]["code"]) == (2, "ledger_exists")
    assert book.read_bytes() == before


def test_new_makes_an_empty_book(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "新账本.mqb"
    ran = run("new", book, "--owner", "罗×", "--street", "新光路街道", "--community", "生活桥社区", "--json")
    assert (ran.status, ran.json["households"]) == (0, 0)
    assert run("list", book, "户", "--json").json == {"items": []}
    assert run("undo", book, "--json").json["error"]["code"] == "nothing_to_undo"


@pytest.mark.parametrize("households", ["0", "-3", "20001"])
def test_demo_of_an_impossible_size(run: Run, tmp_path: Path, households: str) -> None:
    assert run("demo", tmp_path / "样本.mqb", f"--households={households}").status == 2
    assert not list(tmp_path.glob("*.mqb"))


def test_check_of_a_sound_book(run: Run, book: Path) -> None:
    assert run("check", book).out == "账本完好。\n"
    assert run("check", book, "--json").json == {"problems": []}


def test_check_of_a_damaged_book(run: Run, book: Path) -> None:
    content = bytearray(book.read_bytes())
    content[len(content) // 2] ^= 0xFF
    book.write_bytes(content)
    ran = run("check", book, "--json")
    assert (ran.status, len(ran.json["problems"])) == (1, 1) or ran.json["error"]["code"] == "damaged_ledger"


def test_backup_and_restore(run: Run, book: Path, tmp_path: Path) -> None:
    made = run("backup", book, "--to", tmp_path / "U盘", "--json").json["file"]
    assert Path(made).parent == tmp_path / "U盘"
    restored = tmp_path / "恢复.mqb"
    assert run("restore", made, "--to", restored, "--json").status == 0
    one, other = (run("stats", path, "--json").json for path in (book, restored))
    assert one == other


def test_restore_over_a_book_is_refused(run: Run, book: Path) -> None:
    made = run("backup", book, "--json").json["file"]
    ran = run("restore", made, "--to", book, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "ledger_exists")


def test_restore_asks_for_the_right_password(
    run: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = run("backup", book, "--json").json["file"]
    monkeypatch.setenv("MINQING_PASSWORD", f"不是{PASSWORD}")
    ran = run("restore", made, "--to", tmp_path / "恢复.mqb", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "wrong_password")
    assert not (tmp_path / "恢复.mqb").exists()


def test_forms_lists_what_a_sheet_can_be(run: Run) -> None:
    forms = {one["name"]: one for one in run("forms", "--json").json["forms"]}
    assert {"民情台账", "走访台账", "居民诉求登记表", "居民信息表"} <= forms.keys()
    phone = next(one for one in forms["民情台账"]["columns"] if one["label"] == "联系电话")
    assert phone == {"label": "联系电话", "field": "head.phones", "masked": True}
    assert "民情台账" in run("forms").out
