"""The rows of the appeals of a visit: those taken over, and those that were only found in the text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from minqing.actions.visit_drafts import CaughtAppeal
from minqing.records.categories import everyday_categories
from minqing.work.proposing import BookWords, Matter, Proposal
from ui import theme
from ui.dialogs.menu_chip import Choices, MenuChip
from ui.icons import IconLabel
from ui.widgets.buttons import Button, IconButton, Size
from ui.widgets.text import ElidedLabel

_HEIGHT = 38


class _Row(QWidget):
    """38 px: a shape, the matter in one line, and what can be done with it."""

    dropped = Signal()

    def __init__(self, title: str, *, shape: str, colour: str) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.across = QHBoxLayout(self)
        self.across.setContentsMargins(8, 0, 4, 0)
        self.across.setSpacing(8)
        mark = QWidget()
        mark.setFixedWidth(18)
        inside = QHBoxLayout(mark)
        inside.setContentsMargins(3, 0, 3, 0)
        inside.addWidget(IconLabel(shape, colour=colour, size=11))
        self.across.addWidget(mark)
        self.across.addWidget(ElidedLabel(title, colour=theme.INK if shape == "state-sq" else theme.INK2), 1)


class AppealRow(_Row):
    """An appeal that will be saved; ``changed(appeal)`` when its class or its handler is set."""

    changed = Signal(object)

    def __init__(self, appeal: CaughtAppeal, proposals: list[Proposal], book: BookWords) -> None:
        super().__init__(appeal.title, shape="state-sq", colour=theme.RED)
        self._appeal = appeal
        proposed = not appeal.category and bool(proposals)
        word = appeal.category or (proposals[0].category if proposals else "")
        self.category = MenuChip("分类", word, category_choices(proposals, book), unset="未分类", proposed=proposed)
        self.category.setToolTip(f"{proposals[0].why}按 Enter 采用" if proposed else "换一个分类")
        self.category.chosen.connect(lambda word: self._set({"category": word}))
        handlers = book.handlers.get(word, ())
        self.across.addWidget(self.category)
        if handlers or appeal.handler:
            self.handler = MenuChip("责任人", appeal.handler, [("", handlers)], unset="未分派")
            self.handler.setToolTip("由谁办；列出的是这一类诉求以往的责任人")
            self.handler.chosen.connect(lambda word: self._set({"handler": word}))
            self.across.addWidget(self.handler)
        close = IconButton("close", f"去掉“{appeal.title}”", self.dropped.emit)
        self.across.addWidget(close)

    def _set(self, values: dict[str, str]) -> None:
        category = values.get("category", self._appeal.category)
        handler = values.get("handler", self._appeal.handler)
        self.changed.emit(CaughtAppeal(self._appeal.title, category, handler))


class FoundRow(_Row):
    """A part of the text that sounds like an appeal; ``accepted`` when it is taken over with the class proposed."""

    accepted = Signal()

    def __init__(self, matter: Matter, *, first: bool) -> None:
        super().__init__(matter.title, shape="state-ring", colour=theme.INK2)
        proposal = matter.proposals[0]
        self.category = MenuChip(
            "分类", proposal.category, [("", [one.category for one in matter.proposals])], unset="不分类", proposed=True
        )
        self.category.setToolTip(f"{proposal.why}按 Enter 登记并采用")
        self.category.chosen.connect(lambda _: self.accepted.emit())
        self.across.addWidget(self.category)
        take = Button("登记", self.accepted.emit, size=Size.SMALL, hint="Ctrl+J" if first else "")
        take.setToolTip(f"登为诉求，归入“{proposal.category}”" + ("（Ctrl+J）" if first else ""))
        self.across.addWidget(take)
        self.across.addWidget(IconButton("close", f"“{matter.title}”不是诉求", self.dropped.emit))


def category_choices(proposals: list[Proposal], book: BookWords) -> Choices:
    """What the list of classes offers: the proposed, the usual ones of this book, then all by their first level."""
    top = list(dict.fromkeys([*(one.category for one in proposals), *book.usual]))[:8]
    by_level: dict[str, list[str]] = {}
    for one in everyday_categories():
        by_level.setdefault(one.path[0], []).append(one.name)
    return [("", top), *by_level.items()]
