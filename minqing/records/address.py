"""Addresses: every way in which people write a door, taken apart and put together again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from minqing.records.spelling import arabic

SortKey = tuple[int, str, str, str, int, str, str]

_LONGEST = 120
_HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
_THREE_DIGITS = re.compile(r"[0-9]{3,}")
_DIGITS = re.compile(r"[0-9]+")
_ROOM_ON_FLOOR = re.compile(r"([0-9]{1,2})[0-9]{2}(?![0-9])")
_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a household lives: a structured door, or free text (``rest``) where there is no door to take apart.

    ``building`` is ``3``, ``A`` or ``甲`` without its 栋. Parsing sets ``floor`` as written, else as a room number
    such as 501 or 1005 tells it, so that every spelling of one door gives an equal address.
    """

    street: str = ""
    community: str = ""
    estate: str = ""
    building: str = ""
    unit: str = ""
    floor: str = ""
    room: str = ""
    rest: str = ""

    @property
    def door(self) -> str:
        """``3栋2单元501``; the floor is shown where no room number says it: ``3栋2单元5层``."""
        parts = [f"{self.building}栋"] if self.building else []
        if self.unit:
            parts.append(f"{self.unit}单元")
        if self.floor and not _THREE_DIGITS.search(self.room):
            parts.append(f"{self.floor.replace('-', '负')}层")
        if self.room:
            parts.append(f"{self.room}室" if not parts else self.room)
        return "".join(parts)

    @property
    def full(self) -> str:
        """The address within its community: estate, door, and what could not be structured."""
        return f"{self.estate}{self.door}{self.rest}"

    @property
    def key(self) -> str:
        """The same text for every spelling of one door within an estate: ``3-2-501``, ``7--1005``, ``X村9组``.

        Remarks in brackets do not count; what else follows the door does (``3|附1号``).
        """
        floor = "" if _THREE_DIGITS.search(self.room) else self.floor
        room = _key_part(self.room)
        last = ".".join(part for part in (f"F{floor}" if floor else "", room) if part)
        door = f"{_key_part(self.building)}-{_key_part(self.unit)}-{last}"
        rest = _REMARK.sub("", self.rest)
        if door == "--":
            return _fold_key(f"{self.estate}{self.rest}")
        return f"{door.rstrip('-')}|{_fold_key(rest)}" if rest else door.rstrip("-")

    @property
    def storey(self) -> int | None:
        """The floor as a number, below the ground negative; None when unknown."""
        floor = self.floor or _floor_told_by(self.room)
        return int(floor) if re.fullmatch(r"-?[0-9]+", floor) else None


def parse_address(text: str) -> Address:
    """Take apart an address in any spelling seen on sheets; never raises, and keeps in ``rest`` what has no place."""
    return _parse(text, True)


def parse_door(text: str) -> Address:
    """Take apart a door that is known to lie within one estate: no street or community is looked for in it."""
    return _parse(text, False)


def door_sort_key(address: Address) -> SortKey:
    """Walking order: estate, building, unit, floor, room by number; addresses without a door come last."""
    loose = not (address.building or address.unit or address.floor or address.room)
    storey = address.storey
    return (
        int(loose),
        _natural(address.estate),
        _natural(address.building),
        _natural(address.unit),
        0 if storey is None else storey,
        _natural(address.room),
        _natural(address.rest),
    )


def _floor_told_by(room: str) -> str:
    """The floor of a room number: 5 of ``501``, 10 of ``1005A``, -1 of ``负101``; blank for any other room."""
    below = room.startswith("负")
    digits = _ROOM_ON_FLOOR.match(room, 1 if below else 0)
    level = digits[1].lstrip("0") if digits else ""
    return f"-{level}" if below and level else level


def _natural(text: str) -> str:
    if text in _HEAVENLY:
        return f"甲{_HEAVENLY.index(text)}" if text else ""
    return _DIGITS.sub(lambda found: found[0].zfill(8), text.upper())


def _key_part(text: str) -> str:
    return (text.lstrip("0") or "0") if text.isdecimal() else text.upper().replace("-", "_")


def _fold_key(text: str) -> str:
    return re.sub(r"[\s|]+", "", unicodedata.normalize("NFKC", text)).upper()


# The grammar of a door. A number is digits (12, 12A), letters (A, B2), a Chinese numeral or 甲乙丙.
_PLAIN = r"(?:(?<![0-9])[0-9]{1,4}[A-Za-z]?|(?<![0-9A-Za-z])[A-Za-z]{1,2}[0-9]{0,3})"
_CHINESE = rf"(?:[零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾两]{{1,5}}|[{_HEAVENLY}])"
_NUMBER = rf"(?:{_PLAIN}|{_CHINESE})"
_ROOM = (
    r"(?:(?<![0-9A-Za-z])负?[A-Za-z]{0,2}[0-9]{1,5}[A-Za-z]{0,2}(?:-[0-9A-Za-z]{1,2})?(?![0-9A-Za-z])"
    rf"|(?<![0-9A-Za-z])[A-Za-z]{{1,2}}(?![0-9A-Za-z])|{_CHINESE}(?=[室房号户]))"
)
_BUILDING = (
    rf"第?(?P<building>{_NUMBER}(?:-{_NUMBER})?)(?:(?:号|\#)?[栋幢座]楼?|号楼|\#楼?)"
    # 18弄5号302室: a number with 号 is a building only if a unit or a room follows it
    rf"|(?P<numbered>(?<![0-9A-Za-z])[0-9]{{1,4}}[A-Za-z]?)号{{1,2}}(?={_NUMBER}单元|{_ROOM}[室房户]?$)"
)
_INSIDE = (
    rf"(?:第?(?P<unit>{_NUMBER}|[东西南北中](?=单元))(?:单元|梯|门(?![面口牌卫]))[-,]?"
    rf"|(?<=[栋幢座楼\#])(?P<stair>[0-9]{{1,2}})号{{1,2}}(?={_ROOM}[室房户]?$)"
    r"|(?<=[栋幢座楼\#号])-?(?P<short_unit>[0-9]{1,2}|[A-Za-z])-(?=[0-9A-Za-z]))?"
    rf"(?:[-,]??第?(?P<floor>(?:负|地下|-)?{_NUMBER})[楼层][-,]?)?"
    rf"(?:(?P<room>{_ROOM})(?P<suffix>号?[室房户]|号)?)?"
)
# where a door can begin; spares the search most positions
_START = r"(?=[0-9A-Za-z零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾两甲乙丙丁戊己庚辛壬癸第负地东西南北中-])"
_WHOLE = re.compile(rf"(?P<before>.*?){_START}(?:(?:{_BUILDING})[-,]??)?{_INSIDE}")
_LEADING = re.compile(rf"(?P<before>.*?){_START}(?:(?:{_BUILDING})[-,]??|(?={_NUMBER}单元)){_INSIDE}(?P<after>.+)")
_CHAIN = re.compile(
    r"(?P<before>.*?)(?<![0-9A-Za-z\-#栋幢座元楼层])"
    r"(?P<chain>[0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,2})-(?P<others>[0-9A-Za-z]{1,6}(?:-[0-9A-Za-z]{1,5}){0,2})"
    r"(?P<suffix>号?[室房户]|号)?"
)
_USUAL = re.compile(r"([\u4e00-\u9fff]*?)第?([0-9]{1,2})(?:栋|幢|-|#|号楼)(?:([0-9]{1,2})(?:单元|-))?([0-9]{3,4})室?")
_STRONG = re.compile(r"[栋幢座#]|单元|号楼")
_ROAD_END = re.compile(r"[路街巷道弄里村组社队湾寨]$")
_ESTATE_END = re.compile(r"(?:小区|社区|花园|家园|公寓|大厦|新村|广场|别墅|[苑园院城府庭居里湾区期弄号寓邸庄郡轩阁])$")
_STREET = re.compile(r"(.{1,24}?街道(?:办事处)?)(?![口边旁])")
_COMMUNITY = re.compile(r"(.{1,16}?社区(?:居委会)?)(?!服务|卫生|医院|中心|食堂)")
_DASHES = re.compile(r"[‐‑‒–—―−~_]|(?<=[0-9])杠(?=[0-9])")
_GAPS = re.compile(r"(?<=[0-9A-Za-z])[\s|]+(?=[0-9])")
_SLASHES = re.compile(r"[0-9A-Za-z]{1,4}(?:/[0-9]{1,4}){1,3}")
_RURAL = re.compile(r"[^栋幢座室单元楼层#]*(?:[村组社队湾寨]|(?:[村组社队湾路街巷道附]|大道)[0-9]+号)")
_OTHER_GAPS = re.compile(r"[\s|]+")
_SPACED = re.compile(r"(?<=[^\x00-\x7f]) |(?<=[#-]) | (?=[^\x00-\x7f#-])")
_PUNCTUATION = " ,，。;；、:："


@lru_cache(maxsize=1 << 16)
def _parse(text: str, with_place: bool) -> Address:
    usual = _USUAL.fullmatch(text)
    if usual:
        before, building, unit, room = usual.groups()
        return _placed(before, with_place, building=building, unit=unit or "", room=room)
    plain = _SPACED.sub("", _OTHER_GAPS.sub(" ", unicodedata.normalize("NFKC", text)).strip(_PUNCTUATION))
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        plain = plain[1:-1]
    if not plain or len(plain) > _LONGEST or _RURAL.fullmatch(plain):
        return _loose(plain, with_place)
    folded = plain.replace("/", "-") if _SLASHES.fullmatch(plain) else _DASHES.sub("-", plain)
    folded = _GAPS.sub("-", folded)
    return _from_chain(folded, with_place) or _from_words(folded, with_place) or _loose(plain, with_place)


def _placed(before: str, with_place: bool, **parts: str) -> Address:
    """An address whose door is known, with the text before the door shared out over street, community and estate."""
    if "room" in parts and not parts.get("floor"):
        parts["floor"] = _floor_told_by(parts["room"])
    if not before:
        return Address(**parts)
    street, community, estate = _split_place(before) if with_place else ("", "", before)
    return Address(street, community, estate.strip(" -,、:|/第"), **parts)


def _split_place(text: str) -> tuple[str, str, str]:
    street = community = ""
    found = _STREET.match(text) if "街道" in text else None
    if found:
        street, text = found[1], text[found.end() :]
    found = _COMMUNITY.match(text) if "社区" in text else None
    if found:
        community, text = found[1], text[found.end() :]
    return street, community, text


def _loose(text: str, with_place: bool) -> Address:
    """Nothing of a door in it: an estate's name, or free text."""
    street, community, text = _split_place(text) if with_place else ("", "", text)
    text = text.strip()
    if _ESTATE_END.search(text) and not text.endswith("号") and not _DIGITS.search(text.rstrip("弄期区院")):
        return Address(street, community, estate=text)
    return Address(street, community, rest=text)


def _from_chain(text: str, with_place: bool) -> Address | None:
    """``3-2-501``, ``3-501``, ``3-2``, ``3-2-5-01``, with or without words before it and 室 after it."""
    found = _CHAIN.fullmatch(text) if "-" in text else None
    if not found:
        return None
    before, first, suffix = found["before"], found["chain"].upper(), found["suffix"]
    others = found["others"].upper().split("-")
    roomy = [bool(_THREE_DIGITS.search(part)) for part in others]
    if _ROAD_END.search(before) and (suffix == "号" or not any(roomy)):
        return None
    if len(others) == 1 and _THREE_DIGITS.search(first):
        return None if before else _placed("", with_place, room=f"{first}-{others[0]}")
    if len(others) == 1:
        parts = {"room": others[0]} if roomy[0] or suffix else {"unit": others[0]}
    elif roomy[0]:
        parts = {"room": "-".join(others)}
    elif len(others) == 2:
        parts = {"unit": others[0], "room": others[1]}
    elif roomy[1]:
        parts = {"unit": others[0], "room": "-".join(others[1:])}
    else:
        parts = {"unit": others[0], "floor": others[1], "room": _room_on(others[1], others[2])}
    return _placed(before, with_place, building=first, **parts)


def _from_words(text: str, with_place: bool) -> Address | None:
    """``3栋2单元501``, ``5幢7号101室``, ``三栋二单元501室``, ``A座``, ``负二楼``: a number before each word."""
    found = _WHOLE.fullmatch(text)
    if not (found and any(found.group("building", "numbered", "unit", "floor"))) and _STRONG.search(text):
        found = _LEADING.fullmatch(text)
    if not found:
        return None
    group = found.groupdict(default="")
    before, after = group["before"], group.get("after", "")
    building = _number(group["building"] or group["numbered"])
    unit = _number(group["unit"] or group["stair"] or group["short_unit"])
    floor, room = _floor(group["floor"], text), _room(group["room"])
    if building and text.endswith("#") and _THREE_DIGITS.search(building) and not (unit or floor or room or after):
        return _placed(before, with_place, room=building)
    if not (building or unit or floor):
        return _only_room(before, room, group["suffix"], with_place) if room else None
    if floor and room:
        room = _room_on(floor, room)
    return _placed(before, with_place, building=building, unit=unit, floor=floor, room=room, rest=after)


def _only_room(before: str, room: str, suffix: str, with_place: bool) -> Address | None:
    if not before:
        short = not _THREE_DIGITS.search(room) and not suffix
        return Address(building=room) if short else _placed("", with_place, room=room)
    if suffix == "号" or not _DIGITS.search(room):
        return None
    if not suffix and not (_THREE_DIGITS.search(room) and _ESTATE_END.search(before)):
        return None
    return _placed(before, with_place, room=room)


def _number(text: str) -> str:
    return "-".join(arabic(part) for part in text.upper().split("-")) if text else ""


def _floor(text: str, whole: str) -> str:
    if not text:
        return ""
    below = text.startswith(("负", "地下", "-"))
    level = _number(text.lstrip("负地下-"))
    # 3栋-2单元-5层 uses the dash to separate, 3栋-1层 to go below the ground
    dash = text.startswith("-") and not whole.startswith("-")
    if dash and (whole.count("-") > 1 or level not in {"1", "2", "3"}):
        below = False
    return f"-{level}" if below else level


def _room(text: str) -> str:
    return f"负{_number(text[1:])}" if text.startswith("负") else _number(text)


def _room_on(floor: str, room: str) -> str:
    """The full room number of ``5层01号``: 501."""
    if floor.isdecimal() and room.isdecimal() and len(room) <= 2:
        return f"{floor}{room.zfill(2)}"
    return room
