"""Forms that the book was taught: kept, replaced, forgotten, found by name, and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from minqing.actions.forms import forget_form, form_for, known_forms, learn_form, office_form, office_forms
from minqing.errors import BadForm, FormNameTaken, UnknownForm
from minqing.forms.learning.office import OfficeForm
from minqing.forms.learning.proposal import Proposal, propose
from minqing.forms.library import builtin_forms
from minqing.ledger import Ledger
from tests.actions.conftest import PASSWORD
from tests.forms.office_sheets import visits_form


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Proposal:
    return propose(visits_form(tmp_path_factory.mktemp("office") / "月报.xlsx"))


def named(proposal: Proposal, name: str) -> OfficeForm:
    return proposal.named(name).office


def test_a_learned_form_goes_before_the_shipped_ones(ledger: Ledger, proposal: Proposal) -> None:
    office = named(proposal, "入户月报")
    assert learn_form(ledger, office)
    assert office_forms(ledger) == (office,)
    assert known_forms(ledger) == (office.form, *builtin_forms())
    assert form_for(ledger, " 入户月报 ") == office.form
    assert form_for(ledger, "weekly").name == "民情台账"


def test_the_same_again_is_no_change(ledger: Ledger, proposal: Proposal) -> None:
    learn_form(ledger, named(proposal, "入户月报"))
    assert not learn_form(ledger, named(proposal, "入户月报"))


def test_a_form_learned_again_takes_the_other_s_place_until_undone(ledger: Ledger, proposal: Proposal) -> None:
    learn_form(ledger, named(proposal, "入户月报"))
    change = learn_form(ledger, proposal.with_rows(4, 9).named("入户月报").office)
    (found,) = office_forms(ledger)
    assert found.form.layout is not None
    assert found.form.layout.last == 9
    ledger.undo(change.id)
    assert office_forms(ledger) == (named(proposal, "入户月报"),)


def test_a_forgotten_form_comes_back_with_undo(ledger: Ledger, proposal: Proposal) -> None:
    learn_form(ledger, named(proposal, "入户月报"))
    change = forget_form(ledger, "入户月报")
    assert office_forms(ledger) == ()
    with pytest.raises(UnknownForm):
        form_for(ledger, "入户月报")
    ledger.undo(change.id)
    assert office_form(ledger, "入户月报").form.name == "入户月报"


@pytest.mark.parametrize("name", ["民情台账", "WEEKLY", "居民花名册"])
def test_names_of_shipped_forms_are_taken(ledger: Ledger, proposal: Proposal, name: str) -> None:
    with pytest.raises(FormNameTaken, match="换一个名称"):
        learn_form(ledger, named(proposal, name))
    assert office_forms(ledger) == ()


def test_unusable_forms_are_not_kept(ledger: Ledger, proposal: Proposal) -> None:
    office = named(proposal, "入户月报")
    for bad in (replace(office.form, layout=None), replace(office.form, name=""), replace(office.form, subject="cat")):
        with pytest.raises(BadForm, match="请改正后再保存") as refused:
            learn_form(ledger, OfficeForm(bad, office.workbook))
        assert "表样文件" not in str(refused.value), "it comes from a blank sheet, not from a file"


def test_an_unknown_form_names_those_that_are_there(ledger: Ledger, proposal: Proposal) -> None:
    learn_form(ledger, named(proposal, "入户月报"))
    with pytest.raises(UnknownForm, match="入户月报"):
        forget_form(ledger, "没有的")


def test_a_copy_of_the_book_has_them_too(ledger: Ledger, proposal: Proposal, tmp_path: Path) -> None:
    learn_form(ledger, named(proposal, "入户月报"))
    with Ledger.open(ledger.backup(tmp_path), PASSWORD) as copy:
        assert office_forms(copy) == office_forms(ledger)
