"""The printed visit sheet, judged by what real readers of PDF and SVG find in it."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst

import resources
from exports import typesetting
from exports.visit_sheet import MemberLine, VisitSheet, visit_sheets_pdf, visit_sheets_png, visit_sheets_svg
from minqing.errors import FontMissing, NothingToPrint

TITLE = "入户走访登记表"
GIVEN_NAMES = "一二三四五六七八九十百千万亿甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
SHEET = VisitSheet(
    number="ZF-2026-47-018",
    street="新光路街道",
    community="生活桥社区",
    household_id="H-7K3QX2-00018",
    year=2026,
    visitors="罗×",
    head="范立新",
    phone="138****0162",
    grid="生活桥第三网格 周×",
    address="生活桥小区 3栋2单元501",
    place_label="生活桥小区 3栋2单元501",
    population="常住 3 人，户籍 0 人",
    house_type="出租",
    rent_until="2027年2月",
    last_visit="2026年10月16日，见面。老人白天独自在家，问出租房能否装烟感报警器。",
    open_appeals=(
        "第 10-036 号 楼道口飞线充电 · 10月16日登记 · 物业办理中",
        "第 10-052 号 楼下餐馆油烟进屋 · 10月29日登记 · 已吹哨城管",
    ),
)


@dataclass(frozen=True)
class Word:
    """A word on a page; places in CSS pixels, as the form was drawn."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def family(count: int) -> tuple[MemberLine, ...]:
    """``count`` people with names that occur once in a sheet."""
    return tuple(
        MemberLine(
            name=f"杜{GIVEN_NAMES[i]}",
            relation="子女",
            sex="男",
            birth="1989.02",
            id_number=f"9901**********{i:04}",
            phone=f"138****{i:04}",
            care_groups="高龄老人" if i % 3 == 0 else "",
            notes="听力弱" if i % 4 == 0 else "",
        )
        for i in range(count)
    )


def household(members: int = 4, **changes: object) -> VisitSheet:
    """The sheet of the drawn screen with another family or other texts."""
    return dataclasses.replace(SHEET, members=family(members), **changes)  # type: ignore[arg-type]


def run(tool: str, pdf: bytes, *options: str) -> str:
    """What a Poppler tool says about a PDF."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    command = [tool, *options, "-", *(["-"] if tool == "pdftotext" else [])]
    done = subprocess.run(command, check=False, input=pdf, capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def texts(pdf: bytes) -> list[str]:
    """The text of each page as a reader copies it."""
    return run("pdftotext", pdf, "-layout").split("\f")[:-1]


def words(pdf: bytes, page: int = 1) -> list[Word]:
    """The words of one page with their boxes."""
    found = run("pdftotext", pdf, "-bbox", "-f", str(page), "-l", str(page))
    box = r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    return [Word(match[5], *(float(match[i]) / 0.75 for i in range(1, 5))) for match in re.finditer(box, found)]


def word(found: list[Word], text: str) -> Word:
    """The one word with this text."""
    [only] = [word for word in found if word.text == text]
    return only


def middle(found: list[Word], text: str) -> tuple[float, float]:
    """The middle of the one word with this text."""
    only = word(found, text)
    return (only.left + only.right) / 2, (only.top + only.bottom) / 2


def test_a_sheet_is_one_page_with_everything_that_is_known() -> None:
    [page] = texts(visit_sheets_pdf([household()]))
    for text in (TITLE, "编号：ZF-2026-47-018", "新光路街道 生活桥社区", "H-7K3QX2-00018", "罗×", "范立新"):
        assert text in page
    for text in ("138****0162", "3栋2单元501", "常住 3 人，户籍 0 人", "2027年2月", "9901**********0003", "油烟噪声"):
        assert text in page
    for text in (SHEET.last_visit, *SHEET.open_appeals, "被走访人签字", "个人信息仅用于走访服务，请妥善保管"):
        assert text in page


def test_things_stand_where_the_screen_shows_them() -> None:
    found = words(visit_sheets_pdf([household()]))
    drawn = {
        TITLE: (397, 80),
        "H-7K3QX2-00018": (690, 121),
        "走访日期": (102, 157),
        "罗×": (514, 157),
        "户主": (125, 186),
        "138****0162": (370, 186),
        "房屋性质": (125, 242),
        "身份证号": (411, 270),
        "杜一": (118, 296),
        "9901**********0003": (411, 371),
        "走访记录": (125, 448),
        "物业办理中": (502, 476),
        "垃圾分类": (139, 724),
        "不需要": (132, 998),
        "被走访人签字": (102, 1045),
        "个人信息仅用于走访服务，请妥善保管": (652, 1089),
    }
    for text, (x, y) in drawn.items():
        assert middle(found, text) == pytest.approx((x, y), abs=3), text


def test_nine_people_still_fit_on_one_page() -> None:
    [page] = texts(visit_sheets_pdf([household(9)]))
    assert all(member.name in page for member in family(9))
    assert "被走访人签字" in page


def test_fourteen_people_go_on_to_a_second_page() -> None:
    first, second = texts(visit_sheets_pdf([household(14)]))
    assert all(member.name in first + second for member in family(14))
    assert all(member.id_number in first + second for member in family(14))
    for page in (first, second):
        assert TITLE in page
        assert "H-7K3QX2-00018" in page
    assert "被走访人签字" in second
    assert "第 1 页" in first
    assert "第 2 页" in second


def test_the_heading_of_a_long_family_comes_again_on_the_next_page() -> None:
    pages = texts(visit_sheets_pdf([household(36)]))
    whole = "".join(pages)
    assert all(whole.count(member.name) == 1 and member.phone in whole for member in family(36))
    assert all("与户主关系" in page for page in pages if "9901*" in page)
    assert sum("9901*" in page for page in pages) == 2


def test_pages_are_numbered_through() -> None:
    pages = texts(visit_sheets_pdf([household(2), household(14), household(0)]))
    assert [re.findall(r"第 (\d+) 页", page) for page in pages] == [["1"], ["2"], ["3"], ["4"]]


def test_text_is_never_read_as_markup() -> None:
    tricks = ("#let x = 1", "*a* _b_ $c$", '#read("/etc/passwd")', "= 标题 <l> @r", "\\u{41} // 无", '"]); panic("')
    members = tuple(MemberLine(name="杜甲", notes=trick) for trick in tricks)
    sheet = dataclasses.replace(SHEET, head="#head", last_visit="；".join(tricks), members=members)
    page = "".join(texts(visit_sheets_pdf([sheet])))
    assert "；".join(tricks) in page
    assert "#head" in page


def test_rare_characters_come_back_as_they_went_in() -> None:
    members = (MemberLine(name="𠮷䨼", notes="仉𬭚"),)
    pdf = visit_sheets_pdf([dataclasses.replace(SHEET, head="𠮷䨼", members=members)])
    [page] = texts(pdf)
    assert page.count("𠮷䨼") == 2
    assert "仉𬭚" in page
    radicals = [sign for sign in run("pdftotext", pdf) if "\u2e80" <= sign <= "\u2fdf"]
    assert radicals == []


def test_all_fonts_are_embedded_with_their_characters() -> None:
    lines = run("pdffonts", visit_sheets_pdf([household(14), household()])).splitlines()[2:]
    assert lines
    for line in lines:
        embedded, _, unicode_map = line.split()[-5:-2]
        assert (embedded, unicode_map) == ("yes", "yes"), line


def test_long_texts_wrap_and_stay_inside_the_frame() -> None:
    long = "老人白天独自在家，问出租房能否装烟感报警器，" * 12
    member = MemberLine(
        name="阿不都热依木·买买提江", relation="儿媳的姐姐", phone="13800000001/13800000002", notes=long[:60]
    )
    sheet = dataclasses.replace(
        SHEET, last_visit=long, address=long[:80], head="Abdurehim-Memetjan-Tursun", members=(member,) * 3
    )
    pdf = visit_sheets_pdf([sheet])
    found = words(pdf)
    blank_half_of_a_comma = 7
    assert all(word.left >= 48 and word.right <= 742 + blank_half_of_a_comma and word.bottom <= 1100 for word in found)
    copied = re.sub(r"\s", "", run("pdftotext", pdf, "-raw"))
    for text in (long, member.name, member.phone, member.notes, sheet.address, sheet.head):
        assert text in copied
    phone_column = (485, 581)
    pieces = [word for word in found if "00000" in word.text]
    assert len(pieces) == 2 * len(sheet.members)
    assert all(phone_column[0] <= word.left and word.right <= phone_column[1] for word in pieces)


def test_words_on_a_form_and_growing_tables_look_alike() -> None:
    placed = words(visit_sheets_pdf([household()]))
    grown = words(visit_sheets_pdf([household(last_visit="老人白天独自在家，问出租房能否装烟感报警器。" * 8)]))
    for text in ("杜四", "9901**********0003", "房屋性质", "与户主关系", "罗×", "138****0162", TITLE):
        assert middle(grown, text) == pytest.approx(middle(placed, text), abs=2), text
    for text in ("走访记录", "物业办理中", "未解决", "见面", "垃圾分类", "需要"):
        lefts = [[word.left for word in found if word.text == text] for found in (placed, grown)]
        assert lefts[0] == pytest.approx(lefts[1], abs=2), text


def test_a_text_of_two_lines_leaves_its_row_as_it_is() -> None:
    note = "在外地务工，春节返乡"
    members = (dataclasses.replace(family(1)[0], notes=note, name="阿不都热依木·买买提"), *family(6)[1:])
    found = words(visit_sheets_pdf([dataclasses.replace(SHEET, members=members)]))
    assert middle(found, "杜二") == middle(words(visit_sheets_pdf([household(6)])), "杜二")
    pieces = [word for word in found if word.text in note or (word.text in members[0].name and len(word.text) > 1)]
    assert len(pieces) == 4
    assert all(word.top >= 284 and word.bottom <= 309 for word in pieces)


def test_control_characters_and_broken_text_are_taken_as_spaces() -> None:
    [page] = texts(visit_sheets_pdf([household(address="新街\t西头\n桥边\x00\u3000", grid="第三\ud800网格\u200b")]))
    assert "新街 西头 桥边" in page
    assert "第三?网格" in page


def test_an_unusual_kind_of_house_gets_a_box_of_its_own() -> None:
    [page] = texts(visit_sheets_pdf([household(house_type="集体宿舍")]))
    assert re.search(r"自住\s+出租\s+空置\s+集体宿舍", page)


def test_many_categories_take_as_many_lines_as_they_need() -> None:
    categories = tuple(f"事项类别{GIVEN_NAMES[i]}" for i in range(24))
    found = words(visit_sheets_pdf([household(categories=categories)]))
    boxes = [word(found, name) for name in categories]
    assert all(box.right < 746 for box in boxes)
    assert len({box.top for box in boxes}) > 3
    assert boxes[-1].bottom < word(found, "现").top


def test_many_open_appeals_are_all_printed() -> None:
    appeals = tuple(f"第 11-{i:03} 号 楼道堆物" for i in range(30))
    pages = "".join(texts(visit_sheets_pdf([household(open_appeals=appeals)])))
    assert all(appeal in pages for appeal in appeals)


def test_svg_and_png_have_the_pages_of_the_pdf() -> None:
    sheets = [household(), household(14)]
    pages = visit_sheets_svg(sheets)
    assert len(pages) == len(visit_sheets_png(sheets, dots_per_inch=24)) == 3
    for page in pages:
        root = ElementTree.fromstring(page)
        assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(595.5)


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert visit_sheets_pdf([household()]).startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_templates_work_from_a_folder_with_spaces_and_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "民情 账本" / "print"
    shutil.copytree(resources.resource("print"), folder)
    monkeypatch.setattr(resources, "ROOT", folder.parent)
    assert visit_sheets_pdf([household()]).startswith(b"%PDF")


def test_no_sheets_is_said_in_words() -> None:
    for make in (visit_sheets_pdf, visit_sheets_svg, visit_sheets_png):
        with pytest.raises(NothingToPrint, match="一户也没有选"):
            make([])


def test_a_computer_without_chinese_fonts_is_told_what_to_install() -> None:
    for latin_only in (True, False):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=latin_only)
        with pytest.raises(FontMissing, match="思源宋体"):
            typesetting.choose_fonts(fonts)


def test_unknown_fonts_do_when_they_can_write_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "SANS", ("没有这种字体",))
    monkeypatch.setattr(typesetting, "SERIF", ("这种也没有",))
    assert typesetting.choose_fonts(typesetting.system_fonts()).sans == ("没有这种字体",)
