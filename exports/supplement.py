"""Parts that a workbook gains, with the links and the content types by which a spreadsheet program finds them."""

from __future__ import annotations

from typing import Final

from minqing.forms.files.package import CONTENT_TYPES, Package, relations_name, target_from
from minqing.forms.files.xml_splice import Edit, appended, quoted, scan, spliced

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_LINKS: Final = f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'


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
        self._declare(f'Override PartName="/{part}" ContentType="{content_type}"')
        return self._link(to, kind, part)

    def add_by_extension(self, part: str, content: bytes, *, kind: str, to: str, content_type: str) -> str:
        """Like :meth:`add`, for kinds that are told by the end of their name, such as ``.vml``."""
        self.put(part, content)
        extension = part.rpartition(".")[2]
        if f'Extension="{extension}"'.encode() not in self.text(CONTENT_TYPES):
            self._declare(f'Default Extension="{extension}" ContentType="{content_type}"')
        return self._link(to, kind, part)

    def free_name(self, pattern: str) -> str:
        """A part's name that is not taken: ``xl/comments{}.xml`` with a number put in."""
        number = 1
        while (name := pattern.format(number)) in self._package or name in self.parts:
            number += 1
        return name

    def _declare(self, what: str) -> None:
        content = self.text(CONTENT_TYPES)
        root = scan(content)
        element = f"<{root.prefix}{what}/>".encode()
        first = root.children[0].start if root.children and what.startswith("Default") else root.close
        self.put(CONTENT_TYPES, spliced(content, [Edit(first, first, element)]))

    def _link(self, part: str, kind: str, target: str) -> str:
        name = relations_name(part)
        content = self.text(name) or _NO_LINKS.encode()
        root = scan(content)
        taken = {one.attributes.get("Id", "") for one in root.children}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        where = quoted(target_from(part, target)).decode()
        element = f'<{root.prefix}Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{where}"/>'
        self.put(name, spliced(content, [appended(content, root, element.encode())]))
        return f"rId{number}"
