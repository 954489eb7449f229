"""Styles that a workbook lacks, added to its style sheet: a cell's own style with another fill or a grey font."""

from __future__ import annotations

from typing import Final

from minqing.forms.files.xml_splice import Edit, Element, appended, retagged, scan, spliced, tag_end

GREY: Final = "FF9AA0A6"


class StyleSheet:
    """``xl/styles.xml`` (bytes in UTF-8) with styles added to it. Raises ValueError when it has no cell styles."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        root = scan(content)
        found = [root.child(name) for name in ("fonts", "fills", "cellXfs")]
        if any(one is None for one in found):
            raise ValueError("no cell styles")
        self._fonts, self._fills, self._formats = (one for one in found if one is not None)
        self._added: dict[str, list[bytes]] = {"fonts": [], "fills": [], "cellXfs": []}
        self._known: dict[tuple[str, str], str] = {}

    def filled(self, style: str, colour: str) -> str:
        """The number of the style that is ``style`` filled with ``colour`` (ARGB)."""
        return self._known.get((style, colour)) or self._made(style, colour)

    def greyed(self, style: str) -> str:
        """The number of the style that is ``style`` in grey letters."""
        return self._known.get((style, "")) or self._made(style, "")

    def content(self) -> bytes:
        """The style sheet with what was added."""
        edits: list[Edit] = []
        for element in (self._fonts, self._fills, self._formats):
            added = self._added[element.local]
            if added:
                edits.append(_with_count(self._content, element, len(added)))
                edits.append(appended(self._content, element, b"".join(added)))
        return spliced(self._content, edits)

    def _made(self, style: str, colour: str) -> str:
        if colour:
            values = {"fillId": self._fill(colour), "applyFill": "1"}
        else:
            values = {"fontId": self._font(style), "applyFont": "1"}
        self._known[style, colour] = self._clone(style, values)
        return self._known[style, colour]

    def _clone(self, style: str, values: dict[str, str]) -> str:
        own = self._formats.children[int(style or 0)]
        whole = self._content[own.start : own.end]
        end = tag_end(whole, 0)
        tag = whole[:end]
        for name, value in values.items():
            tag = retagged(tag, name, value)
        return self._add(self._formats, tag + whole[end:])

    def _fill(self, colour: str) -> str:
        prefix = self._fills.prefix.encode()
        code = b'<%bfill><%bpatternFill patternType="solid"><%bfgColor rgb="%b"/></%bpatternFill></%bfill>'
        return self._add(self._fills, code % (prefix, prefix, prefix, colour.encode(), prefix, prefix))

    def _font(self, style: str) -> str:
        own = self._formats.children[int(style or 0)]
        font = self._fonts.children[int(own.attributes.get("fontId", "0"))]
        prefix = self._fonts.prefix.encode()
        colour = b'<%bcolor rgb="%b"/>' % (prefix, GREY.encode())
        old, size = font.child("color"), font.child("sz")
        if old is not None:
            edits = [Edit(old.start, old.end, colour)]
        elif size is not None:
            edits = [Edit(size.end, size.end, colour)]
        else:
            edits = [appended(self._content, font, colour)]
        moved = [Edit(edit.start - font.start, edit.end - font.start, edit.content) for edit in edits]
        return self._add(self._fonts, spliced(self._content[font.start : font.end], moved))

    def _add(self, element: Element, content: bytes) -> str:
        added = self._added[element.local]
        added.append(content)
        return str(len(element.children) + len(added) - 1)


def _with_count(content: bytes, element: Element, more: int) -> Edit:
    end = tag_end(content, element.start)
    return Edit(element.start, end, retagged(content[element.start : end], "count", str(len(element.children) + more)))
