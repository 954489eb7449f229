"""What people call the fields that a form's columns may hold: 居民.姓名, 户主.联系电话, and back again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from minqing.errors import UnknownField
from minqing.forms.form import SLOTS
from minqing.records.values import Kind

_HEAD = "户主"


def slot_label(slot: str) -> str:
    """What a form's slot is called: 家庭, 户主, 居民 …"""
    return _HEAD if slot == "head" else SLOTS[slot].LABEL


def field_label(field: str) -> str:
    """``head.phones`` as people read it: 户主.联系电话; "" for a blank."""
    slot, _, attribute = field.partition(".")
    return f"{slot_label(slot)}.{SLOTS[slot].attributes()[attribute].label}" if field else ""


def known_fields(slots: Collection[str] = tuple(SLOTS)) -> Iterator[tuple[str, str]]:
    """Every field that a column may hold (``slot.attribute``) with its Chinese label, slot by slot."""
    for slot in slots:
        for attribute in SLOTS[slot].attributes().values():
            if attribute.kind is not Kind.REF:
                yield f"{slot}.{attribute.name}", f"{slot_label(slot)}.{attribute.label}"


def field_named(text: str, slots: Collection[str] = ()) -> str:
    """The field that somebody calls ``text``: ``head.name``, 户主.姓名, or 姓名 where only one of ``slots`` has it.

    A blank stays blank. Raises UnknownField, which lists what could be meant.
    """
    wanted = text.strip()
    if not wanted:
        return ""
    fields = dict(known_fields())
    if wanted in fields:
        return wanted
    slot, dot, name = wanted.partition(".")
    if dot:
        found = [one for one in SLOTS if slot in {one, slot_label(one)}]
        matches = [f"{one}.{attribute}" for one in found for attribute in _attributes(one, name)]
    else:
        matches = [f"{one}.{attribute}" for one in slots or SLOTS for attribute in _attributes(one, wanted)]
    if len(matches) == 1:
        return matches[0]
    usable = [fields[match] for match in matches] or [label for _, label in known_fields(slots or tuple(SLOTS))]
    raise UnknownField("表样", wanted, usable)


def _attributes(slot: str, name: str) -> list[str]:
    """The attributes of a slot that are called ``name``; a label goes before the aliases."""
    every = [one for one in SLOTS[slot].attributes().values() if one.kind is not Kind.REF]
    labelled = [one.name for one in every if name in {one.name, one.label}]
    return labelled or [one.name for one in every if name in one.aliases]
