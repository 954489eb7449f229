"""The account of an exchange: records and fields by what was done to them, with what lost, numbers masked."""

from __future__ import annotations

from pathlib import Path

from minqing.actions.restoring import restore_value
from minqing.exchange.account import account_of, kept_words
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice
from minqing.ledger import Ledger
from minqing.records.resident import Resident
from tests.exchange.conftest import plan_of, sheet

PEOPLE = "小区|门牌|姓名|与户主关系|性别|身份证号|出生日期|联系电话"


def test_an_account_tells_what_was_added_changed_and_declined(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["生活桥小区|1-2-501|谢玉兰|户主|女|||16900000999", "生活桥小区|1-2-501|武松|子|男|||16900000888"]
    plan = plan_of(ledger, sheet(tmp_path / "居民.xlsx", PEOPLE, *rows), partner="派出所")
    apply_plan(ledger, plan.decide_field("resident", "phones", Choice.OURS))
    (exchange,) = ledger.exchanges()
    account = account_of(ledger, exchange)
    assert account.together == 1
    assert account.counts == {("居民", "add"): 1, ("居民", "update"): 1, ("居民", "decline"): 1}
    told = {(one.action, one.name, one.label): (one.before, one.after) for one in account.deeds}
    assert told["decline", "1栋2单元501 谢玉兰", "联系电话"] == ("169****0999", "169****0107")
    assert told["update", "1栋2单元501 谢玉兰", "性别"] == ("", "女")
    before, after = told["add", "1栋2单元501 武松", ""]
    assert (before, "联系电话 169****0888" in after) == ("", True)
    declined = next(one for one in account.deeds if one.action == "decline")
    assert account.change is not None
    restore_value(ledger, record_id=declined.record_id, field=declined.field, change_id=account.change.id)
    (head,) = (one for one in ledger.records(Resident) if one.name == "谢玉兰")
    assert head.phones == ("16900000999",)
    with ledger.change("更正") as tx:
        tx.update(head.with_values({"sex": "男"}))
    undone = ledger.undo(account.change.id)
    assert kept_words(undone.kept) == ["谢玉兰 性别：后来又改过"]
    (back,) = ledger.exchanges(undone=True)
    again = account_of(ledger, back)
    assert again.undoing is not None
    assert ledger.exchanges() == []


def test_a_column_that_no_field_knows_is_decided_told_and_brought_back(ledger: Ledger, tmp_path: Path) -> None:
    headers = f"{PEOPLE}|饲养宠物"
    for pet in ("猫", "狗"):
        path = sheet(tmp_path / f"{pet}.xlsx", headers, f"生活桥小区|1-2-501|谢玉兰|户主|||||{pet}")
        apply_plan(ledger, plan_of(ledger, path, f"{pet}友会").decide_all(Choice.OURS))
    account = account_of(ledger, ledger.exchanges()[0])
    (deed,) = account.deeds
    assert (deed.action, deed.label, deed.before, deed.after) == ("decline", "其他栏", "饲养宠物：狗", "饲养宠物：猫")
    (chosen,) = account.decided
    assert (chosen.label, chosen.before, chosen.after) == ("饲养宠物", "来表 狗；本机 猫", "用本机")
    assert account.change is not None
    restore_value(ledger, record_id=deed.record_id, field=deed.field, change_id=account.change.id)
    assert ledger.get(deed.record_id).extra == {"饲养宠物": "狗"}


def test_what_was_taken_back_keeps_its_name(ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|8-9-1901|武松|户主|男|||")
    apply_plan(ledger, plan_of(ledger, path, partner="派出所"))
    done = account_of(ledger, ledger.exchanges()[0])
    assert done.change is not None
    ledger.undo(done.change.id)
    [back] = ledger.exchanges(undone=True)
    names = {(one.kind, one.name) for one in account_of(ledger, back).deeds}
    assert names == {("家庭", "8栋9单元1901"), ("居民", "武松")}
