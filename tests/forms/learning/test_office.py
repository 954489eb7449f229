"""A learned form as one file: packed, passed on, and refused when it is damaged or foreign."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from minqing.errors import BadForm
from minqing.forms.learning import office as module
from minqing.forms.learning.office import OfficeForm, pack, unpack
from minqing.forms.learning.proposal import propose
from minqing.forms.library import builtin_forms
from tests.forms.office_sheets import visits_form


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> OfficeForm:
    return propose(visits_form(tmp_path_factory.mktemp("office") / "月报.xlsx")).office


def made(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


def test_what_was_packed_comes_out_the_same(office: OfficeForm) -> None:
    assert unpack(pack(office)) == office
    assert pack(office) == pack(office)


def test_the_workbook_in_it_is_the_office_s_own(office: OfficeForm, tmp_path: Path) -> None:
    assert office.workbook == visits_form(tmp_path / "再做一份.xlsx").read_bytes() or office.workbook[:2] == b"PK"
    with zipfile.ZipFile(io.BytesIO(pack(office))) as archive:
        assert archive.namelist() == ["form.toml", "blank.xlsx"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"name = 1", b"\x00" * 500])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(BadForm, match="不是表样文件"):
        unpack(data)


def test_a_workbook_is_no_form(office: OfficeForm) -> None:
    with pytest.raises(BadForm, match="不是表样文件"):
        unpack(office.workbook)


def test_a_file_cut_short_is_refused(office: OfficeForm) -> None:
    data = pack(office)
    for end in (len(data) // 2, len(data) - 10):
        with pytest.raises(BadForm):
            unpack(data[:end])


def test_a_changed_byte_is_noticed(office: OfficeForm) -> None:
    data = bytearray(pack(office))
    data[60] ^= 0xFF
    with pytest.raises(BadForm):
        unpack(bytes(data))


def test_parts_that_are_not_what_they_should_be(office: OfficeForm) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(office))) as archive:
        text = archive.read("form.toml")
    for parts, says in (
        ({"form_toml": b"\xff\xfe", "blank_xlsx": office.workbook}, "损坏"),
        ({"form_toml": b"name = ", "blank_xlsx": office.workbook}, "TOML"),
        ({"form_toml": text, "blank_xlsx": b"not a workbook"}, "打不开"),
        ({"form_toml": text.split(b"[layout]")[0], "blank_xlsx": office.workbook}, "版面"),
        ({"form_toml": text.replace(b"{made_on}", b"{owner.__class__}"), "blank_xlsx": office.workbook}, "不认识"),
    ):
        with pytest.raises(BadForm, match=says):
            unpack(made(**parts))


def test_what_is_too_big_is_refused(office: OfficeForm, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pack(office)
    monkeypatch.setattr(module, "MAX_WORKBOOK", 100)
    with pytest.raises(BadForm, match="MB"):
        pack(office)
    with pytest.raises(BadForm, match="太大"):
        unpack(data)


def test_only_learned_forms_are_packed(office: OfficeForm) -> None:
    with pytest.raises(BadForm, match="没有空表"):
        pack(replace(office, form=builtin_forms()[0]))
