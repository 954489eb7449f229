"""find, show, list, due, stats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.cli.conftest import TODAY, WEEK, Run


def first(run: Run, book: Path, kind: str) -> dict[str, object]:
    """The first record of a kind."""
    return dict(run("list", book, kind, "--json").json["items"][0])


def test_find_by_door_and_by_name(run: Run, book: Path) -> None:
    person = first(run, book, "resident")
    name = str(person["fields"]["name"])  # type: ignore[index]
    results = run("find", book, name, "--json").json["results"]
    assert results[0].keys() == {"id", "kind", "label", "household"}
    assert person["id"] in [one["id"] for one in results]
    home = first(run, book, "household")["fields"]
    door = f"{home['building']}-{home['unit']}-{home['room']}"  # type: ignore[index]
    (found, *_) = run("find", book, door, "--json").json["results"]
    assert found["kind"] == "household"
    assert found["label"].startswith("1栋")


def test_find_nothing(run: Run, book: Path) -> None:
    assert run("find", book, "没有这个人啊", "--json").json == {"results": []}
    assert run("find", book, "没有这个人啊").out == "没有找到“没有这个人啊”。\n"


def test_show_gives_every_field_in_json_values(run: Run, book: Path) -> None:
    visit = first(run, book, "visit")
    shown = run("show", book, visit["id"], "--json").json
    assert shown == visit
    assert list(shown) == ["id", "kind", "revision", "fields", "extra"]
    assert shown["kind"] == "visit"
    assert shown["fields"]["visited_on"].startswith("2026-")
    assert isinstance(shown["fields"]["visitors"], list)
    assert shown["fields"]["notes"] == ""
    assert shown["extra"] == {}
    assert run("show", book, str(visit["id"]).lower(), "--json").json == shown


def test_unset_numbers_and_dates_are_null(run: Run, book: Path) -> None:
    home = run("list", book, "家庭", "--json").json["items"][0]
    assert home["fields"]["population"] is None
    visit = run("add", book, "走访", f"走访家庭={home['id']}", "走访日期=2026-11-19", "--json").json
    assert visit["fields"]["next_on"] is None


def test_people_see_masked_numbers_and_scripts_the_whole(run: Run, book: Path) -> None:
    residents = run("list", book, "resident", "--json").json["items"]
    person = next(one for one in residents if one["fields"]["phones"])
    phone, number = person["fields"]["phones"][0], person["fields"]["id_number"]
    shown = run("show", book, person["id"]).out
    assert phone not in shown
    assert number not in shown
    assert f"{phone[:3]}****{phone[-4:]}" in shown
    assert phone not in run("list", book, "resident").out


def test_show_of_nothing(run: Run, book: Path) -> None:
    ran = run("show", book, "H-000000-00000", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "record_missing")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("household", "household"), ("家庭", "household"), ("户", "household"), ("楼栋", "building"), ("居民", "resident"),
     ("走访", "visit"), ("诉求", "appeal"), ("力量", "contact"), ("Contact", "contact")],
)  # fmt: skip
def test_list_by_either_word(run: Run, book: Path, word: str, kind: str) -> None:
    items = run("list", book, word, "--json").json["items"]
    assert {one["kind"] for one in items} == {kind}


def test_list_is_in_door_order_for_people_too(run: Run, book: Path) -> None:
    lines = run("list", book, "household").out.splitlines()
    assert lines[0].split()[:3] == ["编号", "小区", "门牌"]
    assert lines[-1] == "共 30 条家庭。"


def test_list_of_an_unknown_kind(run: Run, book: Path) -> None:
    ran = run("list", book, "宠物", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "unknown_kind")
    assert "household（家庭）" in ran.err


def test_due_says_who_and_why(run: Run, book: Path) -> None:
    found = run("due", book, "--on", TODAY, "--json").json
    assert found["on"] == "2026-11-20"
    assert found["households"]
    one = found["households"][0]
    assert one.keys() == {"id", "label", "due_on", "reasons", "last_visit"}
    assert one["due_on"] <= "2026-11-20"
    assert f"该走访 {len(found['households'])} 户" in run("due", book, "--on", "2026年11月20日").out


def test_due_on_no_day(run: Run, book: Path) -> None:
    ran = run("due", book, "--on", "明天吧", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "bad_date")


def test_stats_of_everything_and_of_a_week(run: Run, book: Path) -> None:
    whole = run("stats", book, "--json").json
    week = run("stats", book, "--week", WEEK, "--json").json
    days = run("stats", book, "--from", "2026-11-16", "--until", "2026-11-22", "--json").json
    assert whole["from"] is None
    assert (week["from"], week["until"]) == ("2026-11-16", "2026-11-22")
    assert week == days
    assert 0 < week["visits"] < whole["visits"]
    assert whole["households"] == 30
    assert whole["coverage"]["1栋"]["whole"] == 30
    assert sum(whole["by_state"].values()) == whole["appeals"]
    assert "办结率" in run("stats", book).out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--week", "2026-W60"], "bad_date"),
        (["--week", "2026-W47", "--from", "2026-11-01"], "usage"),
        (["--until", "2026-11-01"], "usage"),
        (["--from", "2026-11-20", "--until", "2026-11-01"], "bad_order"),
    ],
)
def test_impossible_periods(run: Run, book: Path, options: list[str], code: str) -> None:
    ran = run("stats", book, *options, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, code)
