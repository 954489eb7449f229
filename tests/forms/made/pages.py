"""Sheets that are built as pages, months, statistics and families."""

from __future__ import annotations

from tests.forms.made.filling import door_fields, filled, given_for
from tests.forms.made.layouts import MERGES, VISIT_HEADER, VISITS
from tests.forms.made.lists import PEOPLE
from tests.forms.made.model import Book, Cell, Given, Row, Sheet, Span, Table
from tests.forms.made.people import person


def _page() -> Book:
    """The printable one-household form (list 1), with twelve members so that the blocks below have moved down."""
    header = "户主和与户主关系|姓名|性别|文化程度|政治面貌|户籍性质|健康状况|身份证号码|从业及地址|联系电话|备注"
    fields = {
        **PEOPLE,
        "户主和与户主关系": "resident.relation",
        "户籍性质": "resident.household_register",
        "从业及地址": "resident.work",
    }
    relations = ["户主", "妻子", "长子", "儿媳", "孙子", "孙女", "次子", "次媳", "二孙女", "母亲", "女儿", "外孙"]
    rows = []
    for number, relation in enumerate(relations, 1):
        given = {name: given_for(fields.get(name, "-"), number, 0) for name in header.split("|")}
        given |= {"户主和与户主关系": relation, "姓名": person(number).name}
        rows.append(Row(tuple(given.values())))
    last = 3 + len(rows)
    same = {"household.street": "祝桥镇", "household.community": "生活桥社区", "household.family_type": "普通户"}
    same |= {"household.situation": "正常", "household.estate": "上湾", "head.name": person(1).name}
    table = Table(header, fields, tuple(rows), left=2, same={**same, "household.detail": "上湾12号"})
    below = ["家庭类型", "门牌", "农户星级", "家庭住房情况", "承包土地情况", "主要收入来源", "户情状态"]
    values: tuple[Given, ...] = ("普通户", "上湾12号", "三星", "砖混两层", "3亩", "务工", "正常")
    placed: list[tuple[int, int, Given]] = [(3, 1, "家庭成员信息"), (last + 1, 1, "家庭信息")]
    placed += [(last + 1, 2 + place, text) for place, text in enumerate(below)]
    cells: list[tuple[int, int, Given]] = [(last + 2, 2 + place, text) for place, text in enumerate(values)]
    notes: list[tuple[int, int, Given]] = [
        (last + 3, 1, "各级走访慰问情况"),
        (last + 4, 1, "有关情况说明"),
        (last + 5, 1, "说明：本档案用黑色签字笔填写。"),
    ]
    return Book(
        "一户一档十二人",
        "一户一档：一页一户，十人以上",
        (
            Sheet(
                "Sheet9 (99)",
                (table,),
                above=(
                    ("　　　孝桥区户情档案（一户一档）",),
                    ("乡镇：祝桥镇；村（社区）：生活桥社区；湾组：上湾；建档/更新日期：2018.7.30",),
                ),
                placed=(*placed, *cells, *notes),
                spans=(Span(3, 1, last, 1), Span(last + 1, 1, last + 2, 1)),
            ),
        ),
        needs=MERGES,
    )


def _months() -> Book:
    sheets = []
    for month in (4, 5, 6):
        dates = {"走访日期": Cell(f"{month}月9日", f"2026-{month:02}-09")}
        table = filled(VISIT_HEADER, VISITS, start=month, changes=dates)
        sheets.append(Sheet(f"{month}月", (table,), above=((f"2026年{month}月走访台账",),)))
    summary = Table("月份|走访户数|诉求件数", {}, (Row(("四月", 3, 1)), Row(("五月", 3, 2)), Row(("六月", 3, 0))))
    sheets.append(Sheet("汇总", (summary,), above=(("2026年二季度走访汇总",),), declined=True))
    return Book("每月一张表", "每月一张工作表，6月9日，末张汇总", tuple(sheets), needs=frozenset({"sheets", "names"}))


_TURNED = Book(
    "横竖颠倒的统计",
    "横竖颠倒的统计表（累计、本月）",
    (
        Sheet(
            "统计",
            (
                Table(
                    "内容|合计|民生工作{小计|水利|交通|教育}|困难工作{小计|住房|医疗}|稳定工作{小计|涉法涉诉}",
                    {},
                    tuple(
                        Row((name, 10, 4, 1, 2, 1, 4, 2, 2, 2, 2))
                        for name in ("村级累计建账数", "其中上年接转数", "累计办结数", "其中实质性办结数", "呈报数")
                    ),
                ),
            ),
            above=(("民情台账统计表",), ("填报单位：", "负责人：", "填报日期：", "(单位：件)")),
            declined=True,
        ),
    ),
    needs=MERGES,
)
_TRANSPOSED = Book(
    "人在栏里的统计",
    "转置的统计：指标在左，月份在上",
    (
        Sheet(
            "统计",
            (
                Table(
                    "指标|1月|2月|3月|合计",
                    {},
                    tuple(
                        Row((name, 3, 4, 5, 12))
                        for name in ("走访户数", "登记诉求", "办结诉求", "独居老人", "联系电话变更")
                    ),
                ),
            ),
            above=(("2026年一季度民情统计",),),
            declined=True,
        ),
    ),
)
_RELATED = "门牌|户主|姓名|与户主关系|身份证号|备注"


def _family() -> Book:
    rows = []
    relations = ("户主", "妻子", "长子", "户主", "女儿")
    for number, relation in enumerate(relations, 1):
        head, home = person(1 if number < 4 else 4), person(1 if number < 4 else 4)
        first = number in (1, 4)
        door = Cell(home.door if first else None, door_fields(home))
        rows.append(
            Row(
                (
                    door,
                    Cell(head.name if first else None, head.name),
                    person(number).name,
                    relation,
                    person(number).id_number,
                )
            )
        )
    merged = ((0, 0, 3), (0, 1, 3), (3, 0, 2), (3, 1, 2))
    fields = {**PEOPLE, "门牌": "household.door", "户主": "head.name"}
    table = Table(_RELATED, fields, tuple(rows), merged=merged)
    return Book("户主纵向合并", "户主和门牌竖着合并，管全家各行", (Sheet("家庭", (table,)),), needs=MERGES)


_NAMED_HEADS = Book(
    "户主姓名与关系",
    "户主姓名一栏，与户主关系一栏，每行都写",
    (
        Sheet(
            "家庭",
            (
                Table(
                    "户主姓名|与户主关系|姓名|身份证号|门牌",
                    {**PEOPLE, "户主姓名": "head.name", "门牌": "household.door"},
                    tuple(
                        Row((person(1).name, relation, person(number).name, person(number).id_number,
                             Cell(person(1).door, door_fields(person(1)))))
                        for number, relation in enumerate(("户主", "妻子", "次子", "孙女"), 1)
                    ),
                ),
            ),
        ),
    ),
)  # fmt: skip


PAGES = (_page(), _months(), _TURNED, _TRANSPOSED, _family(), _NAMED_HEADS)
