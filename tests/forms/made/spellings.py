"""Sheets whose quirk is the words in them: doors, addresses, relations and schooling in every spelling."""

from __future__ import annotations

from tests.forms.made.filling import door_fields
from tests.forms.made.lists import PEOPLE
from tests.forms.made.model import Book, Cell, Given, Refused, Sheet, Somewhere, Table
from tests.forms.made.people import person
from tests.forms.made.values import rows_of


def _door(text: str, building: str, unit: str, room: str, *, estate: str = "", **more: str) -> Cell:
    digits = "".join(one for one in room if one.isdigit())
    floor = digits[:-2] if len(digits) > 2 else ""
    parts = {"building": building, "unit": unit, "floor": floor, "room": room, "estate": estate, **more}
    return Cell(text, {f"household.{name}": value for name, value in parts.items() if value})


_DOORS = (
    _door("3栋", "3", "", ""),
    _door("17栋3", "17", "", "3"),
    _door("8座", "8", "", ""),
    _door("7栋1005室", "7", "", "1005"),
    _door("10栋1单元", "10", "1", ""),
    _door("301#", "", "", "301"),
    _door("1#楼", "1", "", ""),
    _door("3-2幢楼", "3-2", "", ""),
    _door("3号楼", "3", "", ""),
    _door("2-3-501", "2", "3", "501"),
    _door("3-2-501", "3", "2", "501"),
    _door("3#2-501", "3", "2", "501"),
    _door("5幢7号101室", "5", "7", "101"),
    _door("2 栋 1 单元 1 层 02 号", "2", "1", "102"),
    _door("3 栋 2 单元 5 层 01 号", "3", "2", "501"),
    _door("三栋二单元501室", "3", "2", "501"),
    _door("3栋2单元501", "3", "2", "501"),
    _door("３栋２单元５０１", "3", "2", "501"),
    _door("1单元101室", "", "1", "101"),
    _door("1001室", "", "", "1001"),
    _door("302房", "", "", "302"),
    _door("3单元", "", "3", ""),
    Cell("-1楼", {"household.floor": "-1"}),
    Cell("负二楼", {"household.floor": "-2"}),
)
_ADDRESSES = (
    _door("幸福小区3号楼2单元501", "3", "2", "501", estate="幸福小区"),
    _door("和平花园5栋101室", "5", "", "101", estate="和平花园"),
    _door("蓬山园4幢6号102室", "4", "6", "102", estate="蓬山园"),
    _door("幸福 小区 5幢 2单元 301室", "5", "2", "301", estate="幸福小区"),
    _door("南大路18弄5号302室", "5", "", "302", estate="南大路18弄"),
    _door("南大路18弄5号302", "5", "", "302", estate="南大路18弄"),
    _door("五常街道庭院5幢4单元201", "5", "4", "201", street="五常街道", estate="庭院"),
    _door("董家弄16号号202室", "16", "", "202", estate="董家弄"),
    *(
        Cell(text, Somewhere(text))
        for text in (
            "新华里12号院3号", "人民街88号附5号", "建设路56号小区2栋", "胜利家园西区6栋", "上湾村9社", "上湾村9组",
            "桥头路9号附9号", "桥头路9号9单元9室", "大段家田\n999号", "生活桥|3栋|2单元|501",
        )
    ),
)  # fmt: skip


def _places(name: str, label: str, field: str, doors: tuple[Cell, ...]) -> Book:
    cells = [(n, f"{person(n).name}{n}", person(n).sex, one, f"第{n}户") for n, one in enumerate(doors, 1)]
    table = Table(f"序号|姓名|性别|{label}|备注", {**PEOPLE, label: field}, rows_of(cells))
    return Book(name, "门牌和住址的各种写法", (Sheet("居民", (table,)),))


def _relations() -> Book:
    words = [
        "户主",
        "妻子",
        "儿子",
        "长子",
        "女儿",
        "儿媳",
        "孙子",
        "次子",
        "孙女",
        "母亲",
        "长女",
        "长媳",
        "三子",
        "媳",
        "女",
        "子",
        "父亲",
        "次女",
        "二女",
        "女子",
        "次媳",
        "外孙",
        "妹妹",
        "三媳",
        "长孙",
        "媳妇",
        "孙",
        "二子",
        "二孙女",
        "大儿子",
        "女儿子",
        "小孙女",
        "额日子",
        "孙媳",
        "曾孙女",
        "外甥女",
        "次孙",
        "长孙女",
    ]
    home = person(1)
    cells = [(f"{home.name[0]}{word}", word, Cell(home.door, door_fields(home))) for word in words]
    table = Table("姓名|与户主关系|门牌", {**PEOPLE, "门牌": "household.door"}, rows_of(cells))
    return Book("与户主关系", "与户主关系的 38 种写法", (Sheet("家庭", (table,)),))


def _schooling() -> Book:
    kept = [
        "初中",
        "小学",
        "文盲",
        "高中",
        "大学",
        "学前",
        "初小",
        "学龄前",
        "幼儿园",
        "中专",
        "技校",
        "中学",
        "学前班",
        "高职",
        "幼儿",
        "大专",
        "小班",
        "专科",
    ]
    cells: list[tuple[Given, ...]] = [(f"{person(n).name}{n}", word, "群众") for n, word in enumerate(kept, 1)]
    cells += [
        ("谢无", "无", "共青团员"),
        ("谢儿", "儿童", "党员"),
        ("谢生", "小学", Cell("学生", Refused("bad_choice"))),
    ]
    table = Table("姓名|文化程度|政治面貌", PEOPLE, rows_of(cells))
    return Book("文化程度", "文化程度的 22 种写法", (Sheet("居民", (table,)),))


SPELLINGS = (
    _places("门牌", "门牌", "household.door", _DOORS),
    _places("住址", "居住地址", "household.address", _ADDRESSES),
    _relations(),
    _schooling(),
)
