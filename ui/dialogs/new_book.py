"""新建账本 in two steps: whose book it is, then its password and place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.errors import MinqingError, ReadOnlyLedger
from minqing.ledger import Ledger, Profile
from ui import theme
from ui.notices import Notices
from ui.sheet_files import plain_name
from ui.translation import roomy
from ui.widgets.buttons import Button, Kind, LinkButton, Size
from ui.widgets.form import EntryForm, FormField
from ui.widgets.inputs import FieldInput, mark
from ui.widgets.text import ElidedLabel, label

BOOKS = ("民情账本 (*.mqb)", "所有文件 (*)")
SHORTEST = 6
_OWNER = (
    FormField("owner", "填报人", required=True, placeholder="表上的署名，如 罗×"),
    FormField("street", "街道", required=True, placeholder="新光路街道"),
    FormField("community", "社区", required=True, placeholder="生活桥社区"),
    FormField("estate", "小区", placeholder="只负责一个小区时填，如 生活桥小区"),
)
_LOST = "忘了密码就打不开账本，也没有人能找回。请写下来，放在安全的地方。"


class SecretInput(FieldInput):
    """One line that does not show what is typed."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self.changed)
        self._stack(self.edit)

    def value(self) -> object:
        """The text as it was typed."""
        return self.edit.text()

    def set_value(self, value: object) -> None:
        """Show the text."""
        self.edit.setText(str(value or ""))

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        mark(self.edit, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus()


_SECRET = (
    FormField("password", "密码", required=True, make=lambda: SecretInput("密码", f"至少 {SHORTEST} 个字")),
    FormField("again", "再输一遍", required=True, make=lambda: SecretInput("再输一遍", "和上面一样")),
)


class NewBook(QWidget):
    """The two steps, one at a time. ``made(Ledger)`` when the book is there, ``left`` to do something else.

    ``stepped(heading, line)`` fires for each step that comes up.
    """

    made = Signal(object)
    left = Signal()
    stepped = Signal(str, str)

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self._chosen: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.form = EntryForm(_OWNER)
        self.secret = EntryForm(_SECRET)
        column.addWidget(self.form)
        column.addWidget(self.secret)
        column.addWidget(self._place_row())
        row = QHBoxLayout()
        row.addWidget(Button("返回", self.back, icon="chevl", hint="Esc"))
        row.addStretch(1)
        self.next = Button("下一步：设密码", self.go_on, kind=Kind.PRIMARY, size=Size.LARGE, hint="Enter")
        row.addWidget(self.next)
        column.addLayout(row)
        for form in (self.form, self.secret):
            self._lead(form)

    def _place_row(self) -> QWidget:
        self._place = QWidget()
        across = QHBoxLayout(self._place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        name = label("存在", size=13, colour=theme.INK2)
        name.setFixedWidth(roomy(72))
        across.addWidget(name)
        self._where = ElidedLabel(size=13)
        across.addWidget(self._where, 1)
        other = LinkButton("换个位置…", self.choose_place)
        other.setToolTip("账本是一个文件，可以存在别的文件夹或 U 盘上")
        across.addWidget(other)
        return self._place

    def _lead(self, form: EntryForm) -> None:
        """Enter goes to the next line, and from the last line on."""
        edits = form.findChildren(QLineEdit)
        for now, following in zip(edits, [*edits[1:], None], strict=True):
            now.returnPressed.connect(self.go_on if following is None else following.setFocus)

    @property
    def path(self) -> Path:
        """Where the book will be: as chosen, else a free name in a folder of its own in the user's documents."""
        return self._chosen or free_place(str(self.form.values()["community"]))

    def start(self) -> None:
        """Show the first step."""
        self._show(first=True)

    def _show(self, *, first: bool) -> None:
        self.form.setVisible(first)
        self.secret.setVisible(not first)
        self._place.setVisible(not first)
        self.next.setText("下一步：设密码" if first else "建好账本")
        self.next.setAccessibleName(self.next.text())
        self.next.updateGeometry()
        self._where.set_text(str(self.path))
        if first:
            self.stepped.emit("新建账本（1/2）：这是谁的账本", "这些会印在上报表和走访表上，以后在“设置”里还能改。")
        else:
            self.stepped.emit("新建账本（2/2）：设一个密码", _LOST)
        (self.form if first else self.secret).focus_first()

    @property
    def first(self) -> bool:
        """Whether the first step is up."""
        return not self.form.isHidden()

    def back(self) -> None:
        """One step back; what was typed stays."""
        if self.first:
            self.left.emit()
        else:
            self._show(first=True)

    def go_on(self) -> None:
        """To the next step, or make the book, unless something is missing."""
        if self.first:
            values = self.form.values()
            missing = {
                one.name: f"“{one.label}”没有填。请补上。" for one in _OWNER if one.required and not values[one.name]
            }
            self.form.show_errors(missing)
            if not missing:
                self._show(first=False)
            return
        problems = _problems(*(str(self.secret.values()[name]) for name in ("password", "again")))
        self.secret.show_errors(problems)
        if not problems:
            self._make()

    def choose_place(self) -> None:
        """Let the user choose another place."""
        path = self._notices.save_file("账本存在哪里", self.path.name, BOOKS)
        if path is not None:
            self._chosen = book_file(path)
            self._where.set_text(str(self._chosen))
        self.secret.focus_first()

    def _make(self) -> None:
        path = self.path
        try:
            if self._chosen is None:
                path.parent.mkdir(parents=True, exist_ok=True)
            made = Ledger.create(
                path, str(self.secret.values()["password"]), Profile.model_validate(self.form.values())
            )
        except (ReadOnlyLedger, OSError):
            self._notices.tell(f"“{path.parent}”里存不进文件，可能写保护或磁盘满了。请换个位置，如“文档”或 U 盘。")
            self.choose_place()
        except MinqingError as error:
            self._notices.warn(error)
        else:
            self.made.emit(made)


def _problems(password: str, again: str) -> dict[str, str]:
    if len(password) < SHORTEST:
        return {"password": f"密码至少 {SHORTEST} 个字。"}
    return {"again": "两次输入的密码不一样。请再输一遍。"} if password != again else {}


def free_place(community: str) -> Path:
    """A place for a new book that is not taken: 文档/民情账本/生活桥社区民情账本.mqb."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents or Path.home()) / "民情账本"
    name = plain_name(f"{community}民情账本")
    places = [folder / f"{name}.mqb", *(folder / f"{name} {number}.mqb" for number in range(2, 100))]
    return next((place for place in places if not place.exists()), places[0])


def book_file(path: Path) -> Path:
    """``path`` with the ending of a book; a dot in the name as typed (2026.11) is no ending."""
    return path if path.suffix.lower() == ".mqb" else path.with_name(f"{path.name}.mqb")
