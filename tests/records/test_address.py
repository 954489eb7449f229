"""Every spelling of an address that was seen on real sheets, and the laws of taking addresses apart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import astuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minqing.records.address import Address, door_sort_key, parse_address, parse_door

DOOR_501 = Address(building="3", unit="2", floor="5", room="501")


@pytest.mark.parametrize(
    "text",
    [
        "3栋2单元501",
        "3-2-501",
        "3#2-501",
        "3栋2-501",
        "3 栋 2 单元 5 层 01 号",
        "三栋二单元501室",
        "叁栋贰单元五零一室",
        "3幢2单元501室",
        "3号楼2单元501",
        "3|2|501",
        "3 2 501",
        "3/2/501",
        "３栋２单元５０１",
        "3—2—501",
        "3杠2杠501",
        "3-2-5-01",
        "3栋-2单元-501",
        "第三栋第二单元501",
        "3栋2单元5楼1号",
        "(3栋2单元501)",
        "3栋2单元501室，",
        "3\n栋2单元501",
    ],
)
def test_all_spellings_of_one_door_are_one_address(text: str) -> None:
    assert parse_address(text) == parse_door(text) == DOOR_501
    assert parse_address(text).key == "3-2-501"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5幢7号101室", {"building": "5", "unit": "7", "floor": "1", "room": "101"}),
        ("蓬山园4幢6号102室", {"estate": "蓬山园", "building": "4", "unit": "6", "floor": "1", "room": "102"}),
        ("7栋1005室", {"building": "7", "floor": "10", "room": "1005"}),
        ("301#", {"floor": "3", "room": "301"}),
        ("1#楼", {"building": "1"}),
        ("3#楼", {"building": "3"}),
        ("3号楼", {"building": "3"}),
        ("3栋", {"building": "3"}),
        ("8座", {"building": "8"}),
        ("A座", {"building": "A"}),
        ("a座", {"building": "A"}),
        ("甲栋乙单元101", {"building": "甲", "unit": "乙", "floor": "1", "room": "101"}),
        ("3-2幢楼", {"building": "3-2"}),
        ("17栋3", {"building": "17", "room": "3"}),
        ("10栋1单元", {"building": "10", "unit": "1"}),
        ("3-2", {"building": "3", "unit": "2"}),
        ("3-501", {"building": "3", "floor": "5", "room": "501"}),
        ("3栋西单元501", {"building": "3", "unit": "西", "floor": "5", "room": "501"}),
        ("十一栋二十三单元501", {"building": "11", "unit": "23", "floor": "5", "room": "501"}),
        ("2 栋 1 单元 1 层 02 号", {"building": "2", "unit": "1", "floor": "1", "room": "102"}),
        ("3单元", {"unit": "3"}),
        ("1001室", {"floor": "10", "room": "1001"}),
        ("302房", {"floor": "3", "room": "302"}),
        ("1单元101室", {"unit": "1", "floor": "1", "room": "101"}),
        ("-1楼", {"floor": "-1"}),
        ("负二楼", {"floor": "-2"}),
        ("3栋-1楼", {"building": "3", "floor": "-1"}),
        ("3栋-2单元-5层", {"building": "3", "unit": "2", "floor": "5"}),
        ("3栋5楼A室", {"building": "3", "floor": "5", "room": "A"}),
        ("3-2-502-1", {"building": "3", "unit": "2", "floor": "5", "room": "502-1"}),
        ("幸福小区3号楼2单元501", {"estate": "幸福小区", "building": "3", "unit": "2", "floor": "5", "room": "501"}),
        ("和平花园5栋101室", {"estate": "和平花园", "building": "5", "floor": "1", "room": "101"}),
        ("建设路56号小区2栋", {"estate": "建设路56号小区", "building": "2"}),
        ("胜利家园西区6栋", {"estate": "胜利家园西区", "building": "6"}),
        ("董家弄16号号202室", {"estate": "董家弄", "building": "16", "floor": "2", "room": "202"}),
        ("南大路18弄5号302", {"estate": "南大路18弄", "building": "5", "floor": "3", "room": "302"}),
        ("南大路18弄5号302室", {"estate": "南大路18弄", "building": "5", "floor": "3", "room": "302"}),
        ("X路9号9单元9室", {"estate": "X路", "building": "9", "unit": "9", "room": "9"}),
        ("北京路3号楼1门501", {"estate": "北京路", "building": "3", "unit": "1", "floor": "5", "room": "501"}),
        ("幸福|3栋|2单元|501", {"estate": "幸福", "building": "3", "unit": "2", "floor": "5", "room": "501"}),
        ("XX 小区 12幢 3单元 5室", {"estate": "XX小区", "building": "12", "unit": "3", "room": "5"}),
        ("阳光CITY3栋", {"estate": "阳光CITY", "building": "3"}),
        ("阳光城2期3栋", {"estate": "阳光城2期", "building": "3"}),
        ("生活桥小区", {"estate": "生活桥小区"}),
        ("X村9社", {"rest": "X村9社"}),
        ("X村9组", {"rest": "X村9组"}),
        ("X村9组12号", {"rest": "X村9组12号"}),
        ("X路9号附9号", {"rest": "X路9号附9号"}),
        ("人民街88号附5号", {"rest": "人民街88号附5号"}),
        ("人民街88-5号", {"rest": "人民街88-5号"}),
        ("新华里12号院3号", {"rest": "新华里12号院3号"}),
        ("大段家田\n999号", {"rest": "大段家田999号"}),
        ("湾组", {"rest": "湾组"}),
        ("3栋2单元501(租)", {"building": "3", "unit": "2", "floor": "5", "room": "501", "rest": "(租)"}),
        ("3幢1单元501室（东户）", {"building": "3", "unit": "1", "floor": "5", "room": "501", "rest": "(东户)"}),
        ("3栋2单元501、502", {"building": "3", "unit": "2", "floor": "5", "room": "501", "rest": "、502"}),
        ("3栋附1号", {"building": "3", "rest": "附1号"}),
        ("3栋1层商铺2号", {"building": "3", "floor": "1", "rest": "商铺2号"}),
        ("", {}),
        ("  ", {}),
    ],
)
def test_spellings_seen_on_sheets(text: str, parts: dict[str, str]) -> None:
    assert parse_address(text) == Address(**parts)


def test_street_and_community_are_taken_off_an_address() -> None:
    assert parse_address("五常街道庭院5幢4单元201") == Address(
        street="五常街道", estate="庭院", building="5", unit="4", floor="2", room="201"
    )
    found = parse_address("新光路街道生活桥社区生活桥小区3栋2单元501")
    assert (found.street, found.community, found.estate) == ("新光路街道", "生活桥社区", "生活桥小区")
    assert found.key == "3-2-501"
    assert parse_address("春晓街道X村9组") == Address(street="春晓街道", rest="X村9组")
    assert parse_address("步行街道口小区3栋").estate == "步行街道口小区"


def test_a_door_within_an_estate_keeps_street_words_in_its_estate() -> None:
    assert parse_door("五常街道5幢").estate == "五常街道"


def test_a_door_is_written_in_one_way() -> None:
    assert parse_address("幸福小区 3# 2-501").full == "幸福小区3栋2单元501"
    assert Address(building="3", unit="2", floor="5").door == "3栋2单元5层"
    assert Address(building="3", floor="-1").door == "3栋负1层"
    assert Address(room="501").door == "501室"
    assert Address(rest="X村9组").full == "X村9组"
    assert Address(estate="幸福小区", building="3", floor="5", room="A").full == "幸福小区3栋5层A"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3栋501", "3-501"),
        ("3栋02单元0501室", "3-2-501"),
        ("a座501", "A栋501室"),
        ("X村 9组", "X村9组"),
        ("3栋2单元501(租)", "3-2-501"),
        ("Ｘ村９组", "X村9组"),
        ("3栋5层01号", "3栋501"),
    ],
)
def test_keys_of_one_door_agree(one: str, other: str) -> None:
    assert parse_address(one).key == parse_address(other).key != ""


def test_keys_of_different_doors_differ() -> None:
    texts = [
        "3栋",
        "3栋2单元",
        "3栋2室",
        "3-2幢",
        "2单元",
        "3栋501",
        "3单元501",
        "3栋2单元501",
        "3栋2单元5层",
        "501",
        "5层",
        "-5层",
        "3栋附1号",
        "3栋附2号",
        "X村9组",
        "X村9社",
        "3栋2单元502",
        "13栋2单元501",
        "3栋2单元501、502",
        "X路9号9单元9室",
        "幸福小区",
    ]
    keys = [parse_address(text).key for text in texts]
    assert len(set(keys)) == len(texts), Counter(keys).most_common(1)


def test_the_storey_is_told_by_floor_or_room() -> None:
    cases = {
        "3栋5层": 5,
        "3栋1005": 10,
        "3栋501A": 5,
        "负二楼": -2,
        "3栋": None,
        "负101室": -1,
        "3栋5楼A室": 5,
        "3栋A": None,
    }
    assert {text: parse_address(text).storey for text in cases} == cases


def test_walking_order_goes_by_number() -> None:
    texts = [
        "1栋1单元101",
        "1栋1单元负1层",
        "2栋1单元901",
        "2栋1单元1001",
        "2栋2单元101",
        "10栋1单元101",
        "A栋101",
        "甲栋101",
        "乙栋101",
        "X村9组",
        "X村10组",
    ]
    expected = [texts[1], texts[0], *texts[2:]]
    texts.reverse()
    assert sorted(texts, key=lambda text: door_sort_key(parse_address(text))) == expected


numbers = st.integers(1, 99).map(str)
buildings = st.one_of(numbers, st.sampled_from(["A", "B2", "甲", "12A", "3-2"]))
rooms = st.tuples(st.integers(1, 34), st.integers(1, 20)).map(lambda pair: (str(pair[0]), f"{pair[0]}{pair[1]:02d}"))
estates = st.sampled_from(
    ["", "生活桥小区", "新华里12号院", "阳光城2期", "建设路56号小区", "胜利家园西区", "南大路18弄"]
)


@st.composite
def structured(draw: st.DrawFn) -> Address:
    floor, room = draw(st.one_of(rooms, st.tuples(st.one_of(st.just(""), numbers), st.just(""))))
    return Address(
        estate=draw(estates),
        building=draw(buildings),
        unit=draw(st.one_of(st.just(""), numbers)),
        floor=floor,
        room=room,
    )


@given(structured())
def test_reading_what_was_written_gives_the_same_address(address: Address) -> None:
    assert parse_address(address.full) == address
    assert parse_door(address.door).key == address.key


PIECES = st.sampled_from(
    [
        "3",
        "12",
        "501",
        "05",
        "栋",
        "幢",
        "单元",
        "层",
        "号",
        "室",
        "号楼",
        "#",
        "-",
        " ",
        "|",
        "/",
        "附",
        "负",
        "三",
        "十一",
        "A",
        "甲",
        "小区",
        "街道",
        "社区",
        "路",
        "弄",
        "村",
        "组",
        "(",
        ")",
        "、",
        "\n",
        "楼",
        "座",
        "８",
        "第",
        "地下",
        "西",
        "杠",
        "x",
        "²",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join)))
@example("000栋000000#")
def test_any_text_is_read_and_no_digit_of_it_disappears(text: str) -> None:
    for found in (parse_address(text), parse_door(text)):
        kept = Counter(char for char in "".join(astuple(found)) if char in "0123456789")
        typed = Counter(char for char in unicodedata.normalize("NFKC", text) if char in "0123456789")
        assert typed <= kept
        assert isinstance(found.key, str)
        assert door_sort_key(found)
