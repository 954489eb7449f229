"""Entry lines derived from the records' own definitions, and drafts made from what was entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from minqing.errors import CellError
from minqing.records.base import Record
from minqing.records.codes import code_list
from minqing.records.fields import Attribute, Composite, Field
from minqing.records.phone import render_phones
from minqing.records.values import Kind
from ui.widgets.form import FieldKind, FormField

R = TypeVar("R", bound=Record)

_KINDS: Mapping[Kind, FieldKind] = {
    Kind.LONG: "long",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.INTEGER: "text",
    Kind.CHOICE: "choice",
    Kind.MANY: "many",
    Kind.PHONES: "phones",
}
_AS_TEXT = frozenset({Kind.TEXT, Kind.LONG, Kind.PARTIAL, Kind.ID_NUMBER, Kind.INTEGER, Kind.REF})


def entry_field(model: type[Record], name: str, **changes: Any) -> FormField:
    """The entry line of one field or composite; ``changes`` override what its definition says."""
    attribute = model.attributes()[name]
    codes = code_list(attribute.codes) if attribute.codes else None
    line = FormField(
        name=name,
        label=attribute.label,
        spoken=attribute.label,
        kind="text" if isinstance(attribute, Composite) else _KINDS.get(attribute.kind, "text"),
        choices=codes.values if codes else (),
        open=codes.open if codes else attribute.kind is Kind.MANY,
        required=isinstance(attribute, Field) and attribute.required,
    )
    return replace(line, **changes)


def entry_fields(model: type[Record], names: Sequence[str]) -> list[FormField]:
    """The entry lines of several fields, in this order."""
    return [entry_field(model, name) for name in names]


def shown_values(record: Record, names: Sequence[str]) -> dict[str, object]:
    """What an entry form shows for ``record``."""
    return {name: _entered(type(record).attributes()[name], record) for name in names}


def _entered(attribute: Attribute, record: Record) -> object:
    if isinstance(attribute, Composite) or attribute.kind in _AS_TEXT:
        return attribute.show(record)
    return getattr(record, attribute.name)


def drafted(record: R, entered: Mapping[str, object]) -> tuple[R, dict[str, str]]:
    """``record`` with what was entered, and under each field name the sentence about what is wrong with it."""
    values: dict[str, object] = {}
    errors: dict[str, str] = {}
    attributes = type(record).attributes()
    for name, raw in entered.items():
        try:
            values.update(attributes[name].read(_cell(raw, attributes[name].kind)))
        except CellError as error:
            errors[name] = f"{error}。"
    made = record.with_values(values)
    for breach in made.breaches():
        errors.setdefault(_line_of(breach.field, entered), f"{breach.error}。")
    return made, errors


def _cell(raw: object, kind: Kind) -> object:
    """Numbers typed one to a line are read like a cell that holds them all."""
    return render_phones(raw) if kind is Kind.PHONES and isinstance(raw, tuple) else raw


def _line_of(field: str, entered: Mapping[str, object]) -> str:
    return field if field in entered else next(iter(entered), field)
