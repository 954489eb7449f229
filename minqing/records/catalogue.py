"""All kinds of record in one place: by name, by the letter of an id, and attributes by what people call them."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.records.appeal import Appeal, Step
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.fields import Attribute
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

KINDS: Mapping[str, type[Record]] = {
    model.KIND: model for model in (Household, Building, Resident, Visit, Appeal, Step, Contact)
}
_BY_LETTER = {model.LETTER: model for model in KINDS.values()}


def kind_of(record_id: str) -> type[Record] | None:
    """The kind of record that an id such as ``H-7K3QX2-0018C`` belongs to."""
    return _BY_LETTER.get(record_id[:1].upper()) if record_id[1:2] == "-" else None


def attribute_named(model: type[Record], name: str) -> Attribute | None:
    """The field or composite that a person calls ``name``: its field name, Chinese label or one of its aliases."""
    attributes = model.attributes()
    if name in attributes:
        return attributes[name]
    found = next((one for one in attributes.values() if one.label == name), None)
    return found or next((one for one in attributes.values() if name in one.aliases), None)
