"""As what a table is read: what was asked for, chosen, written by us, answered earlier, or says itself most clearly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from minqing.errors import UnsureForm
from minqing.forms.files.grid import Grid
from minqing.forms.form import Form
from minqing.forms.marker import Marker
from minqing.forms.naming.subjects import Reading, candidates, has_needs, in_question, layout_key, read_as
from minqing.forms.naming.topics import topic_named
from minqing.forms.tables.header import Header, data_rows
from minqing.forms.tables.statistics import IS_STATISTICS, is_statistics


@dataclass(frozen=True)
class Chooser:
    """Chooses for the tables of one file; ``choices`` and ``answers`` map layouts to names, said now and earlier."""

    path: Path
    form: Form | None
    forms: tuple[Form, ...]
    answers: Mapping[str, str]
    choices: Mapping[str, str]

    def choose(self, grid: Grid, header: Header, marker: Marker) -> Reading | str:
        """How a table is read, or why it is not; raises UnsureForm when somebody must say it."""
        form = self.form or self._called(self.choices.get(layout_key(header.labels), ""))
        if form is None:
            return self._by_itself(grid, header, marker)
        if form.name and marker.form and marker.form != form.name:
            return f"是“{marker.form}”，不是要读的“{form.name}”"
        found = read_as(header.labels, form, "", first_column=grid.first_column)
        if not has_needs(form, found.columns):
            # What was chosen for a workbook of several layouts may be meant for some of them only.
            several = self.form is None and len(self.choices) > 1
            return self._by_itself(grid, header, marker) if several else f"没有“{found.name}”必须有的栏目"
        answer = "" if self._would_read(grid, header, marker) == found.name else found.name
        return replace(found, why=f"按选定的“{found.name}”读。", answer=answer)

    def _would_read(self, grid: Grid, header: Header, marker: Marker) -> str:
        """As what the sheet would be read if nobody had said anything, a blank if that is not clear."""
        try:
            found = self._by_itself(grid, header, marker)
        except UnsureForm:
            return ""
        return found.name if isinstance(found, Reading) else ""

    def _by_itself(self, grid: Grid, header: Header, marker: Marker) -> Reading | str:
        labels, first = header.labels, grid.first_column
        known = self._called(marker.form)
        if known is not None and known.name and marker.describes(label for label in labels if label):
            return read_as(labels, known, f"按“{known.name}”读：是本程序导出的表。", first_column=first)
        key = layout_key(labels)
        told = self._called(self.answers.get(key, ""))
        if told is not None:
            found = read_as(labels, told, "", first_column=first)
            if has_needs(told, found.columns):
                return replace(found, why=f"上次您说过按“{found.name}”读。")
        ranked = candidates(labels, self.forms, first_column=first)
        if is_statistics(grid, header, ranked[0].reading.columns if ranked else ()):
            return IS_STATISTICS
        unsure = in_question(ranked)
        if unsure and data_rows(grid, header).rows:
            raise UnsureForm(self.path, grid.name, key, tuple(one.offered for one in unsure))
        return ranked[0].reading if ranked else "里没有认得出的住户、居民、走访或诉求"

    def _called(self, name: str) -> Form | None:
        """The form of this name, or the one of a kind of record (居民), which has no name of its own."""
        topic = topic_named(name)
        return next((one for one in self.forms if name and one.name == name), topic.skeleton if topic else None)
