"""Editing XML without writing it anew: elements with their byte offsets, and splices between them."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple, cast
from xml.parsers import expat
from xml.sax.saxutils import escape

_TAG = re.compile(rb"""<[^\s/>]+(?:[^>"']|"[^"]*"|'[^']*')*>""")
_DECLARED = re.compile(rb"""^(<\?xml[^>]*?)\s+encoding\s*=\s*["']([\w.:-]+)["']""")
_BOMS = ((b"\xef\xbb\xbf", ""), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Element:
    """One element of a part: where it stands in the bytes, its attributes, its own text and its children.

    ``name`` and the names of ``attributes`` are as written; ``local`` is the name without its prefix. ``start`` to
    ``end`` is the whole element; ``close`` is where its end tag begins (``end`` itself for ``<c/>``).
    """

    __slots__ = ("attributes", "children", "close", "end", "local", "name", "start", "text")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name = name
        self.local = name.rpartition(":")[2]
        self.attributes = attributes
        self.start = start
        self.close = self.end = start
        self.text = ""
        self.children: Sequence[Element] = _NO_CHILDREN

    @property
    def prefix(self) -> str:
        """The namespace prefix with its colon, "" where there is none."""
        return self.name[: -len(self.local)]

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def child(self, local: str) -> Element | None:
        """The first child of that name, if there is one."""
        return next((child for child in self.children if child.local == local), None)

    def attribute(self, local: str) -> str:
        """The value of an attribute with or without prefix (``r:id``), "" where it is absent."""
        found = self.attributes.get(local)
        return found if found is not None else self.attributes.get(self.attribute_name(local), "")

    def attribute_name(self, local: str) -> str:
        """How an attribute is written here, with its prefix if it has one; "" where it is absent."""
        return next((name for name in self.attributes if name.rpartition(":")[2] == local), "")


_NO_CHILDREN: Final[Sequence[Element]] = ()


class Edit(NamedTuple):
    """Bytes ``start`` to ``end`` give way to ``content``."""

    start: int
    end: int
    content: bytes


def as_utf8(content: bytes) -> bytes:
    """A part's bytes in UTF-8; they are the same bytes unless the part is written in another encoding."""
    for bom, encoding in _BOMS:
        if encoding and content.startswith(bom):
            return _redeclared(content.decode(encoding).encode())
    declared = _DECLARED.match(content)
    if declared and declared[2].lower() not in {b"utf-8", b"utf8", b"us-ascii"}:
        return _redeclared(content.decode(declared[2].decode()).encode())
    return content


def scan(content: bytes) -> Element:
    """The root element of a part (in UTF-8). Raises ValueError when it is not well-formed."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    top = Element("", {}, 0)
    stack = [top]

    def begin(name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, parser.CurrentByteIndex)
        parent = stack[-1]
        if parent.children is _NO_CHILDREN:
            # Most elements are cells and values: a list for each would cost as much as all the rest.
            parent.children = [element]
        else:
            cast("list[Element]", parent.children).append(element)
        stack.append(element)

    def finish(_: str) -> None:
        element = stack.pop()
        place = parser.CurrentByteIndex
        element.close = place
        empty = content[place - 2 : place] == b"/>" and not element.children and not element.text
        if empty and (content.find(b">", element.start) == place - 1 or tag_end(content, element.start) == place):
            element.end = place
        else:
            element.end = content.index(b">", place) + 1

    def said(text: str) -> None:
        stack[-1].text += text

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = said
    try:
        with undisturbed():
            parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return top.children[0]


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search for garbage within the block: in a big tree of elements, none of it garbage, it takes half the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def tag_end(content: bytes, start: int) -> int:
    """Where the start tag that begins at ``start`` ends."""
    found = _TAG.match(content, start)
    if found is None:
        raise ValueError(start)
    return found.end()


def spliced(content: bytes, edits: Iterable[Edit]) -> bytes:
    """``content`` with edits applied that do not overlap; insertions at one place keep their order."""
    pieces: list[bytes] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (content[place : edit.start], edit.content)
        place = edit.end
    pieces.append(content[place:])
    return b"".join(pieces)


def retagged(tag: bytes, name: str, value: str | None) -> bytes:
    """A start tag with one attribute set, or taken out when ``value`` is None."""
    found = re.search(rb"""\s+%s\s*=\s*("[^"]*"|'[^']*')""" % re.escape(name.encode()), tag)
    put = b"" if value is None else b' %s="%s"' % (name.encode(), quoted(value))
    if found:
        return tag[: found.start()] + put + tag[found.end() :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + put + tag[end:]


def with_attributes(content: bytes, element: Element, values: Mapping[str, str | None]) -> Edit:
    """The edit that sets (or with None takes out) attributes of ``element``."""
    end = tag_end(content, element.start)
    tag = content[element.start : end]
    for name, value in values.items():
        tag = retagged(tag, name, value)
    return Edit(element.start, end, tag)


def with_text(content: bytes, element: Element, text: str) -> Edit:
    """The edit that replaces all that stands in ``element`` with ``text``."""
    inner = tag_end(content, element.start)
    if element.close == element.end:
        opened = content[element.start : inner - 2].rstrip() + b">"
        return Edit(element.start, element.end, opened + escaped(text) + b"</%s>" % element.name.encode())
    return Edit(inner, element.close, escaped(text))


def appended(content: bytes, element: Element, inside: bytes) -> Edit:
    """The edit that puts ``inside`` at the end of what ``element`` holds."""
    if element.close != element.end:
        return Edit(element.close, element.close, inside)
    opened = content[element.start : element.end - 2].rstrip() + b">"
    return Edit(element.start, element.end, opened + inside + b"</%s>" % element.name.encode())


def escaped(text: str) -> bytes:
    """Text as it stands between tags."""
    return escape(text).encode()


def quoted(text: str) -> bytes:
    """Text as it stands in an attribute."""
    return escape(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}).encode()


def _redeclared(content: bytes) -> bytes:
    return _DECLARED.sub(rb'\1 encoding="UTF-8"', content.removeprefix(b"\xef\xbb\xbf"), count=1)
