"""Which header is which field."""

from __future__ import annotations

import pytest

from minqing.forms.form import Form
from minqing.forms.library import builtin_forms, form_named
from minqing.forms.naming.columns import name_columns, vocabulary
from minqing.forms.naming.subjects import choose_form


def named(headers: str, form: Form) -> dict[str, str]:
    """Header to ``slot.attribute``, blank where it is kept as it is."""
    return {one.header: ".".join(one.key or ()) for one in name_columns(headers.split("|"), form)}


def chosen(headers: str) -> tuple[str, str, dict[str, str]]:
    """Form name, subject and columns of a sheet of which only the header is known."""
    found = choose_form(headers.split("|"), builtin_forms())
    assert found is not None
    return found.form.name, found.form.subject, {one.header: ".".join(one.key or ()) for one in found.columns}


def test_a_form_s_own_labels_win_over_names() -> None:
    columns = name_columns(["走访日期", "备注", "户主", "序号", "记录编号", ""], form_named("民情台账"), first_column=2)
    assert [(one.header, one.key, one.why, one.letter) for one in columns] == [
        ("走访日期", ("visit", "visited_on"), "表样", "B"),
        ("备注", ("visit", "notes"), "表样", "C"),
        ("户主", ("head", "name"), "表样", "D"),
    ]


@pytest.mark.parametrize(
    ("header", "field", "why"),
    [
        ("走访\n日期", "visit.visited_on", "表样"),
        ("*走访日期：", "visit.visited_on", "表样"),
        ("入户日期", "visit.visited_on", "别名"),
        ("走访方式", "visit.way", "名称"),
        ("联系电话1", "head.phones", "相近"),
        ("诉求及其他", "", "未识别"),
        ("户王", "", "未识别"),
    ],
)
def test_names_are_found_in_every_spelling(header: str, field: str, why: str) -> None:
    (column,) = name_columns([header], form_named("民情台账"))
    assert ".".join(column.key or ()) == field
    assert column.why.startswith(why)


def test_each_field_is_taken_once_and_the_better_match_wins() -> None:
    found = named("入户日期|走访日期", form_named("走访台账"))
    assert found == {"入户日期": "", "走访日期": "visit.visited_on"}


def test_equal_headers_are_told_apart() -> None:
    found = named("备注|备注|说明书", form_named("走访台账"))
    assert found == {"备注": "visit.notes", "备注（2）": "", "说明书": ""}


def test_levels_are_looked_up_whole_then_by_their_last_part() -> None:
    found = named("住址/小区|住址/幢|户籍地/省|户籍地/市|配偶/姓名|姓名|家庭成员/性别", form_named("居民信息表"))
    assert found == {
        "住址/小区": "household.estate",
        "住址/幢": "household.building",
        "户籍地/省": "",
        "户籍地/市": "",
        "配偶/姓名": "",
        "姓名": "resident.name",
        "家庭成员/性别": "resident.sex",
    }


def test_unit_behind_a_header_is_no_part_of_its_name() -> None:
    assert named("家庭人口（人）|户主", form_named("民情台账"))["家庭人口（人）"] == "household.population"


def test_head_beside_a_resident_is_not_the_resident() -> None:
    found = named("户主姓名|户主身份证号|姓名|身份证号码|与户主关系", form_named("居民信息表"))
    assert found == {
        "户主姓名": "head.name",
        "户主身份证号": "head.id_number",
        "姓名": "resident.name",
        "身份证号码": "resident.id_number",
        "与户主关系": "resident.relation",
    }


def test_second_phone_column_is_joined_to_the_first() -> None:
    columns = name_columns(["姓名", "联系电话", "联系手机"], form_named("居民信息表"))
    assert [(one.header, one.joined) for one in columns] == [("姓名", ()), ("联系电话", (2,))]


def test_phone_beside_somebody_else_s_name_is_not_joined() -> None:
    found = named("姓名|联系电话|监护人姓名|联系电话", form_named("居民信息表"))
    assert found == {"姓名": "resident.name", "联系电话": "resident.phones", "监护人姓名": "", "联系电话（2）": ""}


def test_room_without_a_building_column_holds_the_whole_door() -> None:
    assert chosen("房号|户主姓名|家庭人口|面积")[2]["房号"] == "household.door"
    assert chosen("楼栋|房号|户主姓名|家庭人口|面积")[2]["房号"] == "household.room"


@pytest.mark.parametrize(
    ("headers", "form", "subject"),
    [
        (
            "序号|日期|小区|房号|户主姓名|电话|家庭情况|诉求事项|类别|处理措施|办理状态|责任单位|办结时间|走访干部|备注",
            "民情台账",
            "visit",
        ),
        ("走访对象|居住地址|方式|走访时间|参与人员|走访详情", "", "visit"),
        ("姓名|性别|联系电话|居住地址|走访日期|走访人|走访内容|下次走访日期", "", "visit"),
        ("编号|标题|主要内容|来电人|来电时间|办理结果|是否满意", "", "appeal"),
        ("登记日期|诉求人姓名|联系电话|居住地址|诉求类型|诉求内容|受理人|处理措施", "", "appeal"),
        ("姓名|性别|身份证号|与户主关系|户籍地址", "", "resident"),
        ("户主|人数|组|家庭类型|村(社区)|备注", "", "household"),
        ("房屋地址|楼栋|单元|房号|房屋类型|面积（m²）|业主姓名", "", "household"),
        ("楼栋|单元数|层数|每层户数", "", "building"),
        ("姓名|所在单位及职务|兼职职务|联系电话", "", "contact"),
    ],
)  # fmt: skip
def test_what_a_sheet_is_about(headers: str, form: str, subject: str) -> None:
    assert chosen(headers)[:2] == (form, subject)


def test_reason_is_told_in_chinese() -> None:
    found = choose_form(["标题", "主要内容", "一级分类"], builtin_forms())
    assert found is not None
    assert found.why == "没有对应的表样，按栏名读：每行是一件诉求（主要内容、一级分类、标题）。"


def test_person_of_an_appeal_is_the_reporter() -> None:
    found = chosen("姓名|身份证|联系电话|诉求内容|登记日期")[2]
    assert found["姓名"] == "appeal.reporter"
    assert found["联系电话"] == "appeal.reporter_phone"
    assert found["身份证"] == ""


def test_person_of_a_visit_is_the_head_only_when_called_so() -> None:
    assert chosen("户主|联系电话|走访日期|走访内容")[2]["联系电话"] == "head.phones"
    assert chosen("姓名|联系电话|走访日期|走访内容")[2]["联系电话"] == "resident.phones"


def test_statistics_are_no_table_of_ours() -> None:
    assert choose_form(["单位", "派遣案件总数", "按时办结数", "未办结数", "结案率"], builtin_forms()) is None


def test_read_by_names_keeps_only_the_slots_in_use() -> None:
    found = choose_form(["标题", "主要内容", "居住地址"], builtin_forms())
    assert found is not None
    assert (found.form.slots, found.form.keys) == (("household", "appeal"), ("appeal",))


def test_vocabulary_knows_fields_better_than_words_that_look_like_headers() -> None:
    likeness = vocabulary(builtin_forms())
    assert likeness("走访日期") == 1
    assert 0 < likeness("发放方式") < likeness("户主公民身份号码") < 1
    assert likeness("楼道灯不亮") == 0
