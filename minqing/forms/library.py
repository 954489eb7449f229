"""The forms that ship with the program, and forms from TOML text: a new form needs no code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from minqing.errors import BadForm, UnknownForm
from minqing.forms.form import SLOTS, Column, Form
from minqing.records.values import Kind
from resources import resource

_ORDER = ("weekly", "visits", "appeals", "residents")
_FORM_TEXTS = ("name", "subject", "sheet", "title", "period", "file_name")
_FORM_LISTS = ("slots", "keys", "aliases", "top", "footer")
_FORM_KEYS = frozenset((*_FORM_TEXTS, *_FORM_LISTS, "totals", "columns"))
_COLUMN_KEYS = frozenset(("label", "field", "aliases", "width", "align", "masked", "choices", "hint", "empty"))
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
        sheet=_text(data, "sheet", name) or name,
        title=_text(data, "title", name),
        period=_text(data, "period", name),
        aliases=_texts(data, "aliases", name),
        top=_texts(data, "top", name),
        footer=_texts(data, "footer", name),
        totals=_totals(data, name),
        file_name=_text(data, "file_name", name),
    )
    _check(form)
    return form


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


def _totals(data: Mapping[str, Any], form: str) -> tuple[tuple[str, str], ...]:
    pairs = data.get("totals", [])
    if not isinstance(pairs, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise BadForm(form, "合计（totals）应是一对一对的：栏名、合计的名称")
    return tuple((str(label), str(total)) for label, total in pairs)


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
    if strangers := [label for label, _ in form.totals if label not in labels]:
        raise BadForm(form.name, f"合计里的“{'、'.join(strangers)}”不是栏名")
