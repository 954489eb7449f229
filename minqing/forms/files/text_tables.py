"""Tables that are text inside: csv and its kin, web pages and XML that were saved under a spreadsheet's name."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path

from minqing.errors import UnreadableSheet
from minqing.forms.files.grid import Cell, Grid, build_grid
from minqing.forms.files.html_tables import html_grids
from minqing.forms.files.xml_tables import xml_grids

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|table|head|body|meta|style|div)\b", re.IGNORECASE)
_DELIMITERS = ",\t;|"
_PROTECTED = re.compile(r'="([^"]*)"')
_MAX_FIELD = 10_000_000
_GARBAGE = "里面不是表格，也可能已经损坏"


def read_text(path: Path, data: bytes) -> tuple[str, tuple[Grid, ...]]:
    """The kind (csv, html or xml) and the sheets of a file that is text.

    All values of csv and of web pages stay text. Raises ``UnreadableSheet`` for bytes that are no text or no table.
    """
    text = decode(path, data)
    start = text[:4096].lstrip()
    if start.startswith("<"):
        if "<Workbook" in start and "urn:schemas-microsoft-com:office:spreadsheet" in start:
            return "xml", xml_grids(path, text)
        if _HTML.match(start) or "<table" in text.lower():
            return "html", html_grids(path, text)
        return "xml", xml_grids(path, text)
    return "csv", (build_grid(path.stem, _delimited_rows(path, text)),)


def decode(path: Path, data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or GB18030; raises ``UnreadableSheet`` if it is none of them."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        # Old programs end a text file with Ctrl+Z, careless ones with zero bytes.
        text = text.rstrip("\x00\x1a")
        if not _CONTROL.search(text):
            return text
    raise UnreadableSheet(path, _GARBAGE)


def _encodings(data: bytes) -> list[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding]
    head = data[:4096]
    if head.count(0) * 5 > len(head):
        return ["utf-16-le", "utf-16-be"] if head[1::2].count(0) >= head[0::2].count(0) else ["utf-16-be", "utf-16-le"]
    named = []
    match = _CHARSET.search(head) if head.lstrip()[:1] == b"<" else None
    if match:
        name = match[1].decode("ascii").lower()
        named = ["gb18030" if name in {"gb2312", "gbk", "gb18030", "x-gbk"} else name]
    if any(name.startswith("utf-16") for name in named):
        named = []  # a page that says so in plain bytes is not UTF-16
    return ["utf-8", *named, "gb18030"]


def _delimited_rows(path: Path, text: str) -> list[list[Cell]]:
    named = re.match(r'"?sep=(.)"?\r?\n', text)
    if named:
        text = text[named.end() :]
    delimiter = named[1] if named else _delimiter(text)
    limit = csv.field_size_limit(_MAX_FIELD)
    try:
        return [[_value(field) for field in row] for row in _records(text, delimiter)]
    except csv.Error as error:
        raise UnreadableSheet(path, _GARBAGE) from error
    finally:
        csv.field_size_limit(limit)


def _records(text: str, delimiter: str) -> list[list[str]]:
    """Split text into records; a quotation mark that is never closed counts as an ordinary character."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE))
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _delimiter(text: str) -> str:
    """The separator that cuts the first lines into the most columns, most evenly."""
    sample = text[:20_000]
    if len(text) > len(sample):
        sample = sample.rpartition("\n")[0] or sample
    scores = {}
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(sample.splitlines(keepends=True), delimiter=delimiter) if row][:60]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        evenness = widths.count(usual) / max(len(widths), 1)
        scores[delimiter] = (usual > 1, evenness**2 * min(usual, 6), usual)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _value(field: str) -> Cell:
    """A field as a cell; ``="0123"``, by which exporters keep an ID number whole, gives what is inside."""
    if field.startswith('="'):
        match = _PROTECTED.fullmatch(field.strip())
        field = match[1] if match else field
    return field if field.strip() else None
