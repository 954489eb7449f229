"""One definition per field: type, Chinese label, other names on sheets, code list and how private it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

import pydantic

from minqing.records import values

if TYPE_CHECKING:
    from minqing.records.base import Record
    from minqing.records.dates import Period

Value: TypeAlias = values.Value


class Privacy(StrEnum):
    """How a value may leave the book: as it is, or masked unless someone asks to see it."""

    OPEN = "open"
    MASKED = "masked"


class Attribute(Protocol):
    """What a sheet column, a table column or an entry line can be bound to: one field, or several read as one text."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def kind(self) -> values.Kind: ...
    @property
    def privacy(self) -> Privacy: ...
    @property
    def codes(self) -> str | None: ...

    def read(self, raw: object, period: Period | None = None) -> dict[str, Value]:
        """Field values that ``raw`` (a cell or typed text) stands for; raises CellError."""

    def show(self, record: Record, *, masked: bool = False) -> str:
        """The text a sheet or a screen shows for ``record``; ``read(show(r))`` gives the same values back."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of one record, as tables, entry forms, sheets, search and masking know it."""

    name: str
    label: str
    kind: values.Kind
    aliases: tuple[str, ...] = ()
    codes: str | None = None
    privacy: Privacy = Privacy.OPEN
    required: bool = False
    to: str | None = None
    limit: int = 2000
    names: bool = False
    """Whether the several values are people, whom sheets also write with mere spaces between them."""

    def read(self, raw: object, period: Period | None = None) -> dict[str, Value]:
        return {self.name: values.parse(self, raw, period)}

    def show(self, record: Record, *, masked: bool = False) -> str:
        return values.render(self.kind, getattr(record, self.name), masked=masked and self.privacy is Privacy.MASKED)


class Parts(Protocol):
    """How a composite reads and shows its text."""

    def __call__(self, raw: object, period: Period | None, /) -> dict[str, Value]: ...


class Shown(Protocol):
    def __call__(self, record: Any, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Composite:
    """One text that stands for several fields, such as a door or a date with its time."""

    name: str
    label: str
    parts: tuple[str, ...]
    parse: Parts
    render: Shown
    aliases: tuple[str, ...] = ()
    kind: values.Kind = values.Kind.TEXT
    privacy: Privacy = Privacy.OPEN
    codes: str | None = None

    def read(self, raw: object, period: Period | None = None) -> dict[str, Value]:
        return self.parse(raw, period)

    def show(self, record: Record, *, masked: bool = False) -> str:  # noqa: ARG002 - a composite has nothing to mask
        return self.render(record)


@dataclass(frozen=True, slots=True)
class _Definition:
    label: str
    kind: values.Kind
    options: Mapping[str, Any]


def field(label: str, kind: values.Kind = values.Kind.TEXT, **options: Any) -> Any:
    """Define a record's field; ``options`` are those of :class:`Field` (aliases, codes, …)."""
    definition = _Definition(label, kind, options)
    return pydantic.Field(
        default=values.blank(kind), title=label, json_schema_extra=cast(dict[str, Any], {"definition": definition})
    )


def fields_of(model: type[Record]) -> dict[str, Field]:
    """The fields that ``model`` defines with :func:`field`, by name, in the order of definition."""
    found: dict[str, Field] = {}
    for name, info in model.model_fields.items():
        extra: Any = info.json_schema_extra
        definition = extra.get("definition") if isinstance(extra, dict) else None
        if isinstance(definition, _Definition):
            found[name] = Field(name=name, label=definition.label, kind=definition.kind, **definition.options)
    return found
