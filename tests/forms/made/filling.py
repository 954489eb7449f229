"""Rows for a header: for every field a value that an invented person or matter may have there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.forms.made.model import KEPT, Cell, Given, Row, Table, leaves, plain_label
from tests.forms.made.people import Person, person

ESTATE = "生活桥小区"
_MATTERS = ("楼道灯不亮", "电梯常停", "下水道堵塞", "飞线充电", "噪声扰民")
_PEOPLE: Mapping[str, Callable[[Person], str]] = {
    "name": lambda one: one.name,
    "sex": lambda one: one.sex,
    "birth": lambda one: one.birth,
    "id_number": lambda one: one.id_number,
    "phones": lambda one: one.phone,
    "relation": lambda one: "户主",
    "ethnic": lambda one: "汉族" if int(one.unit) > 1 else "藏族",
    "political": lambda one: "群众" if one.sex == "女" else "中共党员",
    "education": lambda one: ("初中", "高中", "大学本科")[int(one.unit) - 1],
    "marital": lambda one: "已婚",
    "health": lambda one: "健康或良好",
    "occupation": lambda one: "教师",
    "work": lambda one: f"新光第{one.unit}小学",
    "former_name": lambda one: f"{one.name[0]}小",
    "religion": lambda one: "无",
    "blood_type": lambda one: "O",
    "household_register": lambda one: "农业家庭户口",
    "register_address": lambda one: f"新光市生活区桥头路{one.room}号",
    "status": lambda one: "在住",
    "care_groups": lambda one: "独居老人",
    "moved_on": lambda one: "2025-03-01",
    "died_on": lambda one: "2025-04-01",
    "native_place": lambda one: "川北",
}
_OTHERS: Mapping[str, Callable[[Person, int], str]] = {
    "household.grid": lambda one, n: f"第{one.unit}网格",
    "household.number": lambda one, n: f"H{1000 + n}",
    "household.building": lambda one, n: one.building,
    "household.unit": lambda one, n: one.unit,
    "household.room": lambda one, n: one.room,
    "household.estate": lambda one, n: ESTATE,
    "household.street": lambda one, n: "新光路街道",
    "household.community": lambda one, n: "生活桥社区",
    "household.house_type": lambda one, n: "自住",
    "household.residence_status": lambda one, n: "人户同在",
    "household.family_type": lambda one, n: "低保户",
    "household.population": lambda one, n: str(1 + n % 5),
    "household.area": lambda one, n: str(60 + n),
    "household.rent_until": lambda one, n: "2027-06-30",
    "household.situation": lambda one, n: f"{1 + n % 5}口之家，退休在家",
    "visit.visited_on": lambda one, n: f"2026-11-{10 + n:02}",
    "visit.moment": lambda one, n: f"2026-11-{10 + n:02} 15:2{n}",
    "visit.visitors": lambda one, n: "罗立新",
    "visit.met": lambda one, n: one.name,
    "visit.way": lambda one, n: "入户",
    "visit.result": lambda one, n: "见面",
    "visit.said": lambda one, n: f"身体尚好，说起{_MATTERS[n % 5]}",
    "visit.problems": lambda one, n: _MATTERS[n % 5],
    "visit.measures": lambda one, n: "已转物业",
    "visit.next_on": lambda one, n: f"2026-12-{10 + n:02}",
    "visit.told": lambda one, n: "反诈",
    "appeal.number": lambda one, n: f"2026112200{n}",
    "appeal.registered_on": lambda one, n: f"2026-11-{10 + n:02}",
    "appeal.moment": lambda one, n: f"2026-11-{10 + n:02} 09:1{n}",
    "appeal.kind": lambda one, n: "诉求",
    "appeal.source": lambda one, n: "来电",
    "appeal.title": lambda one, n: _MATTERS[n % 5],
    "appeal.text": lambda one, n: f"{_MATTERS[n % 5]}已经{3 + n}天，请派人来看",
    "appeal.category": lambda one, n: ("照明", "电梯", "下水")[n % 3],
    "appeal.category1": lambda one, n: "城乡建设",
    "appeal.category2": lambda one, n: "住房保障与房地产",
    "appeal.reporter": lambda one, n: one.name,
    "appeal.reporter_phone": lambda one, n: one.phone,
    "appeal.place": lambda one, n: f"{one.building}栋楼道",
    "appeal.people": lambda one, n: str(2 + n),
    "appeal.urgency": lambda one, n: "一般",
    "appeal.state": lambda one, n: "办理中",
    "appeal.due_on": lambda one, n: f"2026-12-{10 + n:02}",
    "appeal.handler": lambda one, n: "物业冯立新",
    "appeal.solution": lambda one, n: "已约时间上门",
    "appeal.outcome": lambda one, n: "正在等配件",
    "appeal.closed_on": lambda one, n: f"2026-11-{20 + n:02}",
    "appeal.satisfaction": lambda one, n: "满意",
    "appeal.reply": lambda one, n: "街道已知悉",
}


def door_fields(one: Person, *, estate: str = "") -> dict[str, str]:
    """What a whole door says, by field."""
    found = {"building": one.building, "unit": one.unit, "floor": one.floor, "room": one.room, "estate": estate}
    return {f"household.{name}": text for name, text in found.items() if text}


def given_for(field: str, number: int, place: int) -> Given:
    """A cell for a field in row ``number``; the column's ``place`` tells apart what is kept."""
    one = person(number)
    slot, _, attribute = field.split("|", maxsplit=1)[0].partition(".")
    if field in (KEPT, "?"):
        return f"其他{place}-{number}"
    if attribute == "notes":
        return f"备注{number}"
    if attribute == "address":
        return Cell(f"{ESTATE}{one.door}", door_fields(one, estate=ESTATE))
    if attribute == "door":
        return Cell(one.door, door_fields(one))
    if slot in {"resident", "head", "joined"}:
        return _PEOPLE[attribute](one)
    return _OTHERS[f"{slot}.{attribute}"](one, number)


def filled(
    header: str,
    fields: Mapping[str, str],
    *,
    count: int = 3,
    start: int = 1,
    changes: Mapping[str, Given] | None = None,
) -> Table:
    """A table of ``count`` invented rows under a header; ``changes`` are cells for all rows, by label."""
    labels = ["/".join(chain) for chain in leaves(header)]
    changed = {plain_label(label): given for label, given in (changes or {}).items()}
    rows = []
    for number in range(start, start + count):
        cells: list[Given] = []
        seen: dict[str, int] = {}
        for place, label in enumerate(map(plain_label, labels)):
            seen[label] = seen.get(label, 0) + 1
            key = f"{label}@{seen[label]}" if seen[label] > 1 else label
            if label == "序号":
                cells.append(number)
            elif label == "年龄":
                cells.append(str(30 + number))
            elif key in changed:
                cells.append(changed[key])
            else:
                cells.append(given_for(fields.get(key, KEPT), number, place))
        rows.append(Row(tuple(cells)))
    return Table(header, fields, tuple(rows))
