"""附件 on a household's page: chosen, dropped, pasted, scaled down, looked at, saved out, deleted and brought back."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from minqing.ledger import attachments as stored
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import press, words
from tests.ui.sample_book import family_of
from ui import pictures
from ui.app import Desk
from ui.dialogs.photo_dialog import PhotoDialog
from ui.pages.home import HomePages
from ui.pages.household import HouseholdPage
from ui.pages.household_attachments import AttachmentsPanel


@pytest.fixture
def page(desk: Desk) -> HouseholdPage:
    desk.go("household", family_of(desk.ledger).id)
    home = desk.window.page("home")
    assert isinstance(home, HomePages)
    return home.one


@pytest.fixture
def panel(page: HouseholdPage) -> AttachmentsPanel:
    return page.attachments


def photo(path: Path, colour: str = "#37724C", width: int = 320) -> Path:
    """A small photo on disk."""
    image = QImage(width, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def names(panel: AttachmentsPanel) -> list[str]:
    return [one.name for one in panel.attachments]


def dropped(target: QWidget, *paths: Path) -> bool:
    """Drag files over ``target`` and let go; tells whether it wanted them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    place, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place.toPoint(), copy, mime, buttons, keys)
    enter.ignore()
    target.dragEnterEvent(enter)
    if enter.isAccepted():
        target.dropEvent(QDropEvent(place, copy, mime, buttons, keys))
    return enter.isAccepted()


def test_nothing_yet_says_how_to_begin(panel: AttachmentsPanel) -> None:
    assert "把照片或文件拖到这里" in words(panel)
    assert "每个最多 4 MB" in words(panel)
    assert "300 MB" in panel.add_button.toolTip()


def test_files_are_chosen_and_shown(
    desk: Desk, panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path
) -> None:
    paper = tmp_path / "租房合同.pdf"
    paper.write_bytes(b"%PDF-1.4")
    notices.paths = [photo(tmp_path / "门口.jpg"), paper]
    panel.add_button.click()
    assert names(panel) == ["门口.jpg", "租房合同.pdf"]
    assert notices.said[-1] == "已添附件 2 个"
    first, second = panel.attachments
    assert first.thumbnail
    assert second.thumbnail == b""
    assert desk.ledger.attachments.content(first.id) == notices.paths[0].read_bytes()
    assert desk.ledger.history(limit=1)[0].label.startswith("添附件 9栋1单元301")
    panel.grab()
    notices.undos[-1]()
    assert names(panel) == []


def test_loading_the_page_reads_no_bytes(desk: Desk, page: HouseholdPage, tmp_path: Path) -> None:
    page.attachments.add_paths([photo(tmp_path / "门口.jpg")])
    desk.ledger._connection.run("UPDATE attachment_content SET content = x''")
    page.renew()
    assert names(page.attachments) == ["门口.jpg"]


def test_dropped_on_the_page_but_sheets_are_for_the_window(page: HouseholdPage, tmp_path: Path) -> None:
    sheet = tmp_path / "底册.xlsx"
    sheet.write_bytes(b"PK")
    assert dropped(page, photo(tmp_path / "楼道.png"))
    assert not dropped(page, sheet)
    assert dropped(page.attachments, sheet)
    assert names(page.attachments) == ["楼道.png", "底册.xlsx"]


def test_pasted_with_a_key(desk: Desk, page: HouseholdPage) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    QGuiApplication.clipboard().setImage(image)
    press("Ctrl+V", desk.window)
    [name] = names(page.attachments)
    assert name.startswith("粘贴的图片 ")
    assert name.endswith(".jpg")


@pytest.mark.parametrize("text", ["只有字", ""])
def test_an_empty_clipboard_is_said(desk: Desk, page: HouseholdPage, notices: SpokenNotices, text: str) -> None:
    QGuiApplication.clipboard().clear()
    if text:
        QGuiApplication.clipboard().setText(text)
    press("Ctrl+V", desk.window)
    assert notices.said == ["剪贴板里没有图片，也没有文件"]


def test_the_same_photo_again_is_said(panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path) -> None:
    path = photo(tmp_path / "门口.jpg")
    panel.add_paths([path])
    panel.add_paths([path])
    assert names(panel) == ["门口.jpg"]
    assert notices.said[-1] == "这些附件已经有了，没有再存"


@pytest.mark.parametrize(("answer", "kept"), [("scale", ["大.jpg", "小.png"]), ("leave", ["小.png"])])
def test_a_photo_that_is_too_large_is_offered_smaller(
    panel: AttachmentsPanel,
    notices: SpokenNotices,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    answer: str,
    kept: list[str],
) -> None:
    small = photo(tmp_path / "小.png", width=40)
    large = noisy(tmp_path / "大.png")
    limit = 400_000
    assert large.stat().st_size > limit
    for module in (pictures, stored):
        monkeypatch.setattr(module, "MOST_IN_FILE", limit)
    notices.answers = [answer]
    panel.add_paths([large, small])
    assert sorted(names(panel)) == sorted(kept)
    assert "要缩小后存进来吗" in notices.said[0]
    assert all(one.size <= limit for one in panel.attachments)


def noisy(path: Path) -> Path:
    """A picture that no compression makes small."""
    raw = Random(5).randbytes(400 * 400 * 4)
    assert QImage(raw, 400, 400, QImage.Format.Format_RGB32).save(str(path))
    return path


def test_a_paper_that_is_too_large_says_what_to_do(
    panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path
) -> None:
    path = tmp_path / "扫描.pdf"
    path.write_bytes(b"1" * (5 << 20))
    panel.add_paths([path])
    assert notices.said == ["“扫描.pdf”有 5.0 MB，附件每个最多 4 MB。请先压缩或分成几份再添加。"]
    assert names(panel) == []


def test_what_is_no_photo_or_paper_is_refused(panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path) -> None:
    path = tmp_path / "程序.exe"
    path.write_bytes(b"MZ")
    panel.add_paths([path])
    assert "不是能存的文件" in notices.said[-1]


def test_a_photo_in_full_by_keyboard(
    desk: Desk, panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path
) -> None:
    panel.add_paths([photo(tmp_path / "一.jpg"), photo(tmp_path / "二.jpg", "#B5351F")])
    panel.list.setFocus()
    press("Return", panel.list)
    [dialog] = desk.window.findChildren(PhotoDialog)
    assert dialog.current.name == "一.jpg"
    assert dialog.canvas.filled
    press("Right", dialog)
    assert dialog.current.name == "二.jpg"
    press("Space", dialog)
    assert not dialog.canvas.whole
    dialog.grab()
    press("Delete", dialog)
    assert dialog.current.name == "一.jpg"
    assert names(panel) == ["一.jpg"]
    assert notices.said[-1] == "已删除附件 二.jpg"
    dialog.close()
    notices.undos[-1]()
    assert names(panel) == ["一.jpg", "二.jpg"]


def test_saved_out_as_it_was(panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path) -> None:
    path = photo(tmp_path / "门口.jpg")
    panel.add_paths([path])
    notices.paths = [tmp_path / "存出.jpg"]
    panel.save_button.click()
    assert (tmp_path / "存出.jpg").read_bytes() == path.read_bytes()
    assert "没有加密" in notices.said[-1]


def test_delete_has_a_way_back_and_the_history_names_both(
    page: HouseholdPage, panel: AttachmentsPanel, notices: SpokenNotices, tmp_path: Path
) -> None:
    panel.add_paths([photo(tmp_path / "门口.jpg")])
    panel.list.setFocus()
    press("Delete", panel.list)
    assert names(panel) == []
    page.rail.segment.select("changes")
    told = [(one.title, one.text) for one in page.rail.timeline.items]
    assert ("添附件", "门口.jpg") in told
    assert ("删除附件", "门口.jpg") in told
    notices.undos[-1]()
    assert names(panel) == ["门口.jpg"]


def test_a_photo_that_cannot_be_read_is_kept_without_a_small_picture(
    desk: Desk, panel: AttachmentsPanel, tmp_path: Path
) -> None:
    path = tmp_path / "坏了.jpg"
    path.write_bytes(b"not a photo")
    panel.add_paths([path])
    [one] = panel.attachments
    assert one.thumbnail == b""
    panel.open(one)
    [dialog] = desk.window.findChildren(PhotoDialog)
    assert not dialog.canvas.filled
    assert "打不开" in dialog.canvas.words


def test_the_model_keeps_qts_rules(panel: AttachmentsPanel, tmp_path: Path) -> None:
    model = panel.list.thumbnails
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.add_paths([photo(tmp_path / "门口.jpg")])
    assert model.rowCount() == 1
    panel.remove(panel.attachments[0])
    assert model.rowCount() == 0


def test_a_turned_photo_is_shown_upright(tmp_path: Path) -> None:
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImage(300, 200, QImage.Format.Format_RGB32).save(buffer, "JPG")  # type: ignore[call-overload]
    plain = bytes(raw.data())
    sixth = "49492a00 08000000 0100 1201 0300 01000000 06000000 00000000"
    turned = bytes.fromhex(f"ffd8 ffe1 0022 457869660000 {sixth}")
    upright = pictures.picture(turned + plain[2:])
    assert (upright.width(), upright.height()) == (200, 300)
