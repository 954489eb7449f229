"""Sheets whose quirk is in their cells: numbers that lost digits, dates, doors, phones and words in every spelling."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from tests.forms.made.filling import door_fields, filled
from tests.forms.made.layouts import VISIT_HEADER, VISITS
from tests.forms.made.lists import PEOPLE
from tests.forms.made.model import Book, Cell, Given, Refused, Row, Sheet, Table
from tests.forms.made.people import person, person_with_x

NUMBERS = frozenset({"numbers"})
_LOST = Refused("lost_digits")


def rows_of(cells: Sequence[tuple[Given, ...]]) -> tuple[Row, ...]:
    return tuple(Row(one) for one in cells)


def _ids() -> Book:
    x = person_with_x(20)
    old = person(6).id_number[:6] + person(6).id_number[8:17]
    cells: list[tuple[Given, ...]] = [
        (person(1).name, person(1).id_number, "文本"),
        (x.name, Cell(x.id_number.lower(), x.id_number), "小写x"),
        (person(2).name, Cell(5.10322e17, _LOST), "科学计数"),
        (person(3).name, Cell(float(person(3).id_number[:15] + "000"), _LOST), "末三位成了零"),
        (person(4).name, Cell("5.10322E+17", _LOST), "科学计数的文本"),
        (person(5).name, Cell(person(5).id_number[:15] + "000", _LOST), "末三位成了零的文本"),
        (person(6).name, Cell(int(old), old), "十五位，数字"),
        (person(7).name, Cell(f"'{person(7).id_number}", person(7).id_number), "前面有撇号"),
        (person(8).name, Cell(person(8).id_number[:17], Refused("bad_id_number")), "少一位"),
        (person(9).name, Cell(f"{person(9).id_number}0", Refused("bad_id_number")), "多一位"),
        (person(10).name, Cell(_flipped(person(10).id_number), Refused("bad_id_number lost_digits")), "校验码不对"),
        (
            person(11).name,
            Cell(f" {person(11).id_number[:6]} {person(11).id_number[6:]} ", person(11).id_number),
            "有空格",
        ),
        (person(12).name, Cell("未办理", Refused("bad_id_number")), "写了字"),
        (person(13).name, Cell("--", ""), "横线"),
    ]
    table = Table("姓名|身份证号码|情况", {**PEOPLE, "情况": "-"}, rows_of(cells))
    return Book("身份证号", "科学计数、15+000、15 位、小写 x、错号", (Sheet("居民", (table,)),), needs=NUMBERS)


def _flipped(number: str) -> str:
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def _phones() -> Book:
    cells: list[tuple[Given, ...]] = [
        ("谢玉兰", Cell(16900000107, "16900000107")),
        ("韦国强", Cell("16900000113；16900000162", "16900000113、16900000162")),
        ("范立新", Cell("16900000113 028-85550107", "028-85550107、16900000113")),
        ("罗秀珍", Cell("16900000171/16900000172", "16900000171、16900000172")),
        ("尹建华", Cell(1.69e10, Refused())),
        ("汤桂英", Cell("1.69E+10", _LOST)),
        ("黎春生", Cell(2885550107, Refused("bad_phone"))),
        ("易小满", Cell("028-85550107", "028-85550107")),
        ("常大勇", Cell("8555010", "8555010")),
        ("武若云", Cell("169000001234", Refused("bad_phone"))),
        ("乔长河", Cell("电话打不通", Refused("bad_phone"))),
        ("贺知夏", Cell("169 0000 0107", "16900000107")),
        ("赖玉兰", Cell("１６９００００００１３", Refused())),
        ("龚国强", Cell("169****0107", Refused("masked_value"))),
        ("文立新", Cell("16900000113\n16900000162", "16900000113、16900000162")),
    ]
    cells[4] = ("尹建华", Cell(16900000000.5, Refused()))
    cells[12] = ("赖玉兰", Cell("１６９００００００１３"[:11], "16900000013"))
    table = Table("姓名|联系电话", PEOPLE, rows_of(cells))
    return Book("电话", "两个电话在一格、数字电话、座机、丢了 0", (Sheet("居民", (table,)),), needs=NUMBERS)


_GOOD_DATES: tuple[tuple[Given, str], ...] = (
    ("2018.7.30", "2018-07-30"),
    ("2018-08-08", "2018-08-08"),
    ("2018-2-3", "2018-02-03"),
    ("2018/1/6 12:09:38", "2018-01-06 12:09"),
    ("6月9日", "2018-06-09"),
    ("2018年6月9日 星期六", "2018-06-09"),
    ("2018年6月9日下午3:20", "2018-06-09 15:20"),
    ("2018年6月9日 上午9:05", "2018-06-09 09:05"),
    ("20180609", "2018-06-09"),
    (20180609, "2018-06-09"),
    (43260, "2018-06-09"),
    (date(2018, 6, 9), "2018-06-09"),
    (datetime(2018, 6, 9, 15, 20), "2018-06-09 15:20"),
    ("2018-06-09 15:20", "2018-06-09 15:20"),
    ("二〇一八年六月九日", "2018-06-09"),
    ("2018 年 6 月 9 日", "2018-06-09"),
    ("２０１８．６．９", "2018-06-09"),
)
_BAD_DATES: tuple[Given, ...] = (
    "2018-06-10#2018-07-10", "201x年x月x日 星期x", "2018.13.8", "2018-02-30", "2018年6月", "18.6.9", "六月上旬",
)  # fmt: skip
_NO_DATES: tuple[Given, ...] = ("--", "1899-12-30", "1899-12-30 00:00:00.0", "1.0")


def _dates() -> Book:
    cells: list[tuple[Given, ...]] = []
    for number, (given, truth) in enumerate(_GOOD_DATES, 1):
        cells.append((number, Cell(_raw(given), truth), Cell(person(number).door, door_fields(person(number))), "好"))
    for number, given in enumerate(_BAD_DATES, len(cells) + 1):
        door = Cell(person(number).door, door_fields(person(number)))
        cells.append((number, Cell(_raw(given), Refused("bad_date")), door, "日期有误"))
    table = Table("序号|走访时间|门牌|走访内容", {**_MOMENTS, "走访内容": "visit.said"}, rows_of(cells))
    return Book("日期", "日期的各种写法", (Sheet("走访", (table,), above=(("2018年6月走访台账",),)),), needs=NUMBERS)


_MOMENTS = {"走访时间": "visit.moment|visit.visited_on", "门牌": "household.door"}


def _raw(given: Given) -> str | int | date | datetime:
    assert isinstance(given, str | int | date)
    return given


def _births() -> Book:
    pairs: tuple[tuple[Given, str], ...] = (
        ("1968.07", "1968-07"),
        ("1968年7月", "1968-07"),
        ("1968", "1968"),
        ("19680712", "1968-07-12"),
        ("1968-7-12", "1968-07-12"),
        (date(1968, 7, 12), "1968-07-12"),
        ("--", ""),
        ("1899-12-30", ""),
        ("1899-12-30 00:00:00.0", ""),
        ("1.0", ""),
    )
    cells = [(person(n).name, Cell(_raw(given), truth), "出生") for n, (given, truth) in enumerate(pairs, 1)]
    cells.append((person(12).name, Cell("属龙", Refused("bad_date")), "写了字"))
    table = Table("姓名|出生年月|备注", {**PEOPLE, "出生年月": "resident.birth"}, rows_of(cells))
    return Book("出生年月", "只有年月、空日期的各种写法", (Sheet("居民", (table,)),))


def _shifted() -> Book:
    header = "户主和与户主关系|姓名|性别|文化程度|政治面貌|户籍性质|身份证号码|联系电话"
    fields = {**PEOPLE, "户主和与户主关系": "resident.relation", "户籍性质": "resident.household_register"}
    one, two, three = person(1), person(2), person(4)
    rows = (
        Row(("户主", one.name, one.sex, "初中", "群众", "农业", one.id_number, one.phone)),
        Row((None, None, None, None, "妻子", two.name, two.sex, "小学"), shifted=True),
        Row((None, "长子", person(3).name, "男", "高中", "党员", "农业", person(3).id_number), shifted=True),
        Row(("女儿", three.name, three.sex, "高中", "群众", "非农", three.id_number, three.phone)),
        Row(
            (person(5).name, person(5).sex, "初中", "群众", "农业", person(5).id_number, person(5).phone), shifted=True
        ),
    )
    return Book("错了列的行", "整行错列：关系词写进了政治面貌", (Sheet("户情", (Table(header, fields, rows),)),))


def _names() -> Book:
    cells = [
        ("𠮷田𠮷", "䨼家湾", "带生僻字𠮷䨼"),
        ("欧阳·阿依古丽", "有点号", "=1+1"),
        ("司马㐱", "备注里\n换行", "+861690000"),
        ("上官𣇉", "-横线开头", "@开头"),
        ("诸葛玥", "“引号”,逗号;分号", "制表符"),
    ]
    table = Table("姓名|户籍地址|备注", PEOPLE, rows_of(cells))
    return Book("生僻字", "生僻字、换行、引号、= + - @ 开头", (Sheet("居民", (table,)),))


def _colours() -> Book:
    header = "序号|姓名|性别|联系电话|居住地址|备注"
    visited = (0, 1, 4)
    rows = []
    for place, row in enumerate(filled(header, PEOPLE, count=6).rows):
        name = Cell(person(place + 1).name, fill="FFFF00" if place in visited else "")
        rows.append(Row((row.cells[0], name, *row.cells[2:])))
    table = Table(header, PEOPLE, tuple(rows), marks=dict.fromkeys(visited, "黄"))
    sheet = Sheet("走访情况", (table,), above=(("2026年5月走访情况（走访过的涂黄）",),))
    return Book("涂黄表示走访过", "涂黄的格表示走访过：不改变各栏的值", (sheet,), needs=frozenset({"fills"}))


def _formulas() -> Book:
    one, two = person(1), person(2)
    rows = (
        Row(
            (
                Cell(1, formula="ROW()-1"),
                one.name,
                Cell(one.id_number, formula='"99"&"0101"'),
                Cell(one.door, door_fields(one), formula="A1"),
            )
        ),
        Row(
            (
                Cell(2, formula="ROW()-1"),
                Cell(two.name, rich=True),
                Cell(None, "", error="#N/A", formula="NA()"),
                Cell(two.door, door_fields(two), rich=True),
            )
        ),
        Row((3, "范立新", Cell(None, "", error="#REF!"), Cell(None, "", error="#VALUE!"))),
    )
    table = Table("序号|姓名|身份证号|门牌", {**PEOPLE, "门牌": "household.door"}, rows)
    sheet = Sheet("居民", (table,))
    return Book("公式与错误值", "公式的最后结果、错误值、富文本", (sheet,), needs=frozenset({"formulas", "look"}))


def _hidden() -> Book:
    table = filled(VISIT_HEADER, VISITS, count=5)
    codes = Table("姓名|性别|身份证号", PEOPLE, rows_of([(person(30).name, person(30).sex, person(30).id_number)]))
    sheets = (Sheet("走访", (table,), hidden_rows=(3, 5), filtered=True), Sheet("bean", (codes,), hidden=True))
    return Book("隐藏的行与表", "隐藏和筛选掉的行照读，隐藏的表不读", sheets, needs=frozenset({"hidden"}))


def _times() -> Book:
    header = "序号|走访日期|走访钟点|门牌|走访记录"
    fields = {**VISITS, "走访钟点": "visit.visited_at"}
    clocks: tuple[tuple[Given, str], ...] = (
        (time(15, 20), "15:20"),
        ("15:20", "15:20"),
        ("下午3点20分", "15:20"),
        ("9:05", "09:05"),
    )
    cells = [
        (n, date(2026, 11, 10 + n), Cell(given if isinstance(given, str | time) else None, truth),
         Cell(person(n).door, door_fields(person(n))), "好")
        for n, (given, truth) in enumerate(clocks, 1)
    ]  # fmt: skip
    return Book(
        "1904日期",
        "1904 日期系统、钟点",
        (Sheet("走访", (Table(header, fields, rows_of(cells)),)),),
        date1904=True,
        needs=frozenset({"1904"}),
    )


def _extent(name: str, quirks: str, *, empty: int = 0, dimension: str = "", needs: str = "") -> Book:
    blank = Row((" ", "　", None, None), data=False)
    rows = filled("序号|姓名|联系电话|备注", PEOPLE).rows
    table = Table(
        "序号|姓名|联系电话|备注", PEOPLE, (rows[0], blank, *rows[1:], blank, Row((4, None, None, None), data=False))
    )
    sheet = Sheet("居民", (table,), empty_rows=empty, dimension=dimension)
    return Book(name, quirks, (sheet,), needs=frozenset(needs.split()))


VALUES = (
    _ids(), _phones(), _dates(), _births(), _shifted(), _names(), _colours(), _formulas(), _hidden(), _times(),
    _extent("只有空格的行", "只有一个空格的行、只有序号的行"),
    _extent("六万空行", "六万行有格式的空行", empty=60_000, needs="xlsx"),
    _extent("尺寸写小了", "工作表自称的尺寸不对", dimension="A1:B2", needs="xlsx"),
    _extent("尺寸写大了", "工作表自称的尺寸不对", dimension="A1:XFD1048576", needs="xlsx"),
)  # fmt: skip
