"""Styles added to somebody else's style sheet."""

from __future__ import annotations

import pytest

from exports.returned.styles import GREY, StyleSheet
from minqing.forms.files.xml_splice import scan

_SHEET = (
    '<styleSheet><fonts count="3"><font><sz val="11"/><color rgb="FF000000"/></font>'
    '<font><b/><sz val="9"/><name/></font><font><b/></font></fonts>'
    '<fills count="1"><fill/></fills><cellXfs count="3"><xf fontId="0" fillId="0"/>'
    '<xf fontId="1" fillId="0"><alignment wrapText="1"/></xf><xf fontId="2"/></cellXfs></styleSheet>'
)


def _content(styles: StyleSheet) -> str:
    content = styles.content()
    scan(content)
    return content.decode()


def test_a_style_is_made_once_and_keeps_what_else_it_says() -> None:
    styles = StyleSheet(_SHEET.encode())
    assert [styles.filled("1", "FFFFC7CE") for _ in range(2)] == ["3", "3"]
    assert styles.filled("0", "FFFFC7CE") == "4"
    content = _content(styles)
    assert content.count('rgb="FFFFC7CE"') == 2
    assert '<cellXfs count="5">' in content
    assert '<fills count="3">' in content
    assert '<xf fontId="1" fillId="1" applyFill="1"><alignment wrapText="1"/></xf>' in content
    assert '<fonts count="3">' in content


@pytest.mark.parametrize(
    ("style", "font"),
    [
        ("0", f'<font><sz val="11"/><color rgb="{GREY}"/></font>'),
        ("1", f'<font><b/><sz val="9"/><color rgb="{GREY}"/><name/></font>'),
        ("2", f'<font><b/><color rgb="{GREY}"/></font>'),
        ("", f'<font><sz val="11"/><color rgb="{GREY}"/></font>'),
    ],
)
def test_a_grey_font_is_the_own_one_with_another_colour(style: str, font: str) -> None:
    styles = StyleSheet(_SHEET.encode())
    assert styles.greyed(style) == "3"
    content = _content(styles)
    assert f"{font}</fonts>" in content
    assert 'fontId="3"' in content
    assert 'applyFont="1"' in content


def test_nothing_added_changes_nothing() -> None:
    assert _content(StyleSheet(_SHEET.encode())) == _SHEET


def test_a_part_without_styles_is_refused() -> None:
    with pytest.raises(ValueError, match="no cell styles"):
        StyleSheet(_SHEET.replace("fills", "other").encode())
