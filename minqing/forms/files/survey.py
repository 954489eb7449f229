"""What the parts of a zip workbook hold beside their values, noted while the parts are unpacked to check them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from minqing.forms.files.colours import filled_styles
from minqing.forms.files.details import Findings
from minqing.forms.files.ods_extent import check_ods
from minqing.forms.files.xlsb_scan import filled_xlsb_styles, scan_xlsb, sheet_relations
from minqing.forms.files.xlsx_plain_scan import PlainScan
from minqing.forms.files.xlsx_scan import SheetScan, has_addresses

_MOST = 30_000_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.(?:xml|bin)", re.IGNORECASE)


class Survey:
    """Sees the parts of one workbook go by; :meth:`findings` tells afterwards what a sheet holds."""

    def __init__(self) -> None:
        self._fills: dict[int, str] = {}
        self._places: dict[str, str] = {}
        self._parts: dict[str, Findings] = {}

    def findings(self, sheet: str) -> Findings:
        """What was noted about a sheet; nothing if its part was not to be found."""
        return self._parts.get(self._places.get(sheet, ""), Findings())

    def begin(self, archive: ZipFile, kind: str) -> None:
        """Read where the sheets are and which cell styles are filled, before the parts go by."""
        names = {name.lower(): name for name in archive.namelist()}

        def part(name: str) -> bytes:
            if name not in names:
                return b""
            with archive.open(names[name]) as member:
                return member.read(_MOST)

        try:
            if kind == "xlsx":
                self._fills = dict(filled_styles(part("xl/styles.xml"), part("xl/theme/theme1.xml")))
                sheets = _relations_of(part("xl/workbook.xml"))
                self._places = _places(sheets, part("xl/_rels/workbook.xml.rels"))
            elif kind == "xlsb":
                sheets = sheet_relations(part("xl/workbook.bin"))
                self._places = _places(sheets, part("xl/_rels/workbook.bin.rels"))
                self._fills = dict(filled_xlsb_styles(part("xl/styles.bin"), part("xl/theme/theme1.xml")))
        except (ElementTree.ParseError, BadZipFile, ValueError, LookupError):
            # What is unsound is reported where the values are read.
            self._places = {}

    def watch(self, name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Hand the chunks of a part on, and note what they say."""
        self.extent, self.corner = 0, None
        if not _SHEET_PART.fullmatch(name):
            yield from chunks
        elif name.lower().endswith(".bin"):
            kept: list[bytes] = []
            for chunk in chunks:
                kept.append(chunk)
                yield chunk
            self._parts[name.lower()], self.corner = scan_xlsb(b"".join(kept), self._fills)
            self.extent = self.corner[0] * self.corner[1]
        else:
            scan: SheetScan | PlainScan | None = None
            for chunk in chunks:
                scan = scan or (SheetScan if has_addresses(chunk) else PlainScan)(self._fills)
                scan.look(chunk)
                yield chunk
            if scan is not None:
                scan.finish()
                self.extent = scan.extent
                self._parts[name.lower()] = scan.findings

    def take_ods(self, chunks: Iterable[bytes]) -> None:
        """Go through the content.xml of an OpenDocument sheet; raises as ``check_ods``."""
        self._parts = dict(check_ods(chunks))
        self._places = {name: name for name in self._parts}

    extent = 0
    """How many cells the sheet that went by last may span."""

    corner: tuple[int, int] | None = None
    """Its last row and column with a value, if known for sure."""


def _relations_of(workbook: bytes) -> dict[str, str]:
    if not workbook:
        return {}
    root = ElementTree.fromstring(workbook)
    sheets = root.iterfind("{*}sheets/{*}sheet")
    return {one.get("name", ""): one.get(_RELATION) or one.get(_STRICT_RELATION) or "" for one in sheets}


def _places(sheets: dict[str, str], relations: bytes) -> dict[str, str]:
    """The part of each sheet, in lower case."""
    if not relations:
        return {}
    targets = {one.get("Id", ""): one.get("Target", "") for one in ElementTree.fromstring(relations)}
    found = {}
    for name, relation in sheets.items():
        target = targets.get(relation, "")
        path = target if target.startswith("/") else posixpath.join("/xl", target)
        found[name] = posixpath.normpath(path).lstrip("/").lower()
    return found
