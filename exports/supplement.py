"""Parts that a workbook gains, with the links and the content types by which a spreadsheet program finds them."""

from __future__ import annotations

from typing import Final

from minqing.forms.files.package import CONTENT_TYPES, Package, relations_name
from minqing.forms.files.package_lists import NO_LINKS, declared, declared_ending, linked

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Supplement:
    """What is added to or replaced in a package; ``parts`` go to ``Package.written``."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.parts: dict[str, bytes] = {}

    def text(self, part: str) -> bytes:
        """A part as it is by now; blank for one that is not there."""
        name = self._package.named(part)
        return self.parts.get(name) or (self._package.text(name) if name in self._package else b"")

    def put(self, part: str, content: bytes) -> None:
        """Replace or add a part."""
        self.parts[self._package.named(part)] = content

    def add(self, part: str, content: bytes, *, kind: str, to: str, content_type: str) -> str:
        """Add a new part to which the part ``to`` links by a relation of ``kind``; gives the relation's id."""
        self.put(part, content)
        self.put(CONTENT_TYPES, declared(self.text(CONTENT_TYPES), {part: content_type}))
        return self._link(to, kind, part)

    def add_by_extension(self, part: str, content: bytes, *, kind: str, to: str, content_type: str) -> str:
        """Like :meth:`add`, for kinds that are told by the end of their name, such as ``.vml``."""
        self.put(part, content)
        listed = declared_ending(self.text(CONTENT_TYPES), part.rpartition(".")[2], content_type)
        self.put(CONTENT_TYPES, listed)
        return self._link(to, kind, part)

    def free_name(self, pattern: str) -> str:
        """A part's name that is not taken: ``xl/comments{}.xml`` with a number put in."""
        number = 1
        while (name := pattern.format(number)) in self._package or name in self.parts:
            number += 1
        return name

    def _link(self, part: str, kind: str, target: str) -> str:
        name = relations_name(part)
        content, (link,) = linked(self.text(name) or NO_LINKS, part, [target], f"{OFFICE}/{kind}")
        self.put(name, content)
        return link
