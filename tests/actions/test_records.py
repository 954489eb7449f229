"""Adding, correcting and removing single records; fields by the names that people use."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.actions.records import filled_in, remove_records, save_records
from minqing.errors import BadChoice, BadDate, RecordInUse, RecordMissing, StaleRecord, UnknownField
from minqing.ledger import Ledger
from minqing.records.base import Record
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit


def test_new_records_are_added_and_known_ones_updated_as_one_change(ledger: Ledger, home: Household) -> None:
    before = ledger.version
    records = [home.with_values({"notes": "已核对"}), Resident(household=home.id, name="韦国强", relation="夫")]
    changes = save_records(ledger, records, label="核对一家")
    assert (changes.label, changes.updated, len(changes.added)) == ("核对一家", (home.id,), 1)
    assert ledger.version == before + 1
    assert ledger.records(Household, notes="已核对")[0].id == home.id
    assert [one.name for one in ledger.records(Resident, household=home.id)] == ["谢玉兰", "韦国强"]


def test_saving_is_undone_as_one(ledger: Ledger, home: Household) -> None:
    save_records(ledger, [home.with_values({"notes": "已核对"}), Contact(name="冯×")], label="两件事")
    ledger.undo()
    found = ledger.get(home.id)
    assert isinstance(found, Household)
    assert found.notes == ""
    assert ledger.count(Contact) == 0


def test_saving_what_did_not_change_is_no_change(ledger: Ledger, home: Household) -> None:
    before = ledger.version
    assert not save_records(ledger, [home], label="没改")
    assert ledger.version == before


def test_saving_over_a_newer_version_is_refused_whole(ledger: Ledger, home: Household) -> None:
    save_records(ledger, [home.with_values({"notes": "先"})], label="先改")
    with pytest.raises(StaleRecord):
        save_records(ledger, [Contact(name="冯×"), home.with_values({"notes": "后"})], label="后改")
    assert ledger.count(Contact) == 0
    assert [one.notes for one in ledger.records(Household)] == ["先", ""]


def test_removed_records_come_back_with_undo(ledger: Ledger, home: Household) -> None:
    [head] = ledger.records(Resident)
    changes = remove_records(ledger, [head.id, home.id], label="删除一户")
    assert set(changes.removed) == {head.id, home.id}
    ledger.undo()
    back = ledger.get(head.id)
    assert isinstance(back, Resident)
    assert back.values() == head.values()


def test_household_with_members_is_not_removed_alone(ledger: Ledger, home: Household) -> None:
    with pytest.raises(RecordInUse):
        remove_records(ledger, [home.id], label="删除")
    assert ledger.find(home.id) == home


def test_removing_what_is_not_there_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RecordMissing):
        remove_records(ledger, ["H-000000-0001C"], label="删除")


@pytest.mark.parametrize(
    ("model", "name", "text", "expected"),
    [
        (Resident, "phones", "16900000107", {"phones": ("16900000107",)}),
        (Resident, "联系电话", "16900000107", {"phones": ("16900000107",)}),
        (Resident, "手机号", "16900000107", {"phones": ("16900000107",)}),
        (Resident, "与户主关系", "妻", {"relation": "妻"}),
        (Visit, "走访日期", "2026年11月19日", {"visited_on": date(2026, 11, 19)}),
        (Visit, "走访时间", "2026-11-19 15:20", {"visited_on": date(2026, 11, 19), "visited_at": time(15, 20)}),
        (
            Household,
            "门牌",
            "3栋2单元501",
            {"building": "3", "unit": "2", "floor": "5", "room": "501", "detail": ""},
        ),
    ],
)
def test_field_by_name_label_alias_or_composite(
    model: type[Record], name: str, text: str, expected: dict[str, object]
) -> None:
    assert filled_in(model, {name: text}) == expected


def test_several_fields_at_once(ledger: Ledger) -> None:
    values = filled_in(Resident, {"姓名": "范立新", "性别": "男性", "重点人群": "低保户、残疾"})
    assert values == {"name": "范立新", "sex": "男", "care_groups": ("低保", "残疾人")}


def test_blank_text_empties_a_field() -> None:
    assert filled_in(Visit, {"下次走访日期": "", "走访人": ""}) == {"next_on": None, "visitors": ()}


def test_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownField, match=r"“居民”没有“年薪”这一栏.*姓名、与户主关系"):
        filled_in(Resident, {"姓名": "范立新", "年薪": "1"})


def test_wrong_text_is_refused() -> None:
    with pytest.raises(BadDate):
        filled_in(Visit, {"走访日期": "不久以前"})
    with pytest.raises(BadChoice):
        filled_in(Visit, {"走访结果": "飞走了"})
