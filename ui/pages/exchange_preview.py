"""The import preview: what came, how many rows of each verdict, the rows with their decisions, and the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from minqing.exchange.plan import VERDICT_WORDS, Choice, Plan, Verdict
from ui import theme
from ui.icons import IconLabel
from ui.pages.exchange_flow import Source
from ui.pages.exchange_reading import ReadingView
from ui.pages.exchange_roll import RollView
from ui.pages.exchange_rows import RowsView
from ui.pages.exchange_words import Prepared, sum_words
from ui.pages.exchange_zones import EDGE
from ui.widgets.buttons import Button, Kind, LinkButton, Size
from ui.widgets.chips import Chip, FilterButton, FilterChip
from ui.widgets.figures import TileStrip
from ui.widgets.paint import STATES, Badge, Tone, paint_double_rule
from ui.widgets.panel import Bar, Panel
from ui.widgets.rows import BrokenRow
from ui.widgets.strips import Option
from ui.widgets.text import ElidedLabel, Rule, label, title

_ALL = "all"
_TILES = (Verdict.NEW, Verdict.UPDATE, Verdict.CONFLICT, Verdict.DOUBTFUL, Verdict.ERROR, Verdict.UNCHANGED)
_LOUD = frozenset({Verdict.CONFLICT, Verdict.DOUBTFUL, Verdict.ERROR})
_NAMED_AT_MOST = 12
_FILES_NAMED = 2
_ALL_LOST = "，内容后来都变了，请重新选"


class _Foot(Bar):
    """52 px closed off above by the double rule."""

    def __init__(self) -> None:
        super().__init__(52, padding=EDGE)
        self.row.setContentsMargins(EDGE, 3, EDGE, 0)
        self.row.setSpacing(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_double_rule(painter, left=0, right=self.width(), bottom=3)
        painter.end()


class _Resumed(Bar):
    """Says that decisions of another time go on; ``again`` fires to do without them."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__(32, fill=theme.ACCENTT, below=theme.ACCENTL)
        self.words = ElidedLabel(size=13)
        self.row.addWidget(IconLabel("undo", colour=theme.ACCENT, size=14))
        self.row.addWidget(self.words, 1)
        self.row.addWidget(LinkButton("从头再选", self.again.emit))
        self.hide()

    def say(self, source: Source) -> None:
        """How many decisions were kept, and how many of them hold still; and as what the sheet is read since then."""
        kept, held = source.kept, source.resumed
        lost = f"；另有 {kept - held:,} 处的内容后来变了，要重新选" if kept > held else ""
        said = [f"读作“{'、'.join(source.read_as)}”"] if source.read_as else []
        said += [f" {held:,} 处选择"] if held else []
        self.words.set_text(f"接着上次的{'和'.join(said)}{lost}" if said else f"上次选的 {kept:,} 处{_ALL_LOST}")
        self.setVisible(kept > 0 or bool(source.read_as))


class PreviewFace(QWidget):
    """Shows a prepared plan and passes on what the user wants of it.

    Signals: ``asked(decision)`` from the list, ``partner_chosen(name)``, ``form_chosen(name)``, ``left`` (go
    home, keep the plan), ``another`` (choose another file), ``rejects_wanted``, ``over_wanted`` (without what was
    decided another time), ``cancelled``, ``applied``.
    """

    asked = Signal(object)
    partner_chosen = Signal(str)
    form_chosen = Signal(str)
    left = Signal()
    another = Signal()
    rejects_wanted = Signal()
    over_wanted = Signal()
    cancelled = Signal()
    applied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("导入预览")
        self._faulty = False
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addWidget(self._head())
        self.tiles = TileStrip([Option(_ALL, "全部", 0, "sq", Tone.INFO)], name="按结果筛选")
        self.tiles.changed.connect(self._filter)
        column.addWidget(self.tiles)
        self.resumed = _Resumed()
        self.resumed.again.connect(self.over_wanted)
        column.addWidget(self.resumed)
        panel = Panel()
        self.rows = RowsView()
        self.rows.asked.connect(self.asked)
        self.list, self.filter = self.rows.list, self.rows.filter
        self.reading = ReadingView()
        self.faces = QStackedLayout()
        # The layout needs its place first: it shows what is added to it, as a window if it has no parent yet.
        panel.body.addLayout(self.faces, 1)
        self.faces.addWidget(self.rows)
        self.faces.addWidget(self.reading)
        self.roll = RollView()
        self.faces.addWidget(self.roll)
        panel.set_footer(self._foot())
        column.addWidget(panel, 1)
        key = QShortcut(QKeySequence("Ctrl+Return"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.apply.click)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)

    def _head(self) -> QWidget:
        bar = BrokenRow(34)
        row = bar.first
        back = LinkButton("交换", self.left.emit, size=16)
        back.set_ink(theme.INK2)
        row.addWidget(back)
        row.addWidget(IconLabel("chevr", colour=theme.INK2, size=16))
        row.addWidget(title("导入预览"))
        row.addWidget(Rule(down=True, colour=theme.LINE2, length=20))
        row.addWidget(IconLabel("sheet", colour=theme.GREEN, size=20, stroke=1.4))
        self.file = ElidedLabel(weight=theme.MEDIUM)
        self.file.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self.file)
        self.remark = ElidedLabel(size=13, colour=theme.INK2)
        row.addWidget(self.remark, 1)
        self.header = Chip(Badge("表头核对无误", Tone.GOOD, "check"))
        row.addWidget(self.header)
        row = bar.second
        self.how = FilterChip("怎么读的")
        self.how.setToolTip("每一栏读成了什么、凭什么，哪些行和工作表没有读")
        self.how.toggled.connect(self._show_how)
        row.addWidget(self.how)
        self.called = FilterChip("花名册")
        self.called.setToolTip("谁交了、谁没交，哪些重复、是旧表或别处的")
        self.called.toggled.connect(self._show_roll)
        row.addWidget(self.called)
        self.form = FilterButton("读作", [], unset="自动认")
        self.form.setToolTip("换一个表样，或只按栏名读成居民、家庭、走访、诉求；导入后会记住")
        self.form.changed.connect(self.form_chosen)
        row.addWidget(self.form)
        self.partner = FilterButton("来自", [], unset="没写明")
        self.partner.changed.connect(self.partner_chosen)
        row.addWidget(self.partner)
        self.rejects = Button("存退回表", self.rejects_wanted.emit, icon="down")
        self.rejects.setToolTip(
            "把有误和待定的行另存成一张表，错处有批注，交对方改好再导入；"
            "收了多个文件时给每家各存一份，读不了、重复、别处的也写明怎么办"
        )
        row.addWidget(self.rejects)
        row.addWidget(Button("换一个文件", self.another.emit))
        return bar

    def _foot(self) -> _Foot:
        foot = _Foot()
        foot.row.addWidget(IconLabel("undo", colour=theme.ACCENT, size=18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("先备份，可整表撤销", weight=theme.MEDIUM))
        self.sums = ElidedLabel(size=12, colour=theme.INK2)
        words.addWidget(self.sums)
        foot.row.addLayout(words, 1)
        foot.row.addWidget(Button("取消", self.cancelled.emit, size=Size.LARGE))
        self.later = Button("存疑行先放下", self.applied.emit, size=Size.LARGE)
        foot.row.addWidget(self.later)
        self.apply = Button(
            "全部应用", self.applied.emit, kind=Kind.PRIMARY, size=Size.LARGE, icon="check", hint="Ctrl+Enter"
        )
        foot.row.addWidget(self.apply)
        return foot

    def _find(self) -> None:
        """Look among the rows, which come back to the front for that."""
        self.how.setChecked(False)
        self.called.setChecked(False)
        self.filter.search.setFocus()

    def _show_how(self, on: bool) -> None:
        self.called.setChecked(self.called.isChecked() and not on)
        self._show_face()

    def _show_roll(self, on: bool) -> None:
        self.how.setChecked(self.how.isChecked() and not on)
        self._show_face()

    def _show_face(self) -> None:
        """Bring to the front what the chips say, the rows when they say nothing."""
        place = 1 if self.how.isChecked() else 2 if self.called.isChecked() else 0
        self.faces.setCurrentIndex(place)
        if self.isVisible():
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Take the keyboard to what is in front: the rows, or what their place is given to."""
        (self.list, self.reading.table, self.roll.table)[self.faces.currentIndex()].setFocus()

    def show_plan(self, prepared: Prepared, *, fresh: bool, partners: Sequence[str], source: Source) -> None:
        """Show another plan; ``partners`` are the names that the sheet may have come from."""
        plan = prepared.plan
        if fresh:
            self.tiles.select(_ALL)
            self.resumed.say(source)
        elif not (plan.decisions or source.read_as):
            self.resumed.hide()
        self._say_file(plan)
        self._say_reading(plan, source)
        self._say_roll(plan, source, fresh=fresh)
        self.partner.blockSignals(True)
        names = dict.fromkeys(name for name in (plan.partner, *partners) if name)
        self.partner.set_choices([(name, name) for name in names])
        self.partner.set_value(plan.partner)
        self.partner.blockSignals(False)
        self.filter.show_fields(prepared, fresh=fresh)
        self.list.show_plan(prepared, fresh=fresh)
        self._say_sums(prepared)
        self.rejects.setText("存退回的表" if self._faulty else "存退回表")
        if fresh:
            self._show_face()

    def renew(self, prepared: Prepared) -> None:
        """Show the same rows after decisions on cells."""
        self.list.lines.renew(prepared)
        self._say_sums(prepared)

    def clear(self) -> None:
        """Forget the plan."""
        self.list.lines.clear()
        self.how.setChecked(False)
        self.called.setChecked(False)

    def _filter(self, key: str) -> None:
        self.rows.show_only(None if key == _ALL else Verdict(key))

    def _say_file(self, plan: Plan) -> None:
        files = list(dict.fromkeys(reading.file for reading in plan.readings))
        self.file.set_text("、".join(files) if len(files) <= _FILES_NAMED else f"{len(files):,} 个文件")
        why = "；".join(dict.fromkeys(reading.why.rstrip("。") for reading in plan.readings))
        self.remark.set_text(f"{why} · {len(plan.readings)} 张表 {len(plan.rows):,} 行")
        unknown = list(dict.fromkeys(name for reading in plan.readings for name in reading.unrecognised))
        if unknown:
            more = "…" if len(unknown) > _NAMED_AT_MOST else ""
            self.header.set_badge(Badge(f"{len(unknown)} 栏未识别，原样保留", Tone.WARN, "tri"))
            self.header.setToolTip(
                f"认不出的栏目：{'、'.join(unknown[:_NAMED_AT_MOST])}{more}。内容会原样保存在记录里，不会丢。"
            )
        else:
            self.header.set_badge(Badge("表头核对无误", Tone.GOOD, "check"))
            self.header.setToolTip("")

    def _say_reading(self, plan: Plan, source: Source) -> None:
        self.reading.show_readings(plan.readings, source.skipped)
        names = dict.fromkeys(reading.name for reading in plan.readings if reading.name)
        self.form.blockSignals(True)
        self.form.set_choices([(name, name) for name in dict.fromkeys((*source.names, *names))])
        self.form.set_value(next(iter(names)) if len(names) == 1 else "")
        self.form.blockSignals(False)

    def _say_roll(self, plan: Plan, source: Source, *, fresh: bool) -> None:
        """Call the roll of many files, and of one that came before, is old, or belongs elsewhere."""
        from minqing.exchange.partners.roll import Roll, call_roll

        roll = call_roll(source.batch, plan) if source.batch else Roll((), ())
        many = len(roll.entries) > 1
        self.called.setVisible(many or any(one.why for one in roll.entries))
        self.roll.show_roll(roll)
        self._faulty = many and any(one.why for one in roll.entries)
        if fresh:
            self.called.setChecked(self._faulty)

    def _say_sums(self, prepared: Prepared) -> None:
        self.rows.say_shown()
        counts = {verdict: len(prepared.groups[verdict]) for verdict in Verdict}
        options = [Option(_ALL, "全部", sum(counts.values()), "sq", Tone.INFO)]
        for verdict in _TILES:
            shape, tone = STATES[VERDICT_WORDS[verdict]]
            loud = verdict in _LOUD and counts[verdict] > 0
            options.append(Option(verdict.value, VERDICT_WORDS[verdict], counts[verdict], shape, tone, alarm=loud))
        self.tiles.set_options(options)
        sums = prepared.sums
        self.tiles.set_note(Verdict.CONFLICT.value, f"已选定 {sums.settled}" if counts[Verdict.CONFLICT] else "")
        self.tiles.set_note(Verdict.UNCHANGED.value, "默认收起" if counts[Verdict.UNCHANGED] else "")
        self.sums.set_text(sum_words(sums))
        kept = any(one.choice is Choice.OURS for one in prepared.plan.decisions.cells.values()) or any(
            one.answer for one in prepared.plan.readings
        )
        self.apply.setText("记下选择" if not sums.writing and kept else f"全部应用（{sums.writing:,} 行）")
        self.apply.setAccessibleName(self.apply.text())
        self.apply.setEnabled(sums.writing > 0 or kept)
        self.later.setText(f"存疑行先放下（{sums.waiting:,} 行）")
        self.later.setVisible(sums.waiting > 0 and self.apply.isEnabled())
        self.rejects.setVisible(self._faulty or counts[Verdict.ERROR] + counts[Verdict.DOUBTFUL] > 0)
        for button in (self.apply, self.later):
            button.updateGeometry()
