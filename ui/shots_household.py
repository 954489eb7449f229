"""Pictures of 家庭 and 一户一档: columns, numbers shown, attachments, a photo in full, small windows, nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from minqing.actions.attachments import add_attachments
from minqing.actions.records import save_records
from minqing.ledger.attachments import NewFile
from minqing.records.household import Household
from ui import theme
from ui.app import Desk
from ui.dialogs.photo_dialog import PhotoDialog
from ui.pages.home import HomePages
from ui.pictures import pasted, with_thumbnail

Take = Callable[[QWidget, str], None]


def table_shots(desk: Desk, take: Take) -> None:
    """The table sorted and filtered, its columns being chosen, and what there is when nothing fits."""
    window, home = desk.window, desk.window.page("home")
    assert isinstance(home, HomePages)
    page = home.table
    dialog = page.tools.choose_columns()
    take(dialog, "家庭-选列")
    dialog.close()
    page.tools.take(["door", "name", "phone", "care", "tags", "last", "result", "next", "visits", "attachments"])
    page.tools.sort_by("next")
    page.table.select_row(0)
    page.reveal()
    take(window, "家庭-换了列并排序")
    page.tools.take([])
    page.table.sort_by(0)
    page.search.setText("没有这个人")
    page.filters.look_up()
    take(window, "家庭-没有找到")
    page.clear()
    window.resize(911, 512)
    take(window, "家庭-窄")
    window.resize(1366, 768)
    desk.session.revealing.hide()


def street_columns(desk: Desk, household: str) -> None:
    """Give a household the columns that a street's own sheet has of it, as if that had been imported."""
    home = desk.ledger.get(household)
    extra = {
        "产权人": "本人",
        "入住年份": "2009",
        "水表户号": "尾号 0613",
        "车辆": "1 辆，尾号 73",
        "燃气安检": "2026年4月",
        "宠物": "无",
        "宽带": "有",
        "志愿意向": "楼栋联络",
    }
    with desk.ledger.change("导入 住户底册", source="住户底册 2026年9月.xlsx") as tx:
        tx.update(home.with_values({"extra": extra}))
    desk.hub.tell({"household"})


def household_shots(desk: Desk, take: Take) -> None:
    """The household in front with attachments, numbers in full, a photo opened; then one of which little is known."""
    window, home = desk.window, desk.window.page("home")
    assert isinstance(home, HomePages)
    page = home.one
    assert page.view is not None
    household = page.view.file.household.id
    desk.session.act(lambda ledger: add_attachments(ledger, household=household, files=_files()), said="已添附件 5 个")
    take(window, "一户一档-附件")
    page.members.table.select_row(0)
    page.members.toggle()
    page.rail.segment.select("changes")
    take(window, "一户一档-显示号码")
    page.rail.segment.select("all")
    desk.session.revealing.hide()
    page.attachments.open(page.attachments.attachments[0])
    for photo in window.findChildren(PhotoDialog):
        take(photo, "一户一档-看照片")
        photo.close()
    page.head.more.click()
    for menu in page.head.findChildren(QMenu):
        take(menu, "一户一档-更多")
        menu.close()
    window.resize(911, 512)
    take(window, "一户一档-窄")
    window.resize(1366, 768)
    _bare(desk, take)
    desk.session.undo()
    desk.go("household", household)


def _bare(desk: Desk, take: Take) -> None:
    """A household of which only the door is known, taken back afterwards."""
    estate = desk.ledger.profile.estate
    home = Household(estate=estate, building="9", unit="1", floor="2", room="202")
    changes = save_records(desk.ledger, [home], label="登记住户")
    desk.hub.tell(changes.kinds)
    desk.go("household", changes.added[0])
    take(desk.window, "一户一档-刚登记")
    desk.session.undo()


def _files() -> list[NewFile]:
    """Drawn photos and two papers: no real home is shown."""
    scenes = (
        ("楼道堆物.jpg", "#C9BFA8", "#936010"),
        ("厨房漏水.jpg", "#B4CBD1", "#1F5263"),
        ("加装扶手.jpg", "#B5D0B8", "#37724C"),
    )
    drawn = [NewFile(name, pasted(_scene(wall, thing)).content) for name, wall, thing in scenes]
    papers = [NewFile("租房合同.pdf", b"%PDF-1.4"), NewFile("困难申请表.docx", b"PK")]
    return [with_thumbnail(one) for one in (*drawn, *papers)]


def _scene(wall: str, thing: str) -> QImage:
    """A stairwell: a wall, steps, something that stands there."""
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    light = QLinearGradient(0, 0, 1600, 1200)
    light.setColorAt(0, QColor(wall).lighter(112))
    light.setColorAt(1, QColor(wall))
    painter.fillRect(image.rect(), light)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(7):
        painter.setBrush(QColor(theme.PAPER3).darker(104 + step * 5))
        painter.drawRect(QRect(step * 130, 1100 - step * 90, 1600 - step * 130, 100))
    painter.setBrush(QColor(thing))
    painter.drawRoundedRect(QRect(940, 330, 360, 330), 24, 24)
    painter.setBrush(QColor(thing).lighter(130))
    painter.drawRoundedRect(QRect(980, 380, 280, 120), 12, 12)
    painter.end()
    return image
