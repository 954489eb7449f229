"""Invented rows of the size and look of a street's sheets, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

HEADERS = (
    "序号", "楼栋", "单元", "房号", "姓名", "性别", "出生日期", "证件号码", "联系电话", "民族",
    "与户主关系", "文化程度", "人户状态", "走访日期", "走访方式", "走访结果", "诉求内容", "办理状态", "经办人", "备注",
)  # fmt: skip

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "安宁和平明静文华春秋晓雨海山云松柏青禾田"
WISHES = ("楼道灯不亮", "下水道堵塞", "希望加装电梯", "车辆乱停", "噪声扰民", "咨询医保", "")


def rows(count: int, *, seed: int = 20_260_101) -> Iterator[tuple[str, ...]]:
    """``count`` rows under ``HEADERS``; nobody in them exists, and no region has the code of their numbers."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        yield (*door(number), *person(chance, number), *visit(chance))


def door(number: int) -> tuple[str, ...]:
    """Number of the row, building, unit and door."""
    home = number // 3
    return str(number), f"{home // 60 + 1}栋", f"{home // 20 % 3 + 1}单元", f"{home // 2 % 10 + 1}0{home % 2 + 1}"


def person(chance: random.Random, number: int) -> tuple[str, ...]:
    """Name to register status of one resident."""
    born = f"{chance.randint(1935, 2020)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
    phone = f"138{number % 100_000_000:08}"
    identity = f"990101{born.replace('-', '')}{number % 1000:03}"
    identity += "10X98765432"[sum(int(digit) << 17 - place for place, digit in enumerate(identity)) % 11]
    relation = ("户主", "配偶", "子")[number % 3]
    return name, "男女"[number % 2], born, identity, phone, "汉族", relation, "初中", "人户一致"


def visit(chance: random.Random) -> tuple[str, ...]:
    """What one visit left behind."""
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return day, "入户", chance.choice(("见面", "无人")), chance.choice(WISHES), "办理中", "助理甲", ""
