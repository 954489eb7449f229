"""An office's own form as one thing to keep and pass on: what its columns mean, and the blank workbook itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from minqing.errors import BadForm, SheetError
from minqing.forms.files.package_lists import as_workbook
from minqing.forms.form import Form
from minqing.forms.learning.emptying import emptied
from minqing.forms.library import form_text, load_form

SUFFIX: Final = ".mqform"
MAX_WORKBOOK: Final = 32_000_000
"""A blank form is small; a bigger workbook has somebody's records or pictures in it."""

_MAX_TEXT = 4_000_000
_FORM, _WORKBOOK = "form.toml", "blank.xlsx"
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """A learned form and the office's workbook (.xlsx) that it fills."""

    form: Form
    workbook: bytes


def pack(office: OfficeForm) -> bytes:
    """The form as one file to pass on (``.mqform``); the same form always gives the same bytes.

    Records that the workbook was half filled with are left out. Raises BadForm for a form without a layout, or with a
    workbook that is too big.
    """
    if office.form.layout is None:
        raise BadForm(office.form.name, "它不是从单位的空表学来的，没有空表可存")
    office = without_records(office)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ((_FORM, form_text(office.form).encode()), (_WORKBOOK, office.workbook)):
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def unpack(data: bytes) -> OfficeForm:
    """The form in a file that :func:`pack` made; raises BadForm for any other or damaged file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = _part(archive, _FORM, _MAX_TEXT)
            workbook = _part(archive, _WORKBOOK, MAX_WORKBOOK)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise BadForm("", "文件不是表样文件（.mqform），或者已经损坏") from error
    try:
        form = load_form(text.decode())
    except UnicodeDecodeError as error:
        raise BadForm("", "表样文件已经损坏") from error
    if form.layout is None:
        raise BadForm(form.name, "表样文件里没有版面（layout）")
    _check_workbook(form.name, workbook)
    return OfficeForm(form, workbook)


def without_records(office: OfficeForm) -> OfficeForm:
    """The form with its workbook blank where it was half filled, as it may be kept and passed on.

    Raises BadForm when the workbook cannot be read, has no such sheet, or is bigger than a form's.
    """
    name = office.form.name
    try:
        workbook = emptied(as_workbook(office.workbook, path=Path(_WORKBOOK)), office.form)
    except (SheetError, ValueError) as error:
        raise BadForm(name, f"空表里没有工作表“{office.form.sheet}”，或者已经损坏") from error
    if len(workbook) > MAX_WORKBOOK:
        raise BadForm(name, f"空表有 {len(workbook) >> 20} MB，最多 {MAX_WORKBOOK >> 20} MB")
    return OfficeForm(office.form, workbook)


def _part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise BadForm("", "文件不是表样文件（.mqform）") from None
    with archive.open(info) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise BadForm("", f"表样文件里的“{name}”太大")
    return content


def _check_workbook(name: str, workbook: bytes) -> None:
    from minqing.forms.files.archive import check_archive

    try:
        kind = check_archive(Path(_WORKBOOK), io.BytesIO(workbook))
    except SheetError as error:
        raise BadForm(name, "表样文件里的空表打不开") from error
    if kind != "xlsx":
        raise BadForm(name, "表样文件里的空表不是 .xlsx")
