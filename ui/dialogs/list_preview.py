"""What the previews of lists and drawings share: one function sets the pages, for the screen as for the PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from exports.files import write_file
from ui.dialogs.print_preview import PrintPreview
from ui.jobs import Progress

if TYPE_CHECKING:
    from exports.typesetting import Format


class ListPreview(PrintPreview):
    """A preview of papers that ``maker`` sets; what there is to choose from is in ``scopes`` from the first."""

    def maker(self, to: Format) -> Callable[[], list[bytes]]:
        """What sets the pages as ``to`` with the choices made now; it is called in the background."""
        return list

    def offer(self) -> None:
        """There is no more to choose from."""

    def typesetter(self) -> Callable[[Progress], list[str]]:
        made = self.maker("svg")

        def typeset(progress: Progress) -> list[str]:
            pages = made()
            progress.check()
            return [page.decode() for page in pages]

        return typeset

    def writer(self, path: Path) -> Callable[[Progress], Path]:
        made = self.maker("pdf")

        def write(progress: Progress) -> Path:
            [pdf] = made()
            progress.check()
            write_file(path, pdf)
            return path

        return write
