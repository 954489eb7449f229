"""What a row is called in the preview: the door and a name, else what it is about."""

from __future__ import annotations

from minqing.forms.sheet import SheetReading

_DOORS = (("household", "door"), ("household", "address"), ("building", "name"))
_PEOPLE = (("resident", "name"), ("head", "name"), ("contact", "name"))
_REPORTER = (("appeal", "reporter"),)
_MATTERS = (("appeal", "title"), ("appeal", "text"))


def naming_positions(reading: SheetReading) -> list[int]:
    """The columns that say in the preview what a row is about: the door and a name, else the matter and whose it is."""
    places = {
        (named.column.slot, named.column.attribute): position
        for position, named in enumerate(reading.columns)
        if named.column is not None
    }

    def first(keys: tuple[tuple[str, str], ...]) -> list[int]:
        return [places[key] for key in keys if key in places][:1]

    return first(_DOORS) + (first(_PEOPLE) or first(_REPORTER) + first(_MATTERS))
