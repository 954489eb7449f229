"""What a row is called in the preview: the door and a name, else what it is about."""

from __future__ import annotations

from minqing.forms.sheet import SheetReading

_DOORS = (("household", "door"), ("household", "address"), ("building", "name"))
_NAMES = (("resident", "name"), ("head", "name"), ("contact", "name"), ("appeal", "title"), ("appeal", "text"))


def naming_positions(reading: SheetReading) -> list[int]:
    """The columns that say in the preview what a row is about: the door and a name, else the matter."""
    places = {
        (named.column.slot, named.column.attribute): position
        for position, named in enumerate(reading.columns)
        if named.column is not None
    }
    door = next((places[key] for key in _DOORS if key in places), None)
    name = next((places[key] for key in _NAMES if key in places), None)
    return [position for position in (door, name) if position is not None]
