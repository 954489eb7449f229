"""What every record has: an id, a revision, the columns of sheets that no field knows, and rules it can break."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import ClassVar, NamedTuple, Self

from pydantic import BaseModel, ConfigDict
from pydantic import Field as PydanticField

from minqing.errors import CellError, MissingValue
from minqing.records.fields import Attribute, Composite, Field, Value, fields_of


class Breach(NamedTuple):
    """A rule that a record breaks, and the field under which to say so."""

    field: str
    error: CellError


class Record(BaseModel):
    """One thing in the account book; frozen. ``revision`` counts its versions, ``extra`` maps header to text."""

    # The validators of a kind are built when one is first needed: the window opens a quarter of a second earlier.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    KIND: ClassVar[str]
    LETTER: ClassVar[str]
    LABEL: ClassVar[str]
    COMPOSITES: ClassVar[tuple[Composite, ...]] = ()

    id: str = ""
    revision: int = 0
    extra: Mapping[str, str] = PydanticField(default_factory=dict)

    @classmethod
    @cache
    def fields(cls) -> Mapping[str, Field]:
        """This record's fields by name, in the order of definition."""
        return fields_of(cls)

    @classmethod
    @cache
    def attributes(cls) -> Mapping[str, Attribute]:
        """Fields and composites by name."""
        return {**cls.fields(), **{composite.name: composite for composite in cls.COMPOSITES}}

    @classmethod
    @cache
    def _blank(cls) -> tuple[dict[str, object], frozenset[str]]:
        empty = {name: info.get_default(call_default_factory=True) for name, info in cls.model_fields.items()}
        return empty, frozenset(empty)

    @classmethod
    def trusted(cls, values: Mapping[str, object]) -> Self:
        """A record of values that were parsed or validated before; several times faster than validating again."""
        blank, names = cls._blank()
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", {**blank, **values})
        object.__setattr__(made, "__pydantic_fields_set__", names)
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made

    def values(self) -> dict[str, Value]:
        """Field name to value, without id, revision and extra."""
        return {name: getattr(self, name) for name in type(self).fields()}

    def with_values(self, changes: Mapping[str, object]) -> Self:
        """A copy with some fields changed (validated)."""
        return type(self).model_validate({**dict(self), **changes})

    def show(self, name: str, *, masked: bool = False) -> str:
        """The text of one attribute as sheets and screens show it."""
        return type(self).attributes()[name].show(self, masked=masked)

    def breaches(self) -> list[Breach]:
        """The rules that this record breaks; empty when it may be saved."""
        return [Breach(name, MissingValue(label)) for name, label in self._required() if not getattr(self, name)]

    @classmethod
    @cache
    def _required(cls) -> tuple[tuple[str, str], ...]:
        return tuple((field.name, field.label) for field in cls.fields().values() if field.required)
