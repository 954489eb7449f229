"""Saving a learned form as a file that a colleague's book can learn."""

from __future__ import annotations

from pathlib import Path

from minqing.forms.learning.office import SUFFIX, OfficeForm
from ui.jobs import Progress
from ui.session import Session

FORM_FILE = "表样文件 (*.mqform)"


def save_form(session: Session, office: OfficeForm) -> None:
    """Ask where to, and write a form as a file."""
    path = session.notices.save_file("另存表样", f"{office.form.name}{SUFFIX}", [FORM_FILE])
    if path is not None:
        _write(session, office, path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}"))


def _write(session: Session, office: OfficeForm, path: Path) -> None:
    def work(_: Progress) -> Path:
        from exports.files import write_file
        from minqing.forms.learning.office import pack

        write_file(path, pack(office))
        return path

    def failed(error: Exception) -> None:
        from ui.pages.exchange_sending import cannot_write

        cannot_write(
            session,
            error,
            again=lambda: _write(session, office, path),
            other=lambda: save_form(session, office),
        )

    def done(saved: Path) -> None:
        session.notices.toast(f"已另存表样：{saved.name}")

    session.work(work, done, label="另存表样", failed=failed)
