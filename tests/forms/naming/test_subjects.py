"""Which form a sheet follows: scored, explained, and asked when it is not clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.errors import UnsureForm
from minqing.forms.form import Column, Form, Layout
from minqing.forms.library import builtin_forms, form_named
from minqing.forms.naming.subjects import Candidate, candidates, has_needs, in_question, layout_key, read_as
from minqing.forms.naming.topics import TOPICS, topic_named
from minqing.forms.report import column_notes, skipped_words
from minqing.forms.sheet import SheetReading, read_file
from tests.forms.conftest import WriteBook

AMBIGUOUS = ["姓名", "电话", "地址", "日期", "内容"]
ROW = ["谢玉×", "13800000107", "1栋202", "2026-11-16", "楼道灯不亮"]


def learned(name: str, *columns: tuple[str, str]) -> Form:
    """A form that an office taught: label and field (``resident.name``, blank for none)."""
    fields = [field.partition(".") for _, field in columns]
    made = tuple(
        Column(label, slot, attribute, letter=chr(ord("A") + index))
        for index, ((label, _), (slot, _, attribute)) in enumerate(zip(columns, fields, strict=True))
    )
    slots = tuple(dict.fromkeys(column.slot for column in made if column.slot))
    return Form(name, slots[0], slots, slots[:1], made, layout=Layout(header=(1,), first=2, last=20))


CARE = learned("关爱名单", ("姓名", "resident.name"), ("电话", "resident.phones"), ("地址", "household.address"),
               ("日期", ""), ("内容", "resident.notes"))  # fmt: skip


def ranked(headers: str, *forms: Form) -> tuple[Candidate, ...]:
    return candidates(headers.split("|"), (*forms, *builtin_forms()))


def read(path: Path, **more: object) -> SheetReading:
    (reading,) = read_file(path, **more).readings  # type: ignore[arg-type]
    return reading


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        ("姓名|电话|地址|日期|内容", ["走访", "居民", "诉求", "家庭"]),
        ("姓名|地址|备注", ["居民", "家庭"]),
        ("日期|姓名|地址|情况|备注", ["走访", "居民", "家庭"]),
        ("编号|姓名|事项|日期", ["诉求", "居民"]),
        ("门牌|户主|电话|诉求|日期", ["走访", "诉求", "家庭"]),
        ("内容|层级/乡镇街道|层级/村居|层级/小计|层级/年度累计", ["诉求"]),
    ],
)
def test_what_may_be_several_things_is_a_question(headers: str, names: list[str]) -> None:
    assert [one.name for one in in_question(ranked(headers))] == names


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ("姓名|性别|身份证号|与户主关系|户籍地址", "居民"),
        ("姓名|性别|年龄|联系电话|居住地址|备注", "居民"),
        ("姓名|电话|住址", "居民"),
        ("姓名|联系电话|地址|备注", "居民"),
        ("住址|姓名|手机号", "居民"),
        ("户主|人数|组|家庭类型|村(社区)|备注", "家庭"),
        ("户主|门牌|联系电话", "家庭"),
        ("户主姓名|联系电话|小区", "家庭"),
        ("姓名|身份证|联系电话|诉求内容|登记日期", "诉求"),
        ("走访日期|户主|诉求事项|办理状态|处理措施", "走访"),
        ("姓名|性别|身份证号|出生日期|走访日期|走访人|走访内容", "走访"),
        ("姓名|所在单位及职务|兼职职务|联系电话", "力量"),
        ("楼栋|单元数|层数|每层户数", "楼栋"),
        ("标题|主要内容|居住地址", "诉求"),
        (
            "姓名|身份证|联系电话|性别|出生年月|民族|政治面貌|主要愿望或诉求|项目类别(大类)|办理结果|登记时间",
            "诉求",
        ),
        ("走访对象|居住地址|方式|走访时间|参与人员|走访详情|服务标签", "走访"),
    ],
)
def test_what_is_clear_is_not_asked(headers: str, name: str) -> None:
    found = ranked(headers)
    assert in_question(found) == ()
    assert found[0].name == name


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_a_form_s_own_sheet_is_sure(form: Form) -> None:
    found = candidates([column.label for column in form.columns], builtin_forms())
    assert in_question(found) == ()
    assert (found[0].name, found[0].score) == (form.name, 1.0)


def test_a_sheet_that_names_nothing_of_ours_has_no_candidates() -> None:
    assert ranked("单位|派遣案件总数|按时办结数|未办结数|结案率") == ()
    assert in_question(()) == ()


def test_candidates_say_what_speaks_for_them() -> None:
    first, second, *_ = ranked("姓名|电话|地址|日期|内容")
    assert (first.each, first.fitting, first.speaks) == ("每行是一次走访", 5, "日期、内容")
    assert (second.each, second.speaks) == ("每行是一位居民", "姓名")
    assert first.score > second.score
    assert str(first.offered) == "走访（每行是一次走访，5 栏认得 5 栏：日期、内容）"


def test_a_learned_form_settles_what_names_leave_open() -> None:
    found = ranked("姓名|电话|地址|日期|内容", CARE)
    assert in_question(found) == ()
    assert (found[0].name, found[0].why) == ("关爱名单", "按“关爱名单”读：有它 5 栏中的 5 栏。")
    assert [one.key for one in found[0].columns] == [
        ("resident", "name"), ("resident", "phones"), ("household", "address"), None, ("resident", "notes"),
    ]  # fmt: skip
    assert [one.why for one in found[0].columns] == ["学过", "学过", "学过", "学过：不对应栏目", "学过"]


def test_all_labels_of_a_learned_form_count() -> None:
    form = learned("台账", ("姓名", "resident.name"), ("甲", ""), ("乙", ""), ("丙", ""), ("丁", ""))
    assert "台账" not in {one.name for one in ranked("姓名|性别|身份证号", form)}
    assert ranked("姓名|甲|乙|丙|性别", form)[0].name == "台账"


def test_two_learned_forms_that_differ_are_a_question() -> None:
    other = learned("慰问名单", *((one.label, f"resident.{name}" if name else "") for one, name in zip(
        CARE.columns, ("name", "phones", "register_address", "", "notes"), strict=True)))  # fmt: skip
    assert [one.name for one in in_question(ranked("姓名|电话|地址|日期|内容", CARE, other))] == [
        "关爱名单",
        "慰问名单",
    ]
    twin = learned("又一张", *((one.label, f"{one.slot}.{one.attribute}" if one.slot else "") for one in CARE.columns))
    assert in_question(ranked("姓名|电话|地址|日期|内容", CARE, twin)) == ()


def test_repeated_labels_of_a_learned_form_are_told_apart() -> None:
    form = learned("表", ("姓名", "resident.name"), ("备注", "resident.notes"), ("备注（2）", "resident.work"))
    columns = read_as(["姓名", "备注", "备注"], form, "").columns
    assert [one.key for one in columns] == [("resident", "name"), ("resident", "notes"), ("resident", "work")]


def test_a_learned_form_needs_a_column_of_its_subject() -> None:
    reading = read_as(["门牌", "日期"], CARE, "")
    assert not has_needs(CARE, reading.columns)
    assert has_needs(CARE, read_as(["姓名"], CARE, "").columns)


@pytest.mark.parametrize("word", ["居民", "resident", "Residents", " 人员 "])
def test_kinds_are_known_by_many_words(word: str) -> None:
    assert topic_named(word) is next(topic for topic in TOPICS if topic.name == "居民")


def test_a_layout_goes_by_its_labels_in_any_order() -> None:
    key = layout_key(["序号", "*姓名：", "联系\n电话", "备注", "备注", "记录编号", ""])
    assert key == layout_key(["备注", "姓名", "备注", "联系电话"])
    assert key != layout_key(["姓名", "联系电话", "备注"])


def test_an_unsure_sheet_raises_with_the_way_out(write_book: WriteBook) -> None:
    with pytest.raises(UnsureForm) as caught:
        read_file(write_book({"名单": [AMBIGUOUS, ROW]}))
    error = caught.value
    assert (error.sheet, error.layout) == ("名单", layout_key(AMBIGUOUS))
    assert [one.name for one in error.candidates] == ["走访", "居民", "诉求", "家庭"]
    assert "“来表.xlsx”的工作表“名单”" in str(error)
    assert "居民（每行是一位居民，5 栏认得 3 栏：姓名）" in str(error)
    assert "--form 走访" in str(error)


def test_a_blank_sheet_asks_nothing(write_book: WriteBook) -> None:
    assert read(write_book({"名单": [AMBIGUOUS]})).name == "走访"


def test_answers_are_followed_and_only_asked_ones_are_kept(write_book: WriteBook) -> None:
    path = write_book({"名单": [["序号", *AMBIGUOUS], [1, *ROW]]})
    key = layout_key(AMBIGUOUS)
    asked = read(path, form=TOPICS[2].skeleton)
    assert (asked.name, asked.form.subject, asked.answer, asked.layout) == ("居民", "resident", "居民", key)
    assert asked.why == "按选定的“居民”读。"
    told = read(path, answers={key: "居民"})
    assert (told.name, told.answer, told.why) == ("居民", "", "上次您说过按“居民”读。")
    again = read(path, form=TOPICS[2].skeleton, answers={key: "居民"})
    assert again.answer == ""
    other = read(path, choices={key: "诉求"}, answers={key: "居民"})
    assert (other.name, other.answer) == ("诉求", "诉求")
    with pytest.raises(UnsureForm):
        read_file(path, answers={key: "忘掉的表样"})


def test_a_choice_that_does_not_suit_a_sheet_leaves_it_as_it_was(write_book: WriteBook) -> None:
    labels = ["楼栋", "单元数", "层数", "每层户数"]
    path = write_book({"名单": [AMBIGUOUS, ROW], "楼栋": [labels, ["3栋", 2, 6, 4]]})
    choices = {layout_key(AMBIGUOUS): "诉求", layout_key(labels): "诉求"}
    found = read_file(path, choices=choices).readings
    assert [(one.name, one.answer) for one in found] == [("诉求", "诉求"), ("楼栋", "")]


def test_a_chosen_form_that_would_have_been_taken_is_no_answer(write_book: WriteBook) -> None:
    path = write_book({"名单": [["姓名", "性别", "身份证号", "出生日期"], ["谢玉×", "女", None, "1956-03-08"]]})
    assert read(path, form=TOPICS[2].skeleton).answer == ""
    assert read(path, form=form_named("居民信息表")).answer == "居民信息表"


def test_the_report_tells_of_every_column_and_row(write_book: WriteBook) -> None:
    rows = [
        ["序号", "姓名", "性别", "联系电话", "联系手机", "婚烟状况", "饲养宠物", "记录编号"],
        [1, "谢玉×", "女", "13800000107", None, "未婚", "猫", None],
        [None] * 8,
        ["合计", 1, None, None, None, None, None, None],
        ["填表人：王×"],
    ]
    reading = read(write_book({"名单": rows}))
    notes = [(one.letter, one.header, one.field, one.label, one.why) for one in column_notes(reading)]
    assert notes == [
        ("A", "序号", "", "序号", "序号，不用读"),
        ("B", "姓名", "resident.name", "姓名", "名称"),
        ("C", "性别", "resident.sex", "性别", "名称"),
        ("D", "联系电话", "resident.phones", "联系电话", "名称"),
        ("E", "联系手机", "resident.phones", "联系电话", "并入 D 列“联系电话”"),
        ("F", "婚烟状况", "", "", "未识别"),
        ("G", "饲养宠物", "", "", "未识别"),
        ("H", "记录编号", "", "记录编号", "认回原来的记录"),
    ]
    assert [one.meaning for one in column_notes(reading)][:2] == ["序号", "居民·姓名"]
    assert list(skipped_words(reading.skipped)) == ["空行 1 行", "合计行：第 4 行", "说明或落款：第 5 行"]
    assert 0 < reading.score < 1
