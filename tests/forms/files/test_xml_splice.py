"""XML is edited where the edit is: every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.forms.files.xml_splice import (
    Edit,
    appended,
    as_utf8,
    quoted,
    retagged,
    scan,
    spliced,
    with_attributes,
    with_text,
)

ODD = (
    b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\r\n<x:a xmlns:x="urn:x"><!-- <b> --><x:b q=\'1>2\' r="3"/>'
    b'<x:c>/></x:c><x:d ></x:d ><e  />\xe6\xb0\x91<f t="&lt;&amp;"><![CDATA[<g/>]]></f></x:a>'
)


def test_offsets_are_right_in_odd_xml() -> None:
    root = scan(ODD)
    found = {element.local: ODD[element.start : element.end] for element in root.walk()}
    assert found["b"] == b"<x:b q='1>2' r=\"3\"/>"
    assert found["c"] == b"<x:c>/></x:c>"
    assert found["d"] == b"<x:d ></x:d >"
    assert found["e"] == b"<e  />"
    assert found["f"].endswith(b"</f>")
    assert [element.local for element in root.walk()] == ["a", "b", "c", "d", "e", "f"]
    f = root.children[-1]
    assert (f.attributes["t"], f.text, root.prefix, f.prefix) == ("<&", "<g/>", "x:", "")


def test_edits_keep_what_they_do_not_mean() -> None:
    root = scan(ODD)
    b, c, d, e, f = root.children
    edits = [
        with_attributes(ODD, b, {"r": "4", "q": None, "new": '"<'}),
        with_text(ODD, c, "a<b"),
        appended(ODD, d, b"<z/>"),
        appended(ODD, e, b"<y/>"),
        with_text(ODD, f, ""),
        Edit(root.close, root.close, b"<end/>"),
    ]
    assert spliced(ODD, edits) == (
        b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\r\n<x:a xmlns:x="urn:x"><!-- <b> -->'
        b'<x:b r="4" new="&quot;&lt;"/><x:c>a&lt;b</x:c><x:d ><z/></x:d ><e><y/></e>\xe6\xb0\x91'
        b'<f t="&lt;&amp;"></f><end/></x:a>'
    )


def test_an_attribute_is_not_mistaken_for_another() -> None:
    tag = b"<row x:r='9' ref=\"r=1\" r = '7' spans='1:3'>"
    assert retagged(tag, "r", "8") == b"<row x:r='9' ref=\"r=1\" r=\"8\" spans='1:3'>"
    assert retagged(b"<c/>", "r", "A1") == b'<c r="A1"/>'


def test_other_encodings_become_utf8() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><a>民情</a>'
    assert scan(as_utf8(text.encode("utf-16"))).text == "民情"
    gbk = '<?xml version="1.0" encoding="GBK"?><a>民情</a>'.encode("gbk")
    assert scan(as_utf8(gbk)).text == "民情"
    assert as_utf8(ODD) is ODD


def test_broken_xml_is_told() -> None:
    with pytest.raises(ValueError, match="mismatched"):
        scan(b"<a><b></a>")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r")))
def test_any_attribute_value_comes_back(text: str) -> None:
    content = b'<a v="%s"/>' % quoted(text)
    assert scan(content).attributes["v"] == text
