"""Sheets whose quirk is how they are built: headers, rows around the table, tables beside each other, pages, months."""

from __future__ import annotations

from datetime import date

from tests.forms.made.filling import door_fields, filled
from tests.forms.made.lists import PEOPLE
from tests.forms.made.model import Book, Cell, Given, Row, Sheet, Table
from tests.forms.made.people import person

MERGES = frozenset({"merges"})
_SHORT = "序号|姓名|性别|身份证号|联系电话|居住地址|备注"
VISITS = {
    "走访日期": "visit.visited_on|visit.moment",
    "门牌": "household.door",
    "户主": "head.name",
    "走访人": "visit.visitors",
    "走访记录": "visit.said",
    "下次走访日期": "visit.next_on",
    "备注": "visit.notes",
}
VISIT_HEADER = "序号|走访日期|门牌|户主|走访人|走访记录|备注"


def _headers(levels: int, header: str) -> Book:
    fields = {"/".join([*parents, label]): field for parents, label, field in _NESTED}
    table = filled(header, fields)
    needs = MERGES if levels > 1 else frozenset()
    return Book(f"表头{levels}级", f"{levels} 级表头", (Sheet("居民", (table,), above=(("居民情况",),)),), needs=needs)


_NESTED = (
    ((), "姓名", "resident.name"),
    ((), "备注", "resident.notes"),
    (("基本情况",), "性别", "resident.sex"),
    (("基本情况",), "身份证号", "resident.id_number"),
    (("基本情况", "证件"), "身份证号", "resident.id_number"),
    (("基本情况", "证件", "公民"), "身份证号", "resident.id_number"),
    (("居住",), "小区", "household.estate"),
    (("居住",), "门牌", "household.door"),
)
_ONE = Book("表头1级", "1 级表头", (Sheet("居民", (filled(_SHORT, PEOPLE),)),))
_TWO = _headers(2, "序号|姓名|基本情况{性别|身份证号}|居住{小区|门牌}|备注")
_THREE = _headers(3, "序号|姓名|基本情况{性别|证件{身份证号|证件有效期}}|居住{小区|门牌}|备注")
_FOUR = _headers(4, "序号|姓名|基本情况{性别|证件{公民{身份证号|签发机关}|护照}}|居住{小区|门牌}|备注")

_STARS = Book(
    "星号与空格",
    "星号在前在后，空格、换行、全角括号",
    (
        Sheet(
            "出租房",
            (
                filled(
                    "*姓 名|所属网格*|＊性\n别|身份证号码（18位）*|*联系\n电话|家庭人口（人）|现居地址 *|备　注",
                    {
                        **PEOPLE,
                        "身份证号码(18位)": "resident.id_number",
                        "家庭人口(人)": "household.population",
                        "现居地址": "household.address",
                    },
                ),
            ),
            above=(("　　出租房居住人员登记表",),),
        ),
    ),
)
_CODES = Book(
    "代码行",
    "表头下的代码行 A B C D1",
    (
        Sheet(
            "居民",
            (
                Table(
                    _SHORT,
                    PEOPLE,
                    filled(_SHORT, PEOPLE).rows,
                    hints=(("A", "B", "C", "D1", "D2", "E", "F"),),
                ),
            ),
            above=(("居民信息",),),
        ),
    ),
)
_INSTRUCTIONS = Book(
    "版本与说明行",
    "A1 是版本号，填写说明一行，填报单位在一格里",
    (
        Sheet(
            "居民",
            (
                Table(
                    "序号|姓名|性别|身份证号|联系电话|小区|门牌",
                    {**PEOPLE, "小区": "household.estate", "门牌": "household.door"},
                    filled(
                        "序号|姓名|性别|身份证号|联系电话|小区|门牌",
                        {**PEOPLE, "小区": "household.estate", "门牌": "household.door"},
                    ).rows,
                    same={"household.street": "新光路街道", "household.community": "生活桥社区"},
                ),
            ),
            above=(
                (1.0, "居民信息登记表"),
                (
                    "填写说明：1.带*的必须填写；2.日期填2012-02-03；3.身份证号码请先把单元格设为文本再填，不要漏填、错填、重填。",
                ),
                ("填报单位（盖章）：新光路街道生活桥社区　　填报日期：2026年11月20日",),
            ),
        ),
    ),
)


def _split_unit(name: str, cells: tuple[Given, ...]) -> Book:
    header = "姓名|性别|身份证号|联系电话|小区|门牌|文化程度|政治面貌|民族|婚姻状况|备注"
    fields = {**PEOPLE, "小区": "household.estate", "门牌": "household.door"}
    table = filled(header, fields)
    same = {"household.street": "新光路街道", "household.community": "生活桥社区"}
    table = Table(header, fields, table.rows, same=same)
    return Book(name, "填报单位分在几格里", (Sheet("户籍人口", (table,), above=(("户籍人口登记表",), cells)),))


_SPLIT = _split_unit("填报单位分格", ("填报单位：", "川北省", "新光市", "生活区", "新光路街道", "生活桥社区"))
_SPLIT_LABELLED = _split_unit(
    "填报单位带标签",
    (
        "填报单位：",
        "川北省",
        "省*",
        "新光市",
        "市*",
        "生活区",
        "市/县/区*",
        "新光路街道",
        "乡镇/街道*",
        "生活桥社区",
        "社区/村*",
    ),
)
_FEET = Book(
    "合计与落款",
    "合计、重复的表头、说明、填报人行",
    (
        Sheet(
            "走访",
            (
                Table(
                    VISIT_HEADER,
                    VISITS,
                    (
                        *filled(VISIT_HEADER, VISITS, count=2).rows,
                        Row(tuple(VISIT_HEADER.split("|")), data=False),
                        *filled(VISIT_HEADER, VISITS, count=2, start=3).rows,
                        Row(("本页小计", 4, None, None, None, None, None), data=False),
                        *filled(VISIT_HEADER, VISITS, count=1, start=5).rows,
                    ),
                ),
            ),
            above=(("走访台账（2026年第47周）",),),
            below=(
                ("合计", None, "5户", None, None, "5次"),
                ("说明：本表每周五下班前报街道。",),
                ("填报人：罗立新", None, "审核人：", None, "填报日期：2026年11月20日"),
                ("报送单位：新光路街道", "--", "报送人：罗立新", "--", "报送时间：2026-11-20"),
                ("--", "--", "--"),
            ),
        ),
    ),
)
_TIMES = {
    "日期": "visit.visited_on|visit.moment",
    "时": "joined|visit.visited_at",
    "分": "joined|visit.visited_at",
    "门牌": "household.door",
    "户主": "head.name",
    "走访内容": "visit.said",
}


def _clock_row(number: int, given: Given, hour: Given, minute: Given) -> Row:
    one = person(number)
    return Row((given, hour, minute, Cell(one.door, door_fields(one)), one.name, f"说起第{number}件事"))


_CLOCK = Book(
    "日期时分三栏",
    "日期、时、分在三栏里",
    (
        Sheet(
            "走访",
            (
                Table(
                    "日期|时|分|门牌|户主|走访内容",
                    _TIMES,
                    (
                        _clock_row(1, "2026-11-16", Cell(9, {}), Cell(5, {"visit.visited_at": "09:05"})),
                        _clock_row(2, "2026-11-17", Cell("15时", {}), Cell("20分", {"visit.visited_at": "15:20"})),
                        _clock_row(3, "2026-11-18", None, None),
                        _clock_row(
                            4, Cell(date(2026, 11, 19), "2026-11-19"), Cell(18, {"visit.visited_at": "18:00"}), None
                        ),
                    ),
                ),
            ),
            above=(("走访时间登记",),),
        ),
    ),
)
_TWIN = "序号|姓名|性别|联系电话|门牌"
_ASKED = Book(
    "说不清的表",
    "说不清每行是一户还是一人：要问",
    (Sheet("Sheet1", (filled("序号|姓名|门牌", {**PEOPLE, "门牌": "household.door"}, count=4),)),),
    asks=True,
)
_TWICE = Book(
    "并排两份同样的表",
    "左右两份同样的栏",
    (
        Sheet(
            "通讯",
            (
                filled(_TWIN, {**PEOPLE, "门牌": "household.door"}, count=4),
                Table(
                    _TWIN,
                    {**PEOPLE, "门牌": "household.door"},
                    filled(_TWIN, {**PEOPLE, "门牌": "household.door"}, count=3, start=11).rows,
                    left=7,
                ),
            ),
            above=(("楼栋居民通讯录",),),
        ),
    ),
)
_BESIDE: tuple[tuple[Given, ...], ...] = (("诉求来源", "数量", "占比"), ("走访", 3, "75%"), ("来电", 1, "25%"))
_DIFFERENT = Book(
    "并排两张不同的表",
    "左边诉求，右边按来源统计",
    (
        Sheet(
            "诉求",
            (
                filled(
                    "序号|登记日期|诉求人|诉求内容|办理状态",
                    {
                        "登记日期": "appeal.registered_on|appeal.moment",
                        "诉求人": "appeal.reporter",
                        "诉求内容": "appeal.text",
                        "办理状态": "appeal.state",
                    },
                    count=4,
                ),
            ),
            above=(("诉求登记（左）与来源统计（右）",),),
            placed=tuple(
                (row, 7 + column, text) for row, line in enumerate(_BESIDE, 2) for column, text in enumerate(line)
            ),
        ),
    ),
)
LAYOUTS = (
    _ONE, _TWO, _THREE, _FOUR, _STARS, _CODES, _INSTRUCTIONS, _SPLIT, _SPLIT_LABELLED, _FEET, _CLOCK, _ASKED, _TWICE,
    _DIFFERENT,
)  # fmt: skip
