"""Comments put on cells of a workbook that may have some already: the text, and the box in which it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from exports.sheet_text import legible, lines_in
from minqing.forms.files.grid import column_name
from minqing.forms.files.xml_splice import Edit, appended, escaped, quoted, scan, spliced

Place = tuple[int, int]
"""Row and column, from 1."""

AUTHOR: Final = "民情账本"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHAPE_TYPE: Final = "_x0000_t202"
_WIDTH: Final = 225
"""Points that a comment's box is wide."""
_LINE: Final = 15
_ROWS_HIGH: Final = 4
_EMPTY_COMMENTS: Final = f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_EMPTY_DRAWING: Final = (
    f'<xml {_NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_TYPE: Final = (
    f'<v:shapetype {_NAMESPACES} id="{_SHAPE_TYPE}" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_ROOT = re.compile(rb"<(?:\w+:)?xml\b")
# Whatever prefix its namespace has; an office's drawing need not be well-formed, so it is not parsed.
_BOX_AT: Final = rb"<(?:\w+:)?Row>\s*%d\s*</(?:\w+:)?Row>\s*<(?:\w+:)?Column>\s*%d\s*</"
_END = re.compile(rb"</(?:\w+:)?xml\s*>\s*$")


def comments_with(content: bytes, notes: Mapping[Place, str]) -> bytes:
    """The comments part (blank for none yet) with ``notes``; a cell's own comment stays, ours follows it."""
    content = content or f"{_DECLARATION}{_EMPTY_COMMENTS}".encode()
    root = scan(content)
    prefix = root.prefix
    authors, listed = root.child("authors"), root.child("commentList")
    if authors is None or listed is None:
        raise ValueError("no comments")
    edits = [appended(content, authors, f"<{prefix}author>{AUTHOR}</{prefix}author>".encode())]
    own = {one.attributes.get("ref", ""): one for one in listed.children}
    added = []
    for (row, column), text in sorted(notes.items()):
        name = f"{column_name(column)}{row}"
        run = f'<{prefix}r><{prefix}t xml:space="preserve">{{}}</{prefix}t></{prefix}r>'
        held = own[name].child("text") if name in own else None
        if held is not None:
            edits.append(appended(content, held, run.format(_said(f"\n{text}")).encode()))
            continue
        author = len(authors.children)
        added.append(
            f'<{prefix}comment ref="{name}" authorId="{author}"><{prefix}text>{run.format(_said(text))}'
            f"</{prefix}text></{prefix}comment>"
        )
    edits.append(appended(content, listed, "".join(added).encode()))
    return spliced(content, edits)


def drawing_with(content: bytes, notes: Mapping[Place, str]) -> bytes:
    """The legacy drawing (blank for none yet) with a box for each of ``notes`` that has none."""
    content = content or _EMPTY_DRAWING.encode()
    begin, end = _ROOT.search(content), _END.search(content)
    if begin is None or end is None:
        raise ValueError("no drawing")
    has_type = f'id="{_SHAPE_TYPE}"'.encode() in content
    boxes = [
        _box(number, place, text)
        for number, (place, text) in enumerate(sorted(notes.items()), 1)
        if not _has_box(content, place)
    ]
    return spliced(content, [Edit(end.start(), end.start(), f"{'' if has_type else _TYPE}{''.join(boxes)}".encode())])


def _said(text: str) -> str:
    return escaped(legible(text)).decode()


def _has_box(content: bytes, place: Place) -> bool:
    row, column = place
    return re.search(_BOX_AT % (row - 1, column - 1), content) is not None


def _box(number: int, place: Place, text: str) -> str:
    row, column = place
    high = _LINE * (lines_in(text, _WIDTH * 4 // 3) + 2)
    top = max(row - 2, 0)
    anchor = f"{column}, 15, {top}, 4, {column + 3}, 15, {top + max(_ROWS_HIGH, high // _LINE)}, 4"
    style = (
        f"position:absolute;margin-left:80pt;margin-top:2pt;width:{_WIDTH}pt;height:{high}pt;z-index:{number};"
        "visibility:hidden"
    )
    return (
        f'<v:shape {_NAMESPACES} id="minqing_note_{number}" type="#{_SHAPE_TYPE}" style="{quoted(style).decode()}"'
        ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData>"
        "</v:shape>"
    )
