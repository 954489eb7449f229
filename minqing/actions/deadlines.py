"""By which day an office wants its sheets: said once for a form, kept in the book, taken back as any change."""

from __future__ import annotations

from minqing.exchange.partners.due_days import EVERY_FORM, KIND, DueRule, rule_paper
from minqing.ledger import Changes, Ledger

DEFAULT = "默认"
"""Said in place of a rule it forgets the one that there is."""


def set_deadline(ledger: Ledger, form: str, text: str) -> Changes:
    """Keep by which day the sheets of a form (blank: of all others) are due, ``每周五`` or the like; 默认 forgets it.

    Empty Changes where it is so already. Raises BadDueRule.
    """
    forget = text.strip() == DEFAULT
    rule = None if forget else DueRule.parse(text)
    called = f"“{form}”" if form != EVERY_FORM else "其余各表"
    with ledger.change(f"{called}的交表日：{rule or DEFAULT}") as tx:
        if rule is None:
            tx.drop(KIND, form)
        else:
            tx.keep(rule_paper(form, rule))
    return tx.changes
