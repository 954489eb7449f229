"""What leaves the table of households: columns as chosen, rows to the clipboard, what is seen as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from exports.files import write_file
from ui.columns import chosen_columns, remember_columns
from ui.dialogs.columns_dialog import ColumnsDialog, Offered
from ui.pages.households_lines import HomeColumn, Line, home_columns
from ui.session import Session
from ui.widgets.table import RecordTable
from ui.widgets.table_copy import on_clipboard, texts_of

if TYPE_CHECKING:
    from exports.listing import Listing

TABLE = "家庭"
_WIDE = 200


class HouseholdTools(QObject):
    """Puts the chosen columns into ``table`` and takes its rows out of the window."""

    def __init__(self, page: QWidget, session: Session, table: RecordTable[Line]) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._table = table
        self._columns = {one.key: one for one in home_columns(session.revealing)}
        self._usual = [key for key, one in self._columns.items() if one.usual]
        self.shown: tuple[HomeColumn, ...] = ()
        self._show(self._chosen())
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.setToolTip("点一下按这一列排序，再点一下倒过来；右键选列")
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        table.setHorizontalScrollMode(table.ScrollMode.ScrollPerPixel)
        table.copier = self.copy
        session.revealing.changed.connect(table.viewport().update)

    def _chosen(self) -> list[str]:
        always = [key for key, one in self._columns.items() if one.always]
        return chosen_columns(TABLE, offered=list(self._columns), usual=self._usual, always=always)

    def _show(self, keys: Sequence[str]) -> None:
        self.shown = tuple(self._columns[key] for key in keys)
        self._table.set_columns([one.column for one in self.shown])

    def choose_columns(self) -> ColumnsDialog:
        """Let the user choose; the table follows at once."""
        dialog = ColumnsDialog(
            self._page,
            offered=[Offered(key, one.column.title, one.always) for key, one in self._columns.items()],
            chosen=[one.key for one in self.shown],
            usual=self._usual,
            show=self.take,
            sort=self.sort_by,
        )
        dialog.open()
        return dialog

    def take(self, keys: Sequence[str]) -> None:
        """Show these columns from now on; none means the usual ones."""
        remember_columns(TABLE, keys)
        self._show(self._chosen())

    def sort_by(self, key: str) -> None:
        """Sort by a column that is shown; the other way round when it is sorted by it already."""
        place = next((n for n, one in enumerate(self.shown) if one.key == key), None)
        if place is not None:
            up = (place, Qt.SortOrder.AscendingOrder)
            self._table.sort_by(place, descending=self._table.records_model.sorting == up)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self._page)
        menu.setProperty("checks", True)
        shown = [one.key for one in self.shown]
        for key, one in self._columns.items():
            action = QAction(one.column.title, menu, checkable=True, checked=key in shown, enabled=not one.always)
            action.triggered.connect(lambda _=False, chosen=key: self._toggle(chosen))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("选列和顺序…").triggered.connect(lambda _=False: self.choose_columns())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._table.horizontalHeader().viewport().mapToGlobal(place))

    def _toggle(self, key: str) -> None:
        """Take a column out, or put it where it usually stands among those shown."""
        shown = [one.key for one in self.shown]
        if key in shown:
            shown.remove(key)
        else:
            order = list(self._columns)
            after = [n for n, one in enumerate(shown) if order.index(one) < order.index(key)]
            shown.insert(after[-1] + 1 if after else 0, key)
        self.take(shown)

    def copy_all(self) -> None:
        """Put everything that is listed on the clipboard, with the header."""
        self.copy(self._table.records_model.records)

    def copy(self, rows: Sequence[Line]) -> None:
        """Put these rows on the clipboard, with the header where there are several."""
        columns = self._table.records_model.columns

        def take(texts: tuple[str, str]) -> None:
            QGuiApplication.clipboard().setMimeData(on_clipboard(*texts))
            self._session.notices.toast(f"已复制 {len(rows):,} 户，可以贴到 WPS 表格里")

        if rows:
            self._session.load(lambda _: texts_of(columns, rows, header=len(rows) > 1), take, owner=self)

    def export(self, limits: Sequence[str]) -> None:
        """Save the rows and columns as they are listed; ``limits`` says in words what was filtered."""
        lines, columns = self._table.records_model.records, self.shown
        if not lines:
            self._session.notices.toast("表里没有户，没有可以导出的")
            return
        name = f"家庭_{'_'.join((*limits[:2], date.today().isoformat()))}.xlsx".replace("/", "-")
        path = self._session.notices.save_file("导出表格", name, ["Excel 工作簿 (*.xlsx)"])
        if path is None:
            return
        note = self._note(limits, len(lines))
        owner = self._session.ledger.profile.owner

        def save() -> str:
            from exports.listing import write_listing

            write_file(path, write_listing(_listing(lines, columns, note=note, owner=owner)))
            return path.name

        self._session.work(
            lambda _: save(),
            lambda saved: self._session.notices.toast(f"已导出 {len(lines):,} 户：{saved}"),
            label="导出表格",
            owner=self,
        )

    def _note(self, limits: Sequence[str], count: int) -> str:
        sorting = self._table.records_model.sorting
        order = f"按{self.shown[sorting[0]].column.title}排序" if sorting else "按门牌排序"
        place = self._session.ledger.profile.estate or self._session.ledger.profile.community
        now = f"{datetime.now():%Y-%m-%d %H:%M}"
        return "；".join((place, "、".join(limits) or "全部家庭", f"{count:,} 户", order, f"{now} 导出", "号码遮掩"))


def _listing(lines: Sequence[Line], columns: Sequence[HomeColumn], *, note: str, owner: str) -> Listing:
    from exports.listing import Listing, ListingColumn

    titles = tuple(
        ListingColumn(one.column.title, one.column.width + (_WIDE if one.column.stretch else 0), bool(one.written))
        for one in columns
    )
    return Listing("家庭", note, titles, [[one.value(line) for one in columns] for line in lines], owner)
