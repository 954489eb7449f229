"""What a screen reader is told of every page, drawer and dialog pictured: names, kinds, where the keyboard is."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QMainWindow,
    QRadioButton,
    QTableView,
    QWidget,
)

from minqing.actions.sample import PROFILE
from minqing.ledger import Ledger
from tests.ui.sample_book import PASSWORD
from tests.ui.test_schemes import ratio
from ui import theme
from ui.accessible import speak_of_widgets
from ui.app import Desk
from ui.camera import Camera
from ui.preferences import Contrast
from ui.schemes import scheme_for
from ui.shots import tour
from ui.widgets.text import ElidedLabel

Role = QAccessible.Role
_HAN = re.compile(r"[\u3400-\u9fff]")
_BUTTONS = {Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton}
_VIEWS = {Role.Table, Role.List, Role.Tree}
_EDITS = {Role.EditableText, Role.SpinBox, Role.ComboBox}
_LABEL = QAccessible.RelationFlag.Label
_MUTE = {Role.Client, Role.NoRole}
_OWN_LANGUAGE = {"English"}
"""Names that are not Chinese on purpose."""
_DECORATION = {"TitleBar", "_Frame", "IconLabel", "Bars", "_Columns", "_Swatch", "OverlayBar", "_Cover"}
"""Painted, but saying nothing that does not stand beside it in words."""


@dataclass(frozen=True)
class Heard:
    """One widget as assistive technology meets it."""

    shot: str
    kind: str
    role: QAccessible.Role
    name: str
    place: str
    tip: str = ""
    group: int = 0
    button: bool = False
    focusable: bool = False
    painted: bool = False
    bare: bool = False
    labelled: bool = True

    def __str__(self) -> str:
        return f"{self.shot}: {self.place} {self.kind} {self.role.name} {self.name!r}"


@dataclass
class Tour:
    """What was heard on the way, and which kinds of widget look the same with the keyboard as without."""

    heard: dict[tuple[str, str, str, int], Heard] = field(default_factory=dict)
    twins: set[str] = field(default_factory=set)
    unmarked: dict[str, str] = field(default_factory=dict)
    looked: set[str] = field(default_factory=set)
    shots: list[str] = field(default_factory=list)


class Listener(Camera):
    """Takes the place of the camera: where a picture would be taken, it listens."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.tour = Tour()

    def take(self, widget: QWidget, name: str, *, over: QWidget | None = None) -> None:  # noqa: ARG002
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        self.tour.shots.append(name)
        seen = [one for one in (widget, *widget.findChildren(QWidget)) if one.isVisibleTo(widget) and not _inner(one)]
        holders = {one.parentWidget() for one in seen}
        found = [_heard(one, name, widget, leaf=one not in holders) for one in seen]
        for number, one in enumerate(found):
            self.tour.heard[one.kind, one.role.name, one.name, one.group if one.button else number] = one
        names = Counter((one.group, one.name) for one in found if one.button)
        self.tour.twins |= {f"{one}" for one in found if one.button and names[one.group, one.name] > 1}
        for part in seen:
            self._look(part, name)

    def _look(self, widget: QWidget, shot: str) -> None:
        """Compare one widget of each kind without and with the keyboard."""
        kind = type(widget).__name__
        if kind in self.tour.looked or not _focusable(widget) or not widget.isEnabled() or _empty(widget):
            return
        before = QApplication.focusWidget()
        if before is widget or widget.isHidden() or not widget.isActiveWindow():
            return
        plain = _drawn(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            return
        self.tour.looked.add(kind)
        if _drawn(widget) == plain:
            self.tour.unmarked[kind] = shot
        if before is not None:
            before.setFocus()


def _drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _empty(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractItemView) and widget.model().rowCount() == 0


def _inner(widget: QWidget) -> bool:
    """Parts of Qt's own widgets: whoever asks is told of the whole."""
    parent = widget.parentWidget()
    corner = type(widget) is QAbstractButton and isinstance(parent, QTableView)
    return corner or isinstance(widget, QHeaderView) or isinstance(parent, QComboBox | QAbstractSpinBox | QHeaderView)


def _focusable(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QLabel)


def _painted(widget: QWidget) -> bool:
    blank = isinstance(widget, QLabel | ElidedLabel) and not widget.text()
    ours = (one for one in type(widget).__mro__ if one.__module__.startswith("ui."))
    return not blank and any("paintEvent" in one.__dict__ for one in ours)


def _named_above(widget: QWidget, root: QWidget) -> QWidget:
    """The nearest panel, row or drawer around ``widget`` that has a name."""
    above = widget.parentWidget() if widget is not root else None
    while above is not None and above is not root and not above.accessibleName():
        above = above.parentWidget()
    return above or root


def _name_of(widget: QWidget) -> str:
    """The name; Qt gives what is chosen in a combo box for its name on Linux, where a label tells what it is."""
    told = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() if isinstance(widget, QComboBox) else told.text(QAccessible.Text.Name)


def _heard(widget: QWidget, shot: str, root: QWidget, *, leaf: bool) -> Heard:
    told = QAccessible.queryAccessibleInterface(widget)
    above = _named_above(widget, root)
    return Heard(
        shot,
        type(widget).__name__,
        told.role(),
        _name_of(widget),
        above.accessibleName() or type(above).__name__,
        tip=widget.toolTip(),
        group=id(above),
        button=isinstance(widget, QAbstractButton),
        focusable=_focusable(widget),
        painted=leaf and _painted(widget),
        bare=isinstance(widget, QAbstractButton) and not widget.text().strip() and not isinstance(widget, QRadioButton),
        labelled=not isinstance(widget, QComboBox) or any(flag & _LABEL for _, flag in told.relations()),
    )


@pytest.fixture(scope="module")
def walked(sample_book: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Tour]:
    """One walk through everything that ``dev.py shots`` pictures, on the tests' own book."""
    theme.apply_theme(qapp)
    speak_of_widgets()
    folder = tmp_path_factory.mktemp("walk")
    book = Path(shutil.copy(sample_book, folder / sample_book.name))
    listener = Listener(folder)
    with Ledger.open(book, PASSWORD) as ledger, Ledger.create(folder / "空账本.mqb", PASSWORD, PROFILE) as empty:
        desk = Desk(ledger, inline=True)
        tour(desk, listener, folder=folder, empty=empty)
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow | QDialog) and window.parent() is None:
                window.close()
                window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        yield listener.tour
        ledger._changed = empty._changed = False


def _all(found: Iterable[Heard]) -> str:
    first = {(one.kind, one.name, one.place): str(one) for one in found}
    return "\n".join(sorted(first.values()))


def test_the_walk_goes_everywhere(walked: Tour) -> None:
    assert len(walked.shots) > 70
    assert {"今日", "记走访-填好", "合并居民", "导入预览", "打印走访表", "空账本-诉求"} <= set(walked.shots)


def test_every_control_has_a_chinese_name(walked: Tour) -> None:
    nameless = [
        one
        for one in walked.heard.values()
        if (one.button or one.focusable) and not _HAN.search(one.name) and one.name not in _OWN_LANGUAGE
    ]
    assert _all(nameless) == ""


def test_no_two_buttons_of_a_panel_have_one_name(walked: Tour) -> None:
    assert "\n".join(sorted(walked.twins)) == ""


def test_every_control_is_announced_as_what_it_is(walked: Tour) -> None:
    controls = [one for one in walked.heard.values() if one.button or one.focusable]
    assert _all(one for one in controls if one.role in _MUTE) == ""
    assert _all(one for one in controls if one.button and one.role not in _BUTTONS) == ""


def test_a_label_tells_what_a_combo_box_is(walked: Tour) -> None:
    assert _all(one for one in walked.heard.values() if not one.labelled) == ""


def test_what_is_painted_is_told_in_words(walked: Tour) -> None:
    painted = [one for one in walked.heard.values() if one.painted and one.kind not in _DECORATION]
    assert _all(one for one in painted if not one.name) == ""
    assert _all(one for one in painted if one.role in _MUTE) == ""


def test_a_button_with_nothing_but_an_icon_has_a_tooltip(walked: Tour) -> None:
    assert _all(one for one in walked.heard.values() if one.bare and not one.tip) == ""


def test_the_control_with_the_keyboard_looks_different(walked: Tour) -> None:
    assert len(walked.looked) > 20
    assert walked.unmarked == {}


@pytest.mark.parametrize("choice", Contrast)
def test_the_ring_of_the_keyboard_stands_out_in_every_set_of_colours(choice: Contrast) -> None:
    scheme = scheme_for(choice)
    for back in ("panel", "paper", "paper2"):
        assert ratio(scheme["accent"], scheme[back]) >= 3
    assert ratio(scheme["cover_mark"], scheme["cover"]) >= 3
