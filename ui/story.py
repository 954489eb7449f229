"""``python -m ui.story DIR``: the README's story of two laptops and an office, lived through the real window."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exports.edited_copy import edited_copy
from minqing.actions.deadlines import set_deadline
from minqing.exchange.plan import Verdict
from minqing.forms.library import form_named
from minqing.records.dates import Period
from ui.app import make_application
from ui.camera import Camera
from ui.cli import speak_utf8
from ui.dialogs.history_dialog import HistoryDialog
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import LineKind
from ui.pages.home import HomePages
from ui.story_desks import ESTATE, FORM, Door, Person, StoryBroken, go_to, hold, press

LUO, CHEN, HE, OFFICE = "罗×", "陈×", "何×", "街道办"
APPEALS = "居民诉求登记表"
SHARED = "5栋1单元102"
MISHEARD, RIGHT = "周建民", "周健民"
GATE, MAILBOX = "单元门关不严", "信报箱的锁坏了"
ANSWER = "已请市政所本周内更换闭门器，换好请罗×签字"
DUE = "次周一"
"""Whatever day of the week the story is told on, nobody is late."""
CORRECTED = "16900000389"
WANG = Door("1栋1单元101", "王玉珍", "16900000101", "2 人，老两口", "楼道灯不亮", "物业管理", "物业 冯×")
FENG = Door("1栋2单元502", "冯桂芳", "16900000398", "2 人，女儿陪读")
ZHENG = Door("2栋1单元302", "郑国强", "16900000302", "3 人，孩子上小学", GATE, "物业管理", "社区 罗×")
XU = Door("3栋2单元201", "许秀兰", "16900000201", "独居，女儿周末来", "想问高龄津贴怎么办", "社保医保", "社区 罗×")
SUN = Door("6栋2单元301", "孙巧云", "16900000631", "4 人，三代同住")
WU = Door("7栋1单元401", "吴德明", "16900000741", "2 人，租户", "电动车没处充电", "物业管理", "物业 冯×")


@dataclass(frozen=True)
class _Stage:
    """Who takes part, where their files lie, the week, and who takes pictures, if anybody does."""

    folder: Path
    luo: Person
    chen: Person
    office: Person
    week: Period
    camera: Camera | None

    def place(self, name: str) -> Path:
        """A folder for files on their way."""
        made = self.folder / name
        made.mkdir(exist_ok=True)
        return made

    def answer_for(self, person: Person, folder: str) -> Path:
        """The office's answer to somebody."""
        [found] = self.place(folder).glob(f"回复_{person.name}_*.xlsx")
        return found

    def picture(self, widget: QWidget, name: str, *, over: QWidget | None = None) -> None:
        """Take a picture, if somebody takes pictures."""
        if self.camera is not None:
            self.camera.take(widget, name, over=over)


def tell(folder: Path, camera: Camera | None = None) -> None:
    """Live the story in the empty ``folder`` and say how it goes; raises StoryBroken where it goes otherwise."""
    luo, chen = Person(folder, LUO), Person(folder, CHEN)
    office = Person(folder, OFFICE, community="")
    stage = _Stage(folder, luo, chen, office, Period.of_week(date.today(), 0), camera)
    try:
        _last_week(stage)
        _go_round(stage)
        _office_takes_in(stage)
        _office_answers(stage)
        _luo_takes_the_answer_in(stage)
        _chen_brings_the_name_back(stage)
        _once_more(stage)
        _all_agree(stage)
    finally:
        for person in (luo, chen, office):
            person.close()


def _last_week(stage: _Stage) -> None:
    """Three assistants reported; one of them covered a door of his colleague's and misheard the name."""
    day = stage.week.start - timedelta(days=5)
    stage.luo.visit(WANG, day, time(9, 20))
    stage.luo.visit(Door(SHARED, MISHEARD, "16900000502", "1 人"), day, time(16, 10))
    stage.chen.visit(SUN, day, time(10, 5))
    inbox = stage.place("上周收表")
    with closing(Person(stage.folder, HE)) as third:
        third.visit(Door("9栋1单元101", "潘志远", "16900000911", "2 人"), day, time(15, 0))
        for person in (stage.luo, stage.chen, third):
            person.export("before", inbox / f"{person.name}.xlsx")
    set_deadline(stage.office.ledger, FORM, DUE)
    stage.office.look_into_folder(inbox)
    stage.office.apply()
    print("上周：三位助理交了表，街道都收下了。")


def _go_round(stage: _Stage) -> None:
    monday = stage.week.start
    again = Door(WANG.door, WANG.head, WANG.phone, WANG.situation)
    hours = (time(9, 10), time(9, 40), time(10, 30), time(15, 10))
    for door, at in zip((again, FENG, ZHENG, XU), hours, strict=True):
        stage.luo.visit(door, monday, at)
    shared = Door(SHARED, RIGHT, "16900000502", "1 人，腿脚不便", "厨房下水道返水", "物业管理", "社区 陈×")
    for door, at in zip((shared, SUN, WU), hours, strict=False):
        stage.chen.visit(door, monday, at)
    print("周一：罗×走了 4 户，陈×走了 3 户，各记各的账本。")


def _office_takes_in(stage: _Stage) -> None:
    """Both report; a clerk works on one of the sheets; the folder is taken in at once."""
    inbox, office = stage.place("收表"), stage.office
    sheet = stage.luo.export("week", inbox / "民情台账_罗×.xlsx")
    sent = stage.chen.export("week", inbox / "民情台账_陈×.xlsx")
    again = Path(shutil.copy(sent, inbox / "民情台账_陈×(1).xlsx"))
    _edit_as_the_clerk(stage, sheet)
    print("周五：两人各导出本周台账；街道小李在 WPS 里改了罗×那份：填了责任人，改了电话，添了一行，误删了一格。")
    page = office.look_into_folder(inbox)
    roll = {(one.sender, one.standing, one.file) for one in page.preview.roll.table.records_model.records}
    came = {(LUO, "新交", sheet.name), (CHEN, "新交", sent.name), (CHEN, "重复", again.name), (HE, "未交", "")}
    hold(roll == came, "花名册", roll)
    stage.picture(office.window, "story-roll")
    page.preview.called.click()
    page.preview.tiles.select(Verdict.DOUBTFUL.value)
    go_to(page, LineKind.CARDS)
    stage.picture(office.window, "story-same-household")
    press(page.preview.list, Qt.Key.Key_Return)
    office.decide("户主", Qt.Key.Key_Left)
    office.decide("家庭基本情况", Qt.Key.Key_Right)
    office.apply()
    hold(office.head(SHARED).name == MISHEARD, "街道留下了自己的写法", office.head(SHARED).name)
    print(f"      街道收下整个文件夹：{MISHEARD}、{RIGHT}并排一看是同一户，名字先留了原来的。何×还没交。")


def _edit_as_the_clerk(stage: _Stage, sheet: Path) -> None:
    """In plain WPS: a handler, a phone number, a cell blanked, and a row written under the others without an id."""
    luo = stage.luo
    cells = {
        (luo.appeal(GATE).id, "责任人"): "街道 市政所",
        (luo.head(FENG.door).id, "联系电话"): CORRECTED,
        (luo.head(XU.door).id, "家庭基本情况"): None,
    }
    row = {
        "走访日期": f"{stage.week.start:%Y-%m-%d}",
        "小区": ESTATE,
        "门牌": "4栋1单元203",
        "户主": "钱春生",
        "反映诉求事项": MAILBOX,
        "责任人": "物业 冯×",
    }
    edited_copy(sheet, sheet, sheet=FORM, cells=cells, rows=[row])


def _office_answers(stage: _Stage) -> None:
    """What the office says to an appeal comes back on a list of appeals; then the workbook of all, and the answers."""
    office = stage.office
    listed = office.export("week", stage.folder / "诉求_请领导批.xlsx", form=APPEALS)
    said: Mapping[tuple[str, str], str] = {(office.appeal(GATE).id, "街道回复"): ANSWER}
    edited_copy(listed, listed, sheet=form_named(APPEALS).sheet, cells=said)
    office.look_into(listed)
    office.apply()
    hold(office.appeal(GATE).reply == ANSWER, "街道回复进了账本")
    office.hands.files = [stage.folder / "汇总.xlsx"]
    _weekly(office, "week").home.gather.click()
    hold(office.hands.files[0].is_file(), "没有汇总表", office.hands.said)
    _reply(stage, "week", "回复")
    print("      领导批了回复，街道存下汇总表，给每人回一份。")


def _weekly(office: Person, period: str) -> ExchangePage:
    """交换 of the office with the weekly form and a period chosen."""
    page = office.exchange
    page.home.export.choose_form(FORM)
    page.home.export.period.select(period)
    return page


def _reply(stage: _Stage, period: str, folder: str) -> None:
    page = _weekly(stage.office, period)
    stage.office.hands.folder = stage.place(folder)
    page.home.reply.click()


def _luo_takes_the_answer_in(stage: _Stage) -> None:
    """He has meanwhile written another handler, so he is asked; and about the blank cell."""
    luo = stage.luo
    gate = luo.appeal(GATE)
    luo.save(gate.with_values({"handler": "物业 冯×"}), label=f"改责任人 {gate.number}")
    page = luo.look_into(stage.answer_for(luo, "回复"))
    asked = [("责任人", "物业 冯×", "街道 市政所"), ("家庭基本情况", XU.situation, "")]
    hold(luo.asked() == asked, "罗×被问到的", luo.asked())
    luo.open_questions()
    go_to(page, LineKind.FIELD, "责任人")
    stage.picture(luo.window, "story-conflict")
    luo.decide("责任人", Qt.Key.Key_Right)
    luo.decide("家庭基本情况", Qt.Key.Key_Left)
    before = luo.rows()
    luo.apply()
    hold(luo.appeal(MAILBOX).handler == "物业 冯×", "街道手写的一行也到了")
    luo.desk.go("appeals", luo.appeal(GATE).id)
    stage.picture(luo.window, "story-reply")
    _luo_undoes(stage, before)


def _luo_undoes(stage: _Stage, before: Mapping[str, Mapping[str, str]]) -> None:
    """He takes the whole import back, sees the book as it was, and brings it in again."""
    luo = stage.luo
    after = luo.rows()
    page = luo.exchange
    page.home.table.select_row(0)
    press(page.home.table, Qt.Key.Key_Return)
    stage.picture(luo.window, "story-account")
    page.history.undo.click()
    hold(luo.rows() == before, "撤销后与导入前一样")
    page.history.undo.click()
    hold(luo.rows() == after, "恢复后与导入后一样")
    page.history.left.emit()
    print("周一：罗×收下回复，一处冲突选了街道的，空着的一格留了自己的；整份撤销过一回，又恢复了。")
    head = luo.head(FENG.door)
    luo.save(head.with_values({"phones": (CORRECTED,)}), label=f"改电话 {head.name}")


def _chen_brings_the_name_back(stage: _Stage) -> None:
    """The office's name is wrong: she has seen the ID card. One action in the history brings hers back."""
    chen = stage.chen
    chen.look_into(stage.answer_for(chen, "回复"))
    chen.apply()
    head = chen.head(SHARED)
    hold(head.name == MISHEARD, "街道的写法到了陈×这里", head.name)
    chen.desk.go("household", head.household)
    page = chen.desk.window.current_page
    assert isinstance(page, HomePages)
    page.one.show_history()
    [dialog] = chen.window.findChildren(HistoryDialog)
    place = next(n for n, one in enumerate(dialog.table.records_model.records) if one.before == RIGHT)
    dialog.table.select_row(place)
    stage.picture(chen.window, "story-restore", over=dialog)
    press(dialog.table, Qt.Key.Key_Return)
    dialog.close()
    hold(chen.head(SHARED).name == RIGHT, "改回来了", chen.head(SHARED).name)
    print(f"      陈×看过身份证，是{RIGHT}：在改动历史里按一下“改回这个值”。")


def _once_more(stage: _Stage) -> None:
    """Both report again; the office is asked about the name once more and follows; its answers go out."""
    inbox, office = stage.place("再收表"), stage.office
    for person in (stage.luo, stage.chen):
        person.export("week", inbox / f"民情台账_{person.name}_再报.xlsx")
    office.look_into_folder(inbox)
    hold(office.asked() == [("户主", MISHEARD, RIGHT)], "街道被问到的", office.asked())
    office.decide("户主", Qt.Key.Key_Right)
    office.apply()
    _reply(stage, "all", "再回复")
    for person in (stage.luo, stage.chen):
        person.look_into(stage.answer_for(person, "再回复"))
        person.apply_or_leave()
    print("      再交一次，街道照改，再回一份，两人收下。")


def _all_agree(stage: _Stage) -> None:
    """What two books share they say alike, nobody lacks a row, and the same sheet again does nothing."""
    office, laptops = stage.office.rows(), (stage.luo, stage.chen)
    for person in laptops:
        rows = person.rows()
        hold(rows.keys() <= office.keys(), f"{person.name}有街道没有的行", rows.keys() - office.keys())
        differ = [
            (label, text, office[key][label])
            for key, row in rows.items()
            for label, text in row.items()
            if office[key].get(label, text) != text
        ]
        hold(not differ, f"{person.name}与街道不一样", differ)
        person.look_into(stage.answer_for(person, "再回复"))
        hold(person.plan.writing == 0 and not person.asked(), "同一份再导一次")
        person.apply_or_leave()
    both = {key for person in laptops for key in person.rows()}
    alone = [row for key, row in office.items() if key not in both and row["走访人"] != HE]
    hold(not alone, "只有街道有的行", alone)
    for person in (*laptops, stage.office):
        hold(person.ledger.check() == [], f"{person.name}的账本完好")
    print(f"结果：三本账一致，{len(both)} 行，一处没丢；同一份回复再导一次，没有改动。")


def main(arguments: list[str]) -> int:
    """Live the story and take its pictures into the folder named by the first argument; gives the exit status."""
    speak_utf8()
    folder = Path(arguments[0] if arguments else "story")
    folder.mkdir(parents=True, exist_ok=True)
    make_application(["story"])
    with tempfile.TemporaryDirectory() as home:
        try:
            tell(Path(home), Camera(folder, numbered=False))
        except StoryBroken as broken:
            print(f"故事没有走完：{broken}", file=sys.stderr)
            return 1
    print(f"图片在 {folder.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
