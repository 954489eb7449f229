"""Reading a sheet for a book: with the forms it was taught and the answers it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from minqing.actions.forms import form_for, known_forms
from minqing.errors import UnknownForm
from minqing.exchange.partners.answers import answers
from minqing.exchange.partners.senders import Senders
from minqing.exchange.sending.unnumbered import Recogniser
from minqing.forms.form import Form
from minqing.forms.naming.topics import TOPICS, topic_named
from minqing.forms.sheet import FileReading, read_file
from minqing.ledger import Ledger


class Reader:
    """Reads the files of one import; what the book knows of forms, answers and senders is looked up once for all."""

    def __init__(self, ledger: Ledger) -> None:
        self._forms = _lately_used_first(ledger)
        self._answers = answers(ledger)
        self._recogniser = Recogniser(ledger)
        self._senders = Senders(ledger)

    def read(
        self,
        path: Path,
        *,
        form: Form | None = None,
        sheet: str | None = None,
        password: str | None = None,
        choices: Mapping[str, str] | None = None,
    ) -> FileReading:
        """Read a file as the book knows how: ``form`` or ``choices`` (layout to name) say it, else what it learned.

        Raises UnsureForm when a person must choose, and what ``read_file`` raises.
        """
        found = read_file(
            path,
            form=form,
            sheet=sheet,
            password=password,
            forms=self._forms,
            answers=self._answers,
            choices=choices,
        )
        known = (self._senders.named(self._recogniser.recognised(reading)) for reading in found.readings)
        return replace(found, readings=tuple(known))


def read_for(
    ledger: Ledger,
    path: Path,
    *,
    form: Form | None = None,
    sheet: str | None = None,
    password: str | None = None,
    choices: Mapping[str, str] | None = None,
) -> FileReading:
    """Read one file as this book knows how; for several a :class:`Reader` does it. Raises what that raises."""
    return Reader(ledger).read(path, form=form, sheet=sheet, password=password, choices=choices)


def _lately_used_first(ledger: Ledger) -> list[Form]:
    """The known forms; of two learned ones with the same columns the one that went out or came in last is meant."""
    used = [exchange.form for exchange in ledger.exchanges()]
    order = {name: place for place, name in reversed(list(enumerate(used)))}
    return sorted(known_forms(ledger), key=lambda form: (form.layout is None, order.get(form.name, len(used))))


def reading_names(ledger: Ledger) -> tuple[str, ...]:
    """By what a sheet can be read: the names of the known forms, then the kinds of record (by the columns' names)."""
    return (*(form.name for form in known_forms(ledger)), *(topic.name for topic in TOPICS))


def form_called(ledger: Ledger, name: str) -> Form:
    """The form of this name or alias, or the kind of record (居民, resident) as a form without a name.

    Raises UnknownForm that names both.
    """
    try:
        return form_for(ledger, name)
    except UnknownForm:
        topic = topic_named(name)
        if topic is None:
            raise UnknownForm(name, list(reading_names(ledger))) from None
        return topic.skeleton
