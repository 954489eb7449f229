"""The forms that ship with the program, and forms from TOML text: a new form needs no code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from minqing.errors import BadForm, UnknownForm
from minqing.forms.form import SLOTS, Column, Form, Layout
from minqing.forms.templates import template_trouble
from minqing.records.values import Kind
from resources import resource

_ORDER = ("weekly", "visits", "appeals", "residents")
_FORM_TEXTS = ("name", "subject", "sheet", "title", "period", "file_name")
_FORM_LISTS = ("slots", "keys", "aliases", "top", "footer")
_FORM_KEYS = frozenset((*_FORM_TEXTS, *_FORM_LISTS, "totals", "columns", "layout"))
_COLUMN_TEXTS = ("align", "hint", "empty", "letter")
_COLUMN_KEYS = frozenset((*_COLUMN_TEXTS, "label", "field", "aliases", "width", "masked", "choices", "words"))
_LAYOUT_KEYS = frozenset(("header", "first", "last", "cells", "page"))
_PAGES = frozenset(("", "household"))
_LETTER = re.compile("[A-Z]{1,3}")
CELL_NAME = re.compile("[A-Z]{1,3}[1-9][0-9]{0,6}")
_LAST_ROW = 1_048_576
_ALIGNMENTS = frozenset(("left", "center", "right"))


@cache
def builtin_forms() -> tuple[Form, ...]:
    """The shipped forms (``resources/forms/*.toml``), the weekly sheet first."""
    files = sorted(resource("forms").glob("*.toml"), key=lambda file: (_rank(file.stem), file.stem))
    return tuple(load_form(file.read_text("utf-8")) for file in files)


def _rank(stem: str) -> int:
    return _ORDER.index(stem) if stem in _ORDER else len(_ORDER)


def form_named(name: str) -> Form:
    """The shipped form with this name or alias, without regard to case; raises UnknownForm."""
    wanted = name.strip().casefold()
    for form in builtin_forms():
        if wanted in {form.name.casefold(), *(alias.casefold() for alias in form.aliases)}:
            return form
    raise UnknownForm(name, [form.name for form in builtin_forms()])


def load_form(text: str) -> Form:
    """The form that a TOML text describes; raises BadForm that says what in it cannot be used.

    A column is ``{ label = "户主", field = "head.name", … }``; without ``field`` it is a running number. A field with
    a code list offers it as a drop-down unless ``choices`` says otherwise.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadForm("", f"不是有效的 TOML（{error}）") from error
    name = _text(data, "name", "")
    if not name:
        raise BadForm("", "没有写表样的名称（name）")
    _refuse_unknown(data, _FORM_KEYS, name)
    form = Form(
        name=name,
        subject=_text(data, "subject", name),
        slots=_texts(data, "slots", name),
        keys=_texts(data, "keys", name),
        columns=tuple(_column(entry, name) for entry in _tables(data, name)),
        sheet=_text(data, "sheet", name) if "sheet" in data else name,
        title=_text(data, "title", name),
        period=_text(data, "period", name),
        aliases=_texts(data, "aliases", name),
        top=_texts(data, "top", name),
        footer=_texts(data, "footer", name),
        totals=_pairs(data, "totals", name, "合计（totals）"),
        file_name=_text(data, "file_name", name),
        layout=_layout(data["layout"], name) if "layout" in data else None,
    )
    _check(form)
    return form


def form_text(form: Form) -> str:
    """The TOML text of a form; ``load_form`` reads it back equal."""
    import tomli_w

    data: dict[str, Any] = {"name": form.name, "subject": form.subject, "sheet": form.sheet}
    data |= {key: getattr(form, key) for key in _FORM_TEXTS if key not in data and getattr(form, key)}
    data |= {key: list(getattr(form, key)) for key in _FORM_LISTS if getattr(form, key)}
    if form.totals:
        data["totals"] = [list(pair) for pair in form.totals]
    data["columns"] = [_entry(column) for column in form.columns]
    if form.layout is not None:
        layout = form.layout
        data["layout"] = {"header": list(layout.header), "first": layout.first, "last": layout.last}
        data["layout"] |= {"page": layout.page} if layout.page else {}
        data["layout"] |= {"cells": [list(cell) for cell in layout.cells]} if layout.cells else {}
    return tomli_w.dumps(data)


def _entry(column: Column) -> dict[str, Any]:
    entry: dict[str, Any] = {"label": column.label}
    if column.slot:
        entry["field"] = f"{column.slot}.{column.attribute}"
    if column.aliases:
        entry["aliases"] = list(column.aliases)
    if column.words:
        entry["words"] = [list(pair) for pair in column.words]
    if column.masked:
        entry["masked"] = True
    if column.choices != _codes(column.slot, column.attribute):
        entry["choices"] = column.choices
    entry["width"] = column.width
    return entry | {key: getattr(column, key) for key in _COLUMN_TEXTS if getattr(column, key)}


def _text(data: Mapping[str, Any], key: str, form: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise BadForm(form, f"“{key}”应是文字")
    return value


def _texts(data: Mapping[str, Any], key: str, form: str) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadForm(form, f"“{key}”应是一列文字")
    return tuple(value)


def _tables(data: Mapping[str, Any], form: str) -> list[Mapping[str, Any]]:
    value = data.get("columns", [])
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        raise BadForm(form, "没有写栏目（columns）")
    return value


def _pairs(data: Mapping[str, Any], key: str, form: str, what: str) -> tuple[tuple[str, str], ...]:
    pairs = data.get(key, [])
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise BadForm(form, f"{what}应是一对一对的")
    if not all(isinstance(text, str) for pair in pairs for text in pair):
        raise BadForm(form, f"{what}应是文字")
    return tuple((first, second) for first, second in pairs)


def _layout(data: Any, form: str) -> Layout:
    if not isinstance(data, dict):
        raise BadForm(form, "版面（layout）应是一节")
    _refuse_unknown(data, _LAYOUT_KEYS, form)
    rows = data.get("header")
    if not isinstance(rows, list) or not rows:
        raise BadForm(form, "版面里没有表头的行号（header）")
    header = tuple(_row(row, form) for row in rows)
    first, last = _row(data.get("first"), form), _row(data.get("last"), form)
    if first <= max(header) or last < first - 1 or list(header) != sorted(set(header)):
        raise BadForm(form, "版面里的行号不对：数据行（first 到 last）应在表头下面")
    cells = _pairs(data, "cells", form, "版面里的单元格（cells）")
    if strange := [cell for cell, _ in cells if not CELL_NAME.fullmatch(cell)]:
        raise BadForm(form, f"版面里的单元格“{'、'.join(strange)}”不是 B3 这样的写法")
    page = _text(data, "page", form)
    if page not in _PAGES:
        raise BadForm(form, f"版面里的“{page}”不认识，一户一页写 household")
    return Layout(header=header, first=first, last=last, cells=cells, page=page)


def _row(value: object, form: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _LAST_ROW:
        raise BadForm(form, "版面里的行号应是从 1 起的整数")
    return value


def _refuse_unknown(data: Mapping[str, Any], known: frozenset[str], form: str) -> None:
    unknown = sorted(set(data) - known)
    if unknown:
        raise BadForm(form, f"不认识“{'、'.join(unknown)}”")


def _column(entry: Mapping[str, Any], form: str) -> Column:
    label = _text(entry, "label", form)
    if not label:
        raise BadForm(form, "有一栏没有栏名（label）")
    _refuse_unknown(entry, _COLUMN_KEYS, form)
    width, masked = entry.get("width", 10), entry.get("masked", False)
    if isinstance(width, bool) or not isinstance(width, int | float) or width <= 0:
        raise BadForm(form, f"“{label}”的栏宽（width）应是大于 0 的数")
    align = _text(entry, "align", form) or "left"
    if align not in _ALIGNMENTS:
        raise BadForm(form, f"“{label}”的对齐（align）应是 left、center 或 right")
    letter = _text(entry, "letter", form)
    if letter and not _LETTER.fullmatch(letter):
        raise BadForm(form, f"“{label}”的列（letter）应是 A、AB 这样的字母")
    slot, _, attribute = _text(entry, "field", form).partition(".")
    return Column(
        label=label,
        slot=slot,
        attribute=attribute,
        aliases=_texts(entry, "aliases", form),
        width=width,
        align=align,
        masked=bool(masked),
        hint=_text(entry, "hint", form),
        empty=_text(entry, "empty", form),
        choices=_text(entry, "choices", form) if "choices" in entry else _codes(slot, attribute),
        words=_pairs(entry, "words", form, f"“{label}”的说法（words）"),
        letter=letter,
    )


def _codes(slot: str, attribute: str) -> str:
    model = SLOTS.get(slot)
    bound = model.attributes().get(attribute) if model else None
    return (bound.codes or "") if bound and bound.kind is Kind.CHOICE else ""


def _check(form: Form) -> None:
    for slot in {form.subject, *form.slots, *form.keys}:
        if slot not in SLOTS:
            raise BadForm(form.name, f"没有“{slot}”这种记录，可用的有：{'、'.join(SLOTS)}")
    if outside := {form.subject, *form.keys} - set(form.slots):
        raise BadForm(form.name, f"“{'、'.join(sorted(outside))}”不在 slots 里")
    for column in form.columns:
        if column.slot:
            _check_field(form, column.slot, column.attribute, f"“{column.label}”一栏")
    if form.period:
        slot, _, attribute = form.period.partition(".")
        _check_field(form, slot, attribute, "时段（period）")
    _check_labels(form)
    _check_templates(form)


def _check_templates(form: Form) -> None:
    slots = form.slots if form.layout is not None and form.layout.page else ()
    cells = form.layout.cells if form.layout is not None else ()
    for template in (form.title, *form.top, *form.footer):
        if trouble := template_trouble(template):
            raise BadForm(form.name, trouble)
    for template in (form.file_name, *(template for _, template in cells)):
        if trouble := template_trouble(template, slots):
            raise BadForm(form.name, trouble)


def _check_field(form: Form, slot: str, attribute: str, where: str) -> None:
    if slot not in form.slots:
        raise BadForm(form.name, f"{where}写的“{slot}”不在 slots 里")
    if attribute not in SLOTS[slot].attributes():
        raise BadForm(form.name, f"{where}写的“{slot}.{attribute}”不存在")


def _check_labels(form: Form) -> None:
    labels = [column.label for column in form.columns]
    twice = sorted({label for label in labels if labels.count(label) > 1})
    if twice:
        raise BadForm(form.name, f"栏名重复：{'、'.join(twice)}")
    letters = [column.letter for column in form.columns if column.letter]
    if twice := sorted({letter for letter in letters if letters.count(letter) > 1}):
        raise BadForm(form.name, f"列重复：{'、'.join(twice)}")
    if strangers := [label for label, _ in form.totals if label not in labels]:
        raise BadForm(form.name, f"合计里的“{'、'.join(strangers)}”不是栏名")
