"""``python -m ui.walk DIR``: a week's round through the real code, into a folder that does not exist yet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from exports.edited_copy import edited_copy
from exports.files import write_file
from exports.visit_records import sheets_of
from exports.visit_sheet import visit_sheets_pdf
from minqing.actions.records import save_records
from minqing.actions.sample import PROFILE, create_sample
from minqing.actions.visits import record_visit
from minqing.errors import MinqingError, UsageError
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice
from minqing.exchange.planner import make_plan
from minqing.forms.library import form_named
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.visit import Visit
from minqing.work.due import due_households
from minqing.work.visit_list import household_file, household_files, households_to_visit
from ui.cli import speak_utf8
from ui.cli.import_report import FilesRead, lines_of, report_of
from ui.cli.opening import password_for
from ui.cli.showing import fail
from ui.sending import send_sheet

PARTNER = "街道办"
BOOK = "样本账本.mqb"


@dataclass(frozen=True)
class _Round:
    """The book and where the files of the round go."""

    ledger: Ledger
    folder: Path
    today: date


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk through one week; gives the exit status."""
    speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if len(given) != 1:
            raise UsageError("用法：python -m ui.walk 文件夹（还不存在的）。")
        walk(Path(given[0]))
    except MinqingError as error:
        return fail(error, as_json=False)
    return 0


def walk(folder: Path, *, households: int = 480) -> None:
    """Make the sample book in ``folder`` and do with it what a week brings; says what was done. Raises MinqingError."""
    if folder.exists():
        raise UsageError(f"“{folder}”已经存在。请写一个还不存在的文件夹；没有改动。")
    password = password_for(None, new=True)
    folder.mkdir(parents=True)
    with create_sample(folder / BOOK, password, households=households) as ledger:
        tour = _Round(ledger, folder, date.today())
        print(f"1. 建样本账本：{households} 户，{ledger.count(Visit)} 次走访，{ledger.count(Appeal)} 件诉求。")
        print(f"   {ledger.path}")
        due = _show_due(tour)
        appeals = _record_visits(tour, due)
        sent = _send_weekly_sheet(tour)
        returned = _edit_as_the_office(sent, appeals)
        _change_meanwhile(tour, appeals[0])
        _take_in(tour, returned)
        _print_building(tour)
        problems = ledger.check()
        print(f"8. 检查账本：{'；'.join(problems) or '完好'}。")


def _show_due(tour: _Round) -> list[Household]:
    due = due_households(tour.ledger, tour.today)
    print(f"2. 该走访 {len(due)} 户，按门牌顺序，前三户：")
    for one in due[:3]:
        print(f"   {one.household.door}  {'、'.join(one.reasons)}")
    never = [one.household for one in household_files(tour.ledger) if one.living and not one.visits]
    return [*(one.household for one in due), *never]


def _record_visits(tour: _Round, due: Sequence[Household]) -> list[Appeal]:
    """Three visits; two of the households ask for something."""
    matters = (("单元门关不严", "物业管理"), ("楼道灯不亮", "物业管理"), None)
    appeals: list[Appeal] = []
    for order, (household, matter) in enumerate(zip(due, matters, strict=False)):
        file = household_file(tour.ledger, household.id)
        draft = Visit(
            household=household.id,
            visited_on=tour.today,
            visited_at=time(15, 20 + 10 * order),
            way="入户",
            result="见面",
            visitors=(PROFILE.owner,),
            met=(file.name,) if file and file.name else (),
            said="身体都好，问了医保缴费的事。",
            next_on=tour.today + timedelta(days=30),
        )
        title, category = matter or ("", "")
        asked = [Appeal(title=title, category=category, text=f"{title}，希望有人来修。")] if matter else []
        changes = record_visit(tour.ledger, household=household, draft=draft, appeals=asked)
        saved = tour.ledger.get_many(changes.added).values()
        appeals += [one for one in saved if isinstance(one, Appeal)]
    print(f"3. 记录走访 3 次，诉求 {len(appeals)} 件：{'、'.join(f'{one.number} {one.subject}' for one in appeals)}。")
    return appeals


def _send_weekly_sheet(tour: _Round) -> Path:
    week = Period.of_week(tour.today, PROFILE.first_weekday)
    sent = send_sheet(tour.ledger, form_named("民情台账"), tour.folder, period=week, partner=PARTNER)
    print(f"4. 导出民情台账（{week.label}）给{PARTNER}，{sent.rows} 行。")
    print(f"   {sent.file}")
    return sent.file


def _edit_as_the_office(sent: Path, appeals: Sequence[Appeal]) -> Path:
    """The street office opens the sheet, edits two cells and sends it back under another name."""
    answers = (("解决办法", "已责成物业更换闭门器，三日内完成"), ("责任人", "街道 市政所"))
    cells = {(appeal.id, header): text for appeal, (header, text) in zip(appeals, answers, strict=True)}
    returned = edited_copy(sent, sent.with_name(f"{PARTNER}回传-{sent.name}"), sheet="民情台账", cells=cells)
    print(f"5. {PARTNER}改了 2 格（{'、'.join(header for header, _ in answers)}）后交回。")
    print(f"   {returned}")
    return returned


def _change_meanwhile(tour: _Round, appeal: Appeal) -> None:
    changed = appeal.with_values({"solution": "物业明天上门修"})
    save_records(tour.ledger, [changed], label=f"修改诉求 {appeal.number}")
    print(f"   这期间本机也改了 {appeal.number} 的解决办法。")


def _take_in(tour: _Round, returned: Path) -> None:
    """The plan with its conflict, the decision, apply, and both ways of undo."""
    readings = read_sheets(returned)
    read = FilesRead(tuple(readings), (returned,), (), ())
    plan = make_plan(tour.ledger, readings)
    print("6. 导入之前先看：")
    for line in lines_of(report_of(plan, read, change=None, dry_run=True), plan, tour.ledger.path):
        print(f"   {line}")
    applied = apply_plan(tour.ledger, plan.decide_all(Choice.THEIRS))
    change = applied.changes.id
    done = report_of(applied.plan, read, change=change, dry_run=False)
    print(f"   冲突用来表的，本机的值留在历史里。导入完成，改了 {len(applied.changes.updated)} 条记录。")
    back = tour.ledger.undo(change)
    again = tour.ledger.undo(back.changes.id)
    print(f"   撤销整张表：改回 {len(back.changes.updated)} 条；再恢复：改回 {len(again.changes.updated)} 条。")
    twice = make_plan(tour.ledger, read_sheets(returned))
    print(f"   同一份表再导一次：{twice.writing} 行要改（共 {done.rows} 行）。")


def _print_building(tour: _Round) -> None:
    files = households_to_visit(tour.ledger, building="1")
    target = tour.folder / "走访登记表-1栋.pdf"
    write_file(target, visit_sheets_pdf(sheets_of(files, profile=PROFILE, on=tour.today)))
    print(f"7. 排印 1栋走访登记表：{len(files)} 户。")
    print(f"   {target}")


if __name__ == "__main__":
    raise SystemExit(main())
