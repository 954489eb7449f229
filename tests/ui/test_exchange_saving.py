"""A file that another program holds: the sentence, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minqing.errors import CannotWrite
from minqing.ledger import Ledger
from tests.exchange.conftest import ledger, template
from tests.ui.conftest import SpokenNotices
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.exchange_sending import cannot_write
from ui.session import Session

__all__ = ["ledger", "template"]


class Listening(SpokenNotices):
    """Keeps what a question says below its title."""

    def ask(
        self,
        title: str,  # noqa: ARG002 - as the stand-in has it
        body: str,
        actions: Sequence[tuple[str, str]],  # noqa: ARG002
        default: str,  # noqa: ARG002
    ) -> str:
        self.said.append(body)
        return "other"


def test_a_file_that_wps_holds_is_said_so(ledger: Ledger, inline_jobs: Jobs) -> None:
    notices = Listening()
    session = Session(ledger, jobs=inline_jobs, notices=notices, hub=Hub())
    error = CannotWrite(Path("周报.xlsx"), "占用")
    error.__cause__ = PermissionError()
    tried: list[str] = []
    cannot_write(session, error, again=lambda: tried.append("again"), other=lambda: tried.append("other"))
    assert notices.said == ["这个文件正在 WPS 里打开。请先关闭它，再点“重试”。"]
    assert tried == ["other"]
