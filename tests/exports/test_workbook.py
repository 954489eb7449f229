"""The workbook that an office gets: what stands where, as what type, and what the office may do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from exports.sheet_text import legible
from exports.workbook import sheet_name, write_workbook
from minqing.errors import TooLong
from minqing.forms.form import Column, Form, FormRow, Header
from minqing.forms.library import builtin_forms, form_named
from minqing.forms.marker import MARKER_SHEET, Marker, read_markers
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

NOTES = Form(
    name="备注表",
    subject="household",
    slots=("household",),
    keys=("household",),
    columns=(Column("序号", width=5), Column("备注", "household", "notes", width=20)),
)
PEOPLE = Form(
    name="人员表",
    subject="resident",
    slots=("resident", "visit", "household"),
    keys=("resident",),
    columns=(
        Column("姓名", "resident", "name"),
        Column("身份证号", "resident", "id_number"),
        Column("电话", "resident", "phones", masked=True),
        Column("家庭人口", "household", "population"),
        Column("走访时间", "visit", "moment"),
        Column("重点人群", "resident", "care_groups", choices="care_group"),
        Column("民族", "resident", "ethnic", choices="ethnic"),
    ),
    totals=(("家庭人口", "sum"),),
)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def weekly_sheet(rows: Sequence[FormRow], header: Header) -> Worksheet:
    book = opened(write_workbook(form_named("民情台账"), rows, header=header))
    assert isinstance(book.active, Worksheet)
    return book.active


def cells(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def read_back(content: bytes, sheet: str) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(sheet).to_python()]


def test_it_opens_on_the_data_and_has_the_other_pages_around_it(week: list[FormRow], header: Header) -> None:
    book = opened(write_workbook(form_named("民情台账"), week, header=header, marker=Marker(book="7K3QX2")))
    assert book.sheetnames == ["说明", "民情台账", "汇总", MARKER_SHEET]
    assert book.active is not None
    assert book.active.title == "民情台账"
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected] == ["民情台账"]
    assert book[MARKER_SHEET].sheet_state == "veryHidden"
    assert (book.properties.title, book.properties.creator) == ("新光路街道民情台账（2026年第47周）", "罗×")


def test_title_top_row_and_header(week: list[FormRow], header: Header) -> None:
    sheet = weekly_sheet(week, header)
    title = sheet["A1"]
    assert title.value == "新光路街道民情台账（2026年第47周）"
    assert (title.font.name, title.font.size, title.font.bold) == ("宋体", 16, True)
    assert "A1:O1" in [str(block) for block in sheet.merged_cells.ranges]
    top = [value for value in cells(sheet, 2) if value]
    assert top == [
        "填报单位（盖章）：生活桥社区", "填报人：罗×", "联系电话：138****0100", "填报日期：2026年11月20日",
    ]  # fmt: skip
    assert cells(sheet, 3)[:4] == ["序号", "走访日期", "小区", "门牌"]
    assert cells(sheet, 3)[-1] == "记录编号"
    assert sheet["B3"].font.bold
    assert sheet["B3"].fill.fgColor.rgb == "FFEDEDED"


def test_values_have_the_types_that_an_office_can_sort_by(week: list[FormRow], header: Header) -> None:
    sheet = weekly_sheet(week, header)
    assert cells(sheet, 4) == [
        1, datetime(2026, 11, 16), "生活桥小区", "3栋2单元101", "范立新1", "138****0101", "3 人，出租户",
        "楼道口飞线充电，担心起火", "飞线充电", None, "办理中", "物业 冯×", None, "罗×", None,
        "V-7K3QX2-0001C A-7K3QX2-0001C H-7K3QX2-0001C R-7K3QX2-0001C",
    ]  # fmt: skip
    assert sheet["B4"].number_format == "yyyy-mm-dd"
    assert sheet["F4"].number_format == "@"
    assert cells(sheet, 5)[7] == "无"
    assert cells(sheet, 5)[-1] == "V-7K3QX2-0002C H-7K3QX2-0002C R-7K3QX2-0002C"


def test_totals_and_signatures_close_the_table(week: list[FormRow], header: Header) -> None:
    sheet = weekly_sheet(week, header)
    assert [value for value in cells(sheet, 7) if value] == [
        "合计", "走访 3 户", "诉求 2 件", "办结 1 件 · 办结率 50%",
    ]  # fmt: skip
    assert sheet["A7"].font.bold
    assert {"A7:B7", "C7:G7"} <= {str(block) for block in sheet.merged_cells.ranges}
    assert [value for value in cells(sheet, 8) if value] == ["填报人：罗×", "审核人："]
    assert sheet.max_row == 8


def test_it_prints_on_landscape_pages_without_the_record_numbers(week: list[FormRow], header: Header) -> None:
    sheet = weekly_sheet(week, header)
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize or 0) == 9
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$3"
    assert str(sheet.print_area).endswith("$A$1:$O$8")
    assert sheet.print_options.horizontalCentered
    assert sheet.HeaderFooter.oddFooter is not None
    assert sheet.HeaderFooter.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:P6"


def test_a_state_is_offered_with_a_hint_and_another_word_is_only_warned_about(
    week: list[FormRow], header: Header
) -> None:
    sheet = weekly_sheet(week, header)
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    state = rules["K4"]
    assert state.formula1 == '"待受理,办理中,已吹哨,待回访,已办结"'
    assert (state.type, state.errorStyle, state.promptTitle) == ("list", "warning", "办理状态")
    assert "办结日期" in str(state.prompt)
    assert "K7" in state.sqref  # the 合计 row: a row inserted above it has the list as well
    assert "K20" in state.sqref
    assert "请勿改动" in str(rules["P4"].prompt)


def test_a_long_list_lives_in_a_hidden_sheet(header: Header, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"第{number}类诉求，含其他" for number in range(60)]
    monkeypatch.setattr("exports.sheet_choices.choices_of", lambda column: words if column.choices else ())
    book = opened(write_workbook(PEOPLE, [], header=header))
    lists = book["_选项"]
    assert lists.sheet_state == "veryHidden"
    rules = {str(rule.promptTitle): rule for rule in book["人员表"].data_validations.dataValidation}
    source = str(rules["民族"].formula1)
    assert source == "'_选项'!$B$2:$B$61"
    assert [row[0].value for row in lists["B2:B61"]] == words


def test_a_column_of_several_words_offers_its_list_without_a_warning(header: Header) -> None:
    book = opened(write_workbook(PEOPLE, [], header=header))
    rules = {str(rule.promptTitle): rule for rule in book["人员表"].data_validations.dataValidation}
    assert rules["民族"].showErrorMessage
    assert not rules["重点人群"].showErrorMessage
    assert "、" in str(rules["重点人群"].prompt)


def test_numbers_of_people_stay_text_and_counts_become_numbers(header: Header) -> None:
    number = "99010119491001001X"
    row: FormRow = {
        "resident": Resident(id="R-1", name="李×", id_number=number, phones=("13800000162", "02700000000")),
        "household": Household(id="H-1", population=3),
        "visit": Visit(id="V-1", visited_on=date(2026, 11, 19), visited_at=time(19, 7)),
    }
    content = write_workbook(PEOPLE, [row], header=header)
    sheet = opened(content)["人员表"]
    assert sheet["B4"].value == number
    assert sheet["B4"].data_type == "s"
    assert sheet["B4"].number_format == "@"
    assert sheet["C4"].value == PEOPLE.columns[2].show(row)
    assert "0162" in str(sheet["C4"].value)
    assert "13800000162" not in str(sheet["C4"].value)
    assert sheet["D4"].value == 3
    assert sheet["E4"].value == datetime(2026, 11, 19, 19, 7)
    assert sheet["D5"].value == "=SUM(D4:D4)"
    assert read_back(content, "人员表")[3][4] == datetime(2026, 11, 19, 19, 7)


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1楼", "@SUM(1)", "=", "'前撇", "＝1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str, header: Header) -> None:
    content = write_workbook(
        NOTES, [{"household": Household(id="H-1", notes=text)}], header=replace(header, owner=text)
    )
    book = opened(content)
    cell = book["备注表"]["B4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert not [cell for sheet in book.worksheets for row in sheet for cell in row if cell.data_type == "f"]


def test_control_characters_go_and_the_rest_of_the_text_stays(header: Header) -> None:
    rows: list[FormRow] = [{"household": Household(id="H-1", notes="走\x00访\x1f 𠮷\u3000_x0041_ <&>\n第二行")}]
    content = write_workbook(NOTES, rows, header=replace(header, community="生活\x0b桥"))
    assert read_back(content, "备注表")[3][1] == "走访 𠮷\u3000_x0041_ <&>\n第二行"


def test_a_long_text_makes_its_row_higher(header: Header) -> None:
    rows: list[FormRow] = [{"household": Household(id="H-1", notes=text)} for text in ("短", "长" * 300)]
    sheet = opened(write_workbook(NOTES, rows, header=header))["备注表"]
    assert sheet.row_dimensions[4].height == 21
    assert float(sheet.row_dimensions[5].height or 0) > 300
    assert sheet["B5"].alignment.wrap_text
    assert sheet["B5"].value == "长" * 300


def test_a_text_that_no_cell_can_hold_is_an_error_that_names_the_column(header: Header) -> None:
    with pytest.raises(TooLong, match="备注"):
        write_workbook(NOTES, [{"household": Household(id="H-1", notes="长" * 33000)}], header=header)


def test_the_hidden_sheet_describes_the_sheet_as_written(week: list[FormRow], header: Header) -> None:
    form = form_named("民情台账")
    marker = Marker(book="7K3QX2", partner="街道办", form=form.name, period=header.period)
    content = write_workbook(form, week, header=header, marker=marker)
    (found,) = read_markers([[str(cell) for cell in row] for row in read_back(content, MARKER_SHEET)])
    assert (found.book, found.partner, found.form, found.sheet) == ("7K3QX2", "街道办", "民情台账", "民情台账")
    assert found.columns == (*(column.label for column in form.columns), "记录编号")


def test_a_week_without_visits_leaves_ruled_rows_to_write_in(header: Header) -> None:
    sheet = weekly_sheet([], header)
    assert cells(sheet, 4) == [None] * 16
    assert sheet["A18"].border.left.style == "thin"
    assert sheet["A19"].value == "合计"


def test_a_password_locks_the_file_and_opens_it_again(week: list[FormRow], header: Header) -> None:
    from msoffcrypto import OfficeFile

    form = form_named("民情台账")
    content = write_workbook(form, week, header=header, password="街道2026")
    assert not content.startswith(b"PK")
    office = OfficeFile(BytesIO(content))
    office.load_key(password="街道2026")
    plain = BytesIO()
    office.decrypt(plain)
    assert opened(plain.getvalue())["民情台账"]["A4"].value == 1


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_every_shipped_form_can_be_written_and_opened(form: Form, header: Header, week: list[FormRow]) -> None:
    rows = [{**row, "resident": row["head"], "appeal": Appeal(id="A-1", title="灯")} for row in week]
    sheet = opened(write_workbook(form, rows, header=header))[sheet_name(form)]
    assert cells(sheet, 3)[:-1] == [column.label for column in form.columns]
    assert sheet["A4"].value == 1


def test_the_guide_names_the_allowed_words_and_what_to_leave_alone(week: list[FormRow], header: Header) -> None:
    guide = opened(write_workbook(form_named("民情台账"), week, header=header))["说明"]
    text = "\n".join(str(row[0].value) for row in guide)
    assert "记录编号" in text
    assert "办理状态：待受理、办理中、已吹哨、待回访、已办结" in text


def test_the_summary_counts_households_and_appeals(week: list[FormRow], header: Header) -> None:
    book = opened(write_workbook(form_named("民情台账"), week, header=header))
    rows = [[value for value in row if value is not None] for row in book["汇总"].iter_rows(values_only=True)]
    assert ["走访户数", 3] in rows
    assert ["办结率", "50%（1 / 2 件）"] in rows
    assert ["合计", 0, 1, 0, 0, 1, 2] in rows


def test_a_sheet_name_leaves_out_what_programs_refuse() -> None:
    assert sheet_name(replace(NOTES, sheet="一/二[三]" + "长" * 40)) == ("一 二 三 " + "长" * 40)[:31]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), min_size=1, max_size=12))
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    header = Header("街道", "社区", "小区", "罗×", "", "", date(2026, 11, 20))
    rows: list[FormRow] = [{"household": Household(id=f"H-{index}", notes=text)} for index, text in enumerate(texts)]
    found = read_back(write_workbook(NOTES, rows, header=header), "备注表")[3:]
    assert [row[1] for row in found] == [legible(text) for text in texts]
