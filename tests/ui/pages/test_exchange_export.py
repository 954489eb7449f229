"""The export panel: learned forms beside shipped ones, and what it says of numbers that leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from minqing.forms.form import Layout
from minqing.forms.library import builtin_forms, form_named
from ui.pages.exchange_export import ExportPanel, privacy_words

LEARNED = replace(form_named("居民信息表"), name="街道重点居民表", layout=Layout((4,), 5, 10))


@pytest.fixture
def panel(qtbot: QtBot) -> ExportPanel:
    made = ExportPanel()
    qtbot.addWidget(made)
    made.set_forms(builtin_forms(), first_weekday=0)
    return made


def test_a_learned_form_takes_no_choice_away(panel: ExportPanel) -> None:
    panel.choose_form("居民信息表")
    panel.set_forms((LEARNED, *builtin_forms()), first_weekday=0)
    assert panel.form.currentText() == "居民信息表"
    panel.choose_form("街道重点居民表")
    sending = panel.sending()
    assert sending is not None
    assert sending.form is LEARNED
    panel.set_forms(builtin_forms(), first_weekday=0)
    assert panel.form.currentIndex() == 0, "a form that was forgotten gives way to the first"
    panel.choose_form("没有这张")
    assert panel.form.currentIndex() == 0


def test_numbers_leave_masked_when_asked(panel: ExportPanel) -> None:
    form = form_named("居民信息表")
    assert "完整" in privacy_words(form)[0]
    assert privacy_words(form, masked=True) == ("身份证号中间遮掩，电话中间四位遮掩", False)
    panel.choose_form(form.name)
    panel.masked.setChecked(True)
    panel.show_count("3 行")
    sending = panel.sending()
    assert sending is not None
    assert sending.masked
    assert "遮掩" in panel.tally.privacy.text()
