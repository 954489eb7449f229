"""Forms that an office taught the book: kept in it, taken out of it, and found by name among the shipped ones."""

from __future__ import annotations

from minqing.errors import BadForm, FormNameTaken, UnknownForm
from minqing.forms.form import Form
from minqing.forms.learning.office import OfficeForm, without_records
from minqing.forms.library import builtin_forms, form_text, load_form
from minqing.ledger import Changes, Ledger, Paper

_KIND = "form"


def learn_form(ledger: Ledger, office: OfficeForm) -> Changes:
    """Keep a form in the book; one of the same name is replaced (undo brings it back).

    Raises FormNameTaken for a name that a shipped form goes by, BadForm for one that cannot be used.
    """
    form = office.form
    if taken := _shipped(form.name):
        raise FormNameTaken(form.name, taken.name)
    text = form_text(form)
    try:
        if load_form(text).layout is None:
            raise BadForm(form.name, "它不是从单位的空表学来的")
        blank = without_records(office).workbook
    except BadForm as error:
        raise BadForm(form.name, error.why, taught=True) from error
    with ledger.change(f"学会表样“{form.name}”") as tx:
        tx.keep(Paper(_KIND, form.name, text, blank))
    return tx.changes


def forget_form(ledger: Ledger, name: str) -> Changes:
    """Take a learned form out of the book; raises UnknownForm when it has none of that name."""
    found = office_form(ledger, name)
    with ledger.change(f"不再用表样“{found.form.name}”") as tx:
        tx.drop(_KIND, found.form.name)
    return tx.changes


def office_forms(ledger: Ledger) -> tuple[OfficeForm, ...]:
    """The learned forms with their blank workbooks, by name."""
    return tuple(OfficeForm(load_form(paper.text), paper.content) for paper in ledger.papers(_KIND))


def office_form(ledger: Ledger, name: str) -> OfficeForm:
    """The learned form of this name, without regard to case; raises UnknownForm."""
    known = office_forms(ledger)
    found = next((one for one in known if _same(one.form.name, name)), None)
    if found is None:
        raise UnknownForm(name, [one.form.name for one in known])
    return found


def known_forms(ledger: Ledger) -> tuple[Form, ...]:
    """The learned forms by name, then those that ship with the program."""
    return (*(one.form for one in office_forms(ledger)), *builtin_forms())


def form_for(ledger: Ledger, name: str) -> Form:
    """The form of this name or alias, a learned one first; raises UnknownForm."""
    every = known_forms(ledger)
    for form in every:
        if any(_same(own, name) for own in (form.name, *form.aliases)):
            return form
    raise UnknownForm(name, [form.name for form in every])


def _shipped(name: str) -> Form | None:
    return next((form for form in builtin_forms() if any(_same(own, name) for own in (form.name, *form.aliases))), None)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
