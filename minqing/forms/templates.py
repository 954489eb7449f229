"""Templates of titles and single cells: which names may stand in braces, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from string import Formatter

from minqing.forms.form import SLOTS, Header

PROFILE_NAMES = tuple(field.name for field in fields(Header))
PAGE_NAMES = ("population", "party")
"""What a page about one household may say besides its fields: how many members it lists, and 党员 where one is."""


def names_in(template: str) -> tuple[str, ...]:
    """The names in braces of a template, in order; raises ValueError when its braces do not match."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def template_trouble(template: str, slots: Collection[str] = ()) -> str:
    """What is wrong with a template, "" if nothing: only names of the profile and fields of ``slots`` may be asked for.

    A template of a form that somebody sent must not reach anything else, so ``{owner.__class__}`` is refused.
    """
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return f"“{template}”里的花括号不成对"
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        slot, _, attribute = name.partition(".")
        known = (
            name in PROFILE_NAMES
            or (slots and name in PAGE_NAMES)
            or (slot in slots and attribute in SLOTS[slot].attributes())
        )
        if not known or spec or conversion:
            usable = "、".join(f"{{{one}}}" for one in PROFILE_NAMES)
            return f"不认识“{{{name}}}”，可以写的有：{usable}"
    return ""


def literal(text: str) -> str:
    """A text as a template has to hold it to come out unchanged."""
    return text.replace("{", "{{").replace("}", "}}")
