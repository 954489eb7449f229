"""户 household: one family behind one door (一户一档); its address in parts, the dwelling, what we care about."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from minqing.errors import MissingValue
from minqing.records.address import Address, door_sort_key, parse_address, parse_door
from minqing.records.base import Breach, Record
from minqing.records.fields import Composite, Value, field
from minqing.records.values import Kind, text_of


def _read_door(raw: object, _: object) -> dict[str, Value]:
    door = parse_door(text_of(raw))
    return {
        "building": door.building,
        "unit": door.unit,
        "floor": door.floor,
        "room": door.room,
        "detail": door.rest,
    }


def _read_address(raw: object, _: object) -> dict[str, Value]:
    found = parse_address(text_of(raw))
    parts: dict[str, Value] = {
        "estate": found.estate,
        "building": found.building,
        "unit": found.unit,
        "floor": found.floor,
        "room": found.room,
        "detail": found.rest,
    }
    if found.street:
        parts["street"] = found.street
    if found.community:
        parts["community"] = found.community
    return parts


class Household(Record):
    """户: the head (户主) is the resident whose relation is 户主, never a second copy here."""

    KIND: ClassVar[str] = "household"
    LETTER: ClassVar[str] = "H"
    LABEL: ClassVar[str] = "家庭"
    COMPOSITES: ClassVar[tuple[Composite, ...]] = (
        Composite(
            name="door",
            label="门牌",
            parts=("building", "unit", "floor", "room", "detail"),
            parse=_read_door,
            render=lambda household: f"{household.place.door}{household.detail}",
            aliases=("门牌号", "房号门牌", "楼栋单元", "楼栋门牌", "户室", "现住详细门牌", "小区或组门牌号"),
        ),
        Composite(
            name="address",
            label="住址",
            parts=("street", "community", "estate", "building", "unit", "floor", "room", "detail"),
            parse=_read_address,
            render=lambda household: household.place.full,
            aliases=(
                "居住地址", "家庭住址", "家庭地址", "地址", "详细地址", "现居地址", "现住址", "现住地", "常住地址",
                "房屋地址", "住房地址", "现居住地", "走访地点", "暂住处所", "实际居住地", "小区/地址", "常住地",
            ),
        ),
    )  # fmt: skip

    street: str = field("街道", aliases=("乡镇街道", "街道乡镇", "乡镇/街道", "街道名称", "被反映街乡镇"))
    community: str = field("社区", aliases=("村社区", "社区/村", "村(社区)", "社区名称", "行政村(社区)名称"))
    estate: str = field("小区", aliases=("小区名称", "小区点位", "现住小区/建筑", "小区或组名", "院落"))
    building: str = field("楼栋", aliases=("栋", "幢", "楼号", "楼栋号", "座"))
    unit: str = field("单元", aliases=("单元号", "单元编号"))
    floor: str = field("楼层", aliases=("层", "房屋楼层", "所在楼层"))
    room: str = field("房号", aliases=("室", "房间", "房间号", "室号", "户号门牌"))
    detail: str = field("其他地址", aliases=("详址", "湾组", "村组"))
    grid: str = field("网格", aliases=("所属网格", "网格名称", "所在网格", "网格号"))
    number: str = field("户号", aliases=("户编号", "户籍号"))
    house_type: str = field(
        "房屋性质",
        Kind.CHOICE,
        codes="house_type",
        aliases=("房屋类别", "住房类别", "房屋用途", "房屋类型", "使用方式"),
    )
    rent_until: str = field("租期至", Kind.PARTIAL, aliases=("预计到期日期", "租期", "租期到"))
    residence_status: str = field("人户状态", Kind.CHOICE, codes="residence_status", aliases=("人户一致标识",))
    family_type: str = field("家庭类型", Kind.CHOICE, codes="family_type", aliases=("家庭类别", "低保类型"))
    attention: str = field("关注程度", Kind.CHOICE, codes="attention")
    population: int | None = field(
        "家庭人口", Kind.INTEGER, aliases=("人口", "在住人数", "居住人数", "实住人数", "家庭人口(人)", "人数")
    )
    area: str = field("面积", aliases=("住房面积", "建筑面积", "面积(m2)", "面积(m²)", "面积(㎡)"))
    situation: str = field("家庭基本情况", Kind.LONG, aliases=("家庭情况", "基本情况", "有关情况说明", "户情状态"))
    tags: tuple[str, ...] = field("标签", Kind.MANY)
    notes: str = field("备注", Kind.LONG, aliases=("说明", "附注"))

    @property
    def place(self) -> Address:
        """The structured address."""
        return _place(
            self.street, self.community, self.estate, self.building, self.unit, self.floor, self.room, self.detail
        )

    @property
    def door(self) -> str:
        """Door as people say it: ``3栋2单元601``, or the rural address."""
        return f"{self.place.door}{self.detail}" or "门牌未填"

    @property
    def vacant(self) -> bool:
        """Whether the dwelling is entered as empty."""
        return self.house_type == "空置"

    @property
    def let(self) -> bool:
        """Whether tenants live here."""
        return self.house_type == "出租"

    @property
    def door_key(self) -> str:
        """What decides whether two spellings are one door, the estate left out; blank when unknown."""
        return self.place.key

    @property
    def walking_order(self) -> tuple[object, ...]:
        """Sorts households in door order."""
        return (self.estate, *door_sort_key(self.place))

    def breaches(self) -> list[Breach]:
        found = super().breaches()
        if not (self.building or self.room or self.unit or self.floor or self.detail or self.estate or self.number):
            found.append(Breach("door", MissingValue("门牌")))
        return found


@lru_cache(maxsize=16384)
def _place(*parts: str) -> Address:
    street, community, estate, building, unit, floor, room, rest = parts
    return Address(
        street=street,
        community=community,
        estate=estate,
        building=building,
        unit=unit,
        floor=floor,
        room=room,
        rest=rest,
    )
