"""An .xlsx file as a package of parts: parts read and replaced, every other part kept to the byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from minqing.errors import UnreadableSheet, WorksheetMissing
from minqing.forms.files.xml_splice import Element, as_utf8, scan

CONTENT_TYPES: Final = "[Content_Types].xml"
_DAMAGED = "文件不完整或已经损坏"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; ``kind`` is the last word of its type (worksheet, drawing, comments, …).

    ``target`` is the other part's name, or for an ``external`` one the address as written.
    """

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it; ``position`` counts from 0, as names of one sheet only count."""

    name: str
    part: str
    position: int
    hidden: bool
    relation: str


class Package:
    """The parts of one .xlsx file. Raises UnreadableSheet, naming ``path``, for what is no such file."""

    def __init__(self, content: bytes, *, path: Path = Path("工作簿.xlsx")) -> None:
        self._path = path
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            raise UnreadableSheet(path, _DAMAGED) from error
        # The last of two entries with one name counts, as it does for spreadsheet programs.
        self._entries = {info.filename: info for info in self._archive.infolist()}
        self._names = {_plain(name): name for name in self._entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts in the order in which they are stored."""
        return tuple(self._entries)

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._names

    def part(self, name: str) -> bytes:
        """The bytes of a part; capitals in its name do not matter. Raises KeyError, and UnreadableSheet if damaged."""
        try:
            return self._archive.read(self._entries[self._names[_plain(name)]])
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnreadableSheet(self._path, _DAMAGED) from error

    def text(self, name: str) -> bytes:
        """The bytes of an XML part, in UTF-8 whatever it is written in; raises as :meth:`part`."""
        try:
            return as_utf8(self.part(name))
        except (ValueError, LookupError) as error:
            raise UnreadableSheet(self._path, _DAMAGED) from error

    def scanned(self, name: str) -> Element:
        """The root element of an XML part; raises as :meth:`part`."""
        try:
            return scan(self.text(name))
        except ValueError as error:
            raise UnreadableSheet(self._path, _DAMAGED) from error

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The links of a part to others; none for a part without any."""
        name = relations_name(part)
        if name not in self:
            return ()
        return tuple(
            _relation(part, element) for element in self.scanned(name).children if element.local == "Relationship"
        )

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """The names of the parts that ``part`` links to by relations of that kind, as far as they are there."""
        found = (one for one in self.relations(part) if one.kind == kind and not one.external)
        return tuple(self.named(one.target) for one in found if one.target in self)

    def named(self, part: str) -> str:
        """A part's name as it is stored; the name itself for a part that is not there."""
        return self._names.get(_plain(part), part)

    @cached_property
    def workbook(self) -> str:
        """The name of the part that lists the sheets."""
        return next(iter(self.related("", "officeDocument")), "xl/workbook.xml")

    @cached_property
    def sheets(self) -> tuple[SheetEntry, ...]:
        """The sheets in order. Raises UnreadableSheet when the workbook does not say."""
        if self.workbook not in self:
            raise UnreadableSheet(self._path, _DAMAGED)
        targets = {one.id: one.target for one in self.relations(self.workbook)}
        listed = self.scanned(self.workbook).child("sheets")
        return tuple(
            SheetEntry(
                name=element.attributes.get("name", ""),
                part=self.named(targets.get(element.attribute("id"), "")),
                position=position,
                hidden=element.attributes.get("state", "visible") != "visible",
                relation=element.attribute("id"),
            )
            for position, element in enumerate(listed.children if listed else ())
        )

    def sheet(self, name: str) -> SheetEntry:
        """The sheet of that name, the first one that shows for a blank name. Raises WorksheetMissing."""
        found = [one for one in self.sheets if one.part in self]
        wanted = [one for one in found if (one.name.casefold() == name.casefold() if name else not one.hidden)]
        if not wanted:
            raise WorksheetMissing(self._path, name, [one.name for one in found])
        return wanted[0]

    def written(self, parts: Mapping[str, bytes], *, without: Collection[str] = ()) -> bytes:
        """The package again with some parts replaced or, at the end, added; ``without`` leaves parts out.

        All other parts keep their bytes, their order and what their entries say.
        """
        replaced = {self.named(name): content for name, content in parts.items()}
        dropped = {self.named(name) for name in without}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            target.comment = self._archive.comment
            for name, info in self._entries.items():
                if name not in dropped:
                    content = replaced.pop(name, None)
                    target.writestr(copy(info), self.part(name) if content is None else content)
            for name, content in replaced.items():
                info = zipfile.ZipInfo(name, next(iter(self._entries.values())).date_time)
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, content)
        return out.getvalue()


def relations_name(part: str) -> str:
    """Where the links of a part are written; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_from(part: str, other: str) -> str:
    """How ``part`` writes a link to the part ``other``."""
    return quote(posixpath.relpath(other, posixpath.dirname(part) or "."))


def _relation(part: str, element: Element) -> Relation:
    attributes = element.attributes
    kind = attributes.get("Type", "").rpartition("/")[2]
    target = attributes.get("Target", "")
    if attributes.get("TargetMode") == "External":
        return Relation(attributes.get("Id", ""), kind, target, external=True)
    path = unquote(target.replace("\\", "/"))
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), path)).lstrip("/")
    return Relation(attributes.get("Id", ""), kind, joined)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
