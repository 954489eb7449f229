"""Forms and records that nobody thought of: any columns in any order, any valid value in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from hypothesis import strategies as st

from minqing.errors import CellError
from minqing.forms.form import SLOTS, Column, Form, FormRow
from minqing.forms.tables.labels import normalise_label
from minqing.records.base import Record
from minqing.records.codes import code_list
from minqing.records.fields import Attribute, Composite, Field, Value
from minqing.records.phone import parse_phones
from minqing.records.values import Kind, parse
from tests.forms.made.people import person

SUBJECTS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "resident": (("household", "resident"), ("name", "id_number")),
    "visit": (("household", "visit"), ("visited_on", "said")),
    "appeal": (("household", "appeal"), ("title", "registered_on")),
    "household": (("household",), ("room", "house_type", "population")),
}
"""For each subject the slots of its forms and the fields without which its rows would not be told for what they are."""

_LETTERS = "谢玉兰范立新桥头路灯不亮已转物业𠮷䨼㐱abcXYZ0123456789，。；（）()、·-/+=@'\" \n_%&<>"
_DOORS = ("3栋2单元501", "3-2-501", "A座1203", "5幢7号101室", "上湾村9组", "桥头路9号附9号", "12栋", "-1楼")
_PHONES = ("16900000107", "028-85550107", "16900000113；16900000162", "8555010", "4008001234", "028-85550107转8")
_PLACES = ("", "生活桥小区", "幸福花园")
_TEXTS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=30),
    st.sampled_from(("=1+1", "+861", "-横线", "@某", "=HYPERLINK(1)", "_x0041_", "007", "1.10", "3-2", "𠮷䨼\n𠮷")),
    st.text(_LETTERS, min_size=1, max_size=12).map(lambda text: text * 40),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A form with rows for it."""

    form: Form
    rows: tuple[FormRow, ...]


def _value(field: Field) -> st.SearchStrategy[Value]:
    kinds: Mapping[Kind, st.SearchStrategy[Value]] = {
        Kind.DATE: st.dates(date(1901, 1, 1), date(2099, 12, 31)),
        Kind.TIME: st.builds(time, st.integers(0, 23), st.integers(1, 59)),
        Kind.PARTIAL: st.sampled_from(("1968", "1968-07", "1968-07-12", "2001-10", "2026-01-01")),
        Kind.INTEGER: st.integers(0, 99_999),
        Kind.PHONES: st.sampled_from(_PHONES).map(parse_phones),
        Kind.ID_NUMBER: st.integers(1, 500).map(lambda number: person(number).id_number),
    }
    if field.kind in kinds:
        return kinds[field.kind]
    if field.codes:
        words = st.sampled_from(code_list(field.codes).values)
        return words.map(lambda word: (word,)) if field.kind is Kind.MANY else words
    return _TEXTS.map(lambda text: text[: field.limit]).map(lambda text: _parsed(field, text))


def _parsed(field: Field, text: str) -> Value:
    """The text as the field would hold it, a plain one where it would not take it."""
    try:
        return parse(field, text)
    except CellError:
        return parse(field, "平常")


@st.composite
def _record(draw: st.DrawFn, slot: str, needed: frozenset[str]) -> Record:
    model = SLOTS[slot]
    values: dict[str, Value] = {}
    for name, field in model.fields().items():
        if field.kind is not Kind.REF and (name in needed or draw(st.booleans())):
            values[name] = draw(_value(field))
    for composite in model.COMPOSITES:
        if composite.name == "address":
            values |= dict.fromkeys(composite.parts, "")
            values |= composite.read(draw(st.sampled_from(_PLACES)) + draw(st.sampled_from(_DOORS)))
    blank = {name: value for name, value in values.items() if value or name not in needed}
    return model.trusted({**model.trusted({}).values(), **blank, "id": f"{model.LETTER}-7K3QX2-0018B"})


@st.composite
def made_forms(draw: st.DrawFn) -> Made:
    """A form of any subject with any of its columns, and one to six rows for it."""
    subject = draw(st.sampled_from(sorted(SUBJECTS)))
    slots, needed = SUBJECTS[subject]
    columns: list[Column] = []
    taken: set[str] = set()
    for slot in slots:
        for attribute in _chosen(draw, slot, needed if slot == subject else ()):
            words = [word for word in (attribute.label, *attribute.aliases) if normalise_label(word) not in taken]
            if words:
                label = draw(st.sampled_from(words))
                taken.add(normalise_label(label))
                columns.append(Column(label, slot, attribute.name, width=draw(st.sampled_from((6.0, 14.0)))))
    ordered = tuple(draw(st.permutations(columns)))
    form = Form(
        name="自制表样",
        subject=subject,
        slots=slots,
        keys=(subject,),
        columns=(Column("序号", width=5), *ordered),
        sheet=draw(st.sampled_from(("台账", "数据", "Sheet1"))),
        title=draw(st.sampled_from(("{street}登记表（{period}）", "登记表", ""))),
        top=draw(st.sampled_from(((), ("填报单位（盖章）：{community}",), ("填报人：{owner}", "填报日期：{made_on}")))),
    )
    records = {slot: _record(slot, frozenset(needed) if slot == subject else frozenset()) for slot in slots}
    rows = draw(st.lists(st.fixed_dictionaries(records), min_size=1, max_size=6))
    return Made(form, tuple(rows))


def _chosen(draw: st.DrawFn, slot: str, needed: tuple[str, ...]) -> list[Attribute]:
    """Some attributes of a slot, none of them a part of another."""
    model = SLOTS[slot]
    fields = [one for one in model.fields().values() if one.kind is not Kind.REF]
    found: list[Attribute] = [one for one in fields if one.name in needed]
    for composite in model.COMPOSITES:
        parts = {part for one in found for part in (one.parts if isinstance(one, Composite) else (one.name,))}
        if parts.isdisjoint(composite.parts) and draw(st.booleans()):
            found.append(composite)
    parts = {part for one in found for part in (one.parts if isinstance(one, Composite) else (one.name,))}
    return found + [one for one in fields if one.name not in parts and draw(st.integers(0, 2)) == 0]
