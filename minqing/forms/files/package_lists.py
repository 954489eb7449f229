"""The two lists by which the parts of an .xlsx package are found: content types, and links from part to part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from minqing.forms.files.package import CONTENT_TYPES, Package, target_from
from minqing.forms.files.xml_splice import Edit, appended, quoted, scan, spliced, with_attributes

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_LINKS: Final = f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode()
"""The links of a part that has none yet."""

_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO_WORKBOOK: Final = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_TEMPLATES: Final = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": _WORKBOOK,
    "application/vnd.ms-excel.template.macroenabled.main+xml": _MACRO_WORKBOOK,
}
"""What templates (.xltx, .xltm) say that they are, in small letters, and what a workbook made of them has to say."""


def declared(content: bytes, types: Mapping[str, str]) -> bytes:
    """The list of content types with further parts in it, each by its name."""
    root = scan(content)
    added = "".join(
        f'<{root.prefix}Override PartName="/{quoted(part).decode()}" ContentType="{kind}"/>'
        for part, kind in types.items()
    )
    return spliced(content, [appended(content, root, added.encode())])


def declared_ending(content: bytes, extension: str, kind: str) -> bytes:
    """The list of content types with one for the end of a name, such as ``vml``, unless that has one."""
    root = scan(content)
    defaults = [one for one in root.children if one.local == "Default"]
    if any(one.attributes.get("Extension", "").lower() == extension.lower() for one in defaults):
        return content
    first = root.children[0].start if root.children else root.close
    made = f'<{root.prefix}Default Extension="{extension}" ContentType="{kind}"/>'
    return spliced(content, [Edit(first, first, made.encode())])


def declared_types(package: Package) -> dict[str, str]:
    """The content type of each part that has one by its name (in small letters)."""
    return {
        element.attributes.get("PartName", "").lstrip("/").lower(): element.attributes.get("ContentType", "")
        for element in package.scanned(CONTENT_TYPES).children
        if element.local == "Override"
    }


def linked(content: bytes, part: str, targets: Sequence[str], kind: str) -> tuple[bytes, list[str]]:
    """The links of ``part`` with those to ``targets``, and their ids; ``kind`` is the whole type of a relation."""
    root = scan(content)
    taken = {one.attributes.get("Id", "") for one in root.children}
    ids: list[str] = []
    number = len(taken)
    for _ in targets:
        number += 1
        while f"rId{number}" in taken:
            number += 1
        ids.append(f"rId{number}")
    added = "".join(
        f'<{root.prefix}Relationship Id="{one}" Type="{kind}" Target="{quoted(target_from(part, target)).decode()}"/>'
        for one, target in zip(ids, targets, strict=True)
    )
    return spliced(content, [appended(content, root, added.encode())]), ids


def without(content: bytes, attribute: str, values: Collection[str]) -> bytes:
    """Either list without the entries of which an attribute (``Id``, ``PartName``) is one of ``values``."""
    gone = [one for one in scan(content).children if one.attributes.get(attribute) in values]
    return spliced(content, [Edit(one.start, one.end, b"") for one in gone])


def as_workbook(content: bytes, *, path: Path) -> bytes:
    """A template as the workbook that is made of it; any other package byte for byte.

    Raises UnreadableSheet, naming ``path``.
    """
    package = Package(content, path=path)
    if CONTENT_TYPES not in package:
        return content
    listed = package.text(CONTENT_TYPES)
    edits = [
        with_attributes(listed, one, {"ContentType": kind})
        for one in package.scanned(CONTENT_TYPES).children
        if (kind := _TEMPLATES.get(one.attributes.get("ContentType", "").lower()))
    ]
    return package.written({CONTENT_TYPES: spliced(listed, edits)}) if edits else content


def without_sheet_titles(package: Package) -> dict[str, bytes]:
    """The document's properties without their copy of the sheets' names, which is not theirs any more.

    Programs write it anew when they save; nothing when there is none.
    """
    found: dict[str, bytes] = {}
    for part in package.related("", "extended-properties"):
        gone = [one for one in package.scanned(part).children if one.local in {"HeadingPairs", "TitlesOfParts"}]
        if gone:
            found[part] = spliced(package.text(part), [Edit(one.start, one.end, b"") for one in gone])
    return found


def workbook_suffix(package: Package) -> str:
    """The end of the name under which programs open a workbook: ``.xlsm`` with macros, else ``.xlsx``."""
    if CONTENT_TYPES not in package:
        return ".xlsx"
    kinds = (one.attributes.get("ContentType", "").lower() for one in package.scanned(CONTENT_TYPES).children)
    return ".xlsm" if _MACRO_WORKBOOK.lower() in kinds else ".xlsx"
