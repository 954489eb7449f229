"""The people of the recorded story: their books, what they hear at the doors, and their hands at the real window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from minqing.actions.records import filled_in, save_records
from minqing.actions.visits import record_visit
from minqing.exchange.plan import Plan, Verdict
from minqing.exchange.sending.outgoing import rows_to_send
from minqing.forms.library import form_named
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.app import Desk
from ui.notices import WindowNotices
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import LineKind

FORM = "民情台账"
STREET, COMMUNITY, ESTATE = "新光路街道", "生活桥社区", "生活桥小区"
OFFICE = "街道办"
_PASSWORD = "故事里的密码"


class StoryBroken(AssertionError):
    """The story did not go as it is told."""


def hold(so: bool, what: str, seen: object = "") -> None:
    """Raise StoryBroken with what was ``seen`` unless the story goes as told."""
    if not so:
        raise StoryBroken(f"{what}：{seen}")


@dataclass(frozen=True)
class Door:
    """A household as an assistant hears of it at the door, and what it asks for, if anything."""

    door: str
    head: str
    phone: str
    situation: str
    matter: str = ""
    category: str = ""
    handler: str = ""


class _Hands(WindowNotices):
    """The window's voice, in front of which somebody always knows which file is meant."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.folder = Path()
        self.files: list[Path] = []
        self.said: list[str] = []

    def tell(self, sentence: str) -> None:
        """Raise StoryBroken: nothing goes wrong in this story that needs to be read."""
        raise StoryBroken(sentence)

    def ask(self, title: str, body: str, actions: Sequence[tuple[str, str]], default: str) -> str:
        """Raise StoryBroken: every question of this story is asked in the pages."""
        raise StoryBroken(title)

    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]:
        """The files that are meant."""
        return self.files

    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None:
        """The file that is meant."""
        return self.files[0]

    def open_folder(self, title: str) -> Path | None:
        """The folder that is meant."""
        return self.folder

    def toast(self, text: str, undo: object = None) -> None:
        """Keep what is said in passing; the bar would only lie over the pictures."""
        self.said.append(text)


class Person:
    """Somebody with a book of his own and its window."""

    def __init__(self, folder: Path, name: str, *, community: str = COMMUNITY) -> None:
        self.name = name
        self.folder = folder / name
        self.folder.mkdir()
        own = Profile(owner=name, street=STREET, community=community, estate=ESTATE if community else "")
        self.ledger = Ledger.create(self.folder / f"{name}.mqb", _PASSWORD, own)
        self.desk = Desk(self.ledger, inline=True)
        self.hands = _Hands(self.desk.window)
        self.desk.session.notices = self.hands

    @property
    def window(self) -> QWidget:
        """The window on the book."""
        return self.desk.window

    @property
    def exchange(self) -> ExchangePage:
        """交换, in front."""
        self.desk.window.show()
        page = self.desk.window.current_page
        page = page if isinstance(page, ExchangePage) else self.desk.window.show_page("exchange")
        assert isinstance(page, ExchangePage)
        return page

    def save(self, *records: Record, label: str) -> None:
        """Write something into the book as a drawer does: the pages are told."""
        self.desk.session.act(lambda ledger: save_records(ledger, records, label=label), said=label)

    def close(self) -> None:
        """Close the window and the book."""
        self.desk.window.close()
        self.ledger.close()

    def visit(self, door: Door, on: date, at: time) -> None:
        """Knock at a door and write down who lives there and what they said."""
        home = self.home(door.door)
        if home is None:
            said = {"街道": STREET, "社区": self.ledger.profile.community, "小区": ESTATE, "门牌": door.door}
            more = {"situation": door.situation, "house_type": "自住"}
            fresh = Household.model_validate({**filled_in(Household, said), **more})
            self.save(fresh, label=f"登记 {door.door}")
            home = self.home(door.door)
            assert home is not None
            head = Resident(household=home.id, name=door.head, relation="户主", phones=(door.phone,))
            self.save(head, label=f"登记 {door.head}")
        draft = Visit(
            household=home.id,
            visited_on=on,
            visited_at=at,
            way="入户",
            result="见面",
            visitors=(self.name,),
            met=(door.head,),
            said="身体都好，问了医保缴费的事。",
        )
        asked = Appeal(title=door.matter, text=f"{door.matter}，盼着有人来看看。", category=door.category)
        asked = asked.with_values({"reporter": door.head, "handler": door.handler, "level": "社区"})
        appeals = [asked] if door.matter else []
        self.desk.session.act(
            lambda ledger: record_visit(ledger, household=home, draft=draft, appeals=appeals),
            said=f"已记录 {home.door} 的走访",
        )

    def home(self, door: str) -> Household | None:
        """The household behind a door."""
        return next((one for one in self.ledger.records(Household) if one.door == door), None)

    def head(self, door: str) -> Resident:
        """Its head."""
        home = self.home(door)
        assert home is not None
        return next(one for one in self.ledger.records(Resident, household=home.id) if one.is_head)

    def appeal(self, matter: str) -> Appeal:
        """The appeal that says this."""
        return next(one for one in self.ledger.records(Appeal) if one.title == matter)

    def export(self, period: str, to: Path, *, form: str = FORM) -> Path:
        """交换 › 导出: a sheet of a period (``week``, ``before``, ``all``), the weekly one if nothing is said."""
        page = self.exchange
        page.home.export.choose_form(form)
        page.home.export.period.select(period)
        self.hands.files = [to]
        page.home.export.button.click()
        hold(to.is_file(), f"{self.name}没有导出", to)
        return to

    def look_into(self, *files: Path) -> ExchangePage:
        """交换 › 选择文件: what taking in these files would do."""
        page = self.exchange
        self.hands.files = list(files)
        page.home.drop.button.click()
        return self._looking(page)

    def look_into_folder(self, folder: Path) -> ExchangePage:
        """交换 › 整个文件夹: what taking in all its sheets would do."""
        page = self.exchange
        self.hands.folder = folder
        page.home.drop.folder.click()
        return self._looking(page)

    def _looking(self, page: ExchangePage) -> ExchangePage:
        hold(page.previewing, f"{self.name}没有看到导入预览", self.hands.said)
        return page

    @property
    def plan(self) -> Plan:
        """What the preview in front shows."""
        prepared = self.exchange.flow.prepared
        assert prepared is not None
        return prepared.plan

    def asked(self) -> list[tuple[str, str, str]]:
        """What the preview asks: column, what stands here, what the sheet says."""
        return [(one.label, one.ours, one.theirs) for row in self.plan.rows for one in row.open_conflicts]

    def open_questions(self) -> None:
        """Show what every row holds in which something is asked."""
        page = self.exchange
        page.preview.tiles.select("all")
        lines = page.preview.list.lines
        for row in [one for one in lines.lines if one.kind is LineKind.ROW and one.verdict is Verdict.CONFLICT]:
            if not lines.row_open(row):
                lines.toggle(lines.find(row))

    def decide(self, column: str, key: Qt.Key) -> None:
        """Answer the first question about a column: ← holds ours, → takes theirs."""
        self.open_questions()
        go_to(self.exchange, LineKind.FIELD, column)
        press(self.exchange.preview.list, key)

    def apply(self) -> None:
        """全部应用, when nothing is asked any more."""
        page = self.exchange
        hold(not self.asked(), f"{self.name}还有没选的", self.asked())
        page.preview.apply.click()
        hold(not page.previewing, f"{self.name}没有应用", self.hands.said)

    def apply_or_leave(self) -> None:
        """全部应用, or 取消 where the sheet says nothing new."""
        if self.plan.writing:
            self.apply()
        else:
            self.exchange.preview.cancelled.emit()

    def rows(self) -> dict[str, dict[str, str]]:
        """What the book says on the weekly sheet, by visit and appeal; whole phone numbers, where it knows them."""
        form = form_named(FORM)
        return {
            form.row_key(row): {
                column.label: text
                for column in form.columns
                if column.bound is not None
                and ((text := column.bound.show(row[column.slot]) if column.slot in row else "") or not column.masked)
            }
            for row in rows_to_send(self.ledger, form)
        }


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key on what has the keyboard."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def go_to(page: ExchangePage, kind: LineKind, column: str = "") -> None:
    """Bring the keyboard of the preview to the first line of a kind; of fields, to the one of that column.

    Raises StoryBroken if there is none.
    """
    view = page.preview.list
    for number, line in enumerate(view.lines.lines):
        if line.kind is kind and (not column or view.lines.edit_of(line).label == column):
            view.setCurrentIndex(view.lines.index(number))
            return
    raise StoryBroken(f"预览里没有“{column or kind.name}”")
