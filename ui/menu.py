"""The menu behind the person's name: the way back, and what concerns the book and the window as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon

NOTHING_TO_UNDO = "没有可撤销的改动"
_LONGEST = 28


@dataclass(frozen=True)
class Wish:
    """An entry: what it is called, its key, what it does; ``apart`` draws a line before it."""

    name: str
    key: str
    icon: str
    act: Callable[[], object]
    apart: bool = False


class MainMenu(QMenu):
    """``undo`` first, with what it would take back; then the wishes."""

    def __init__(self, undo: Callable[[], object], wishes: tuple[Wish, ...], parent: QWidget) -> None:
        super().__init__("菜单", parent)
        self.setAccessibleName("菜单")
        self._entry(Wish(NOTHING_TO_UNDO, "Ctrl+Z", "undo", undo)).setEnabled(False)
        for wish in wishes:
            if wish.apart:
                self.addSeparator()
            self._entry(wish)

    @property
    def undo(self) -> QAction:
        """The first entry; asked for anew, for a reference that is kept is called deleted after a drawer has gone."""
        return self.actions()[0]

    def _entry(self, wish: Wish) -> QAction:
        action = self.addAction(icon(wish.icon), wish.name)
        if wish.key:
            # Shown only: the window has the key itself, also while no menu was ever opened.
            action.setText(f"{wish.name}\t{QKeySequence(wish.key).toString()}")
        action.triggered.connect(lambda _: wish.act())
        return action

    def offer_undo(self, label: str) -> None:
        """Say what 撤销 would take back; a blank: nothing."""
        short = label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
        self.undo.setText(f"撤销：{short}\tCtrl+Z" if label else NOTHING_TO_UNDO)
        self.undo.setEnabled(bool(label))
