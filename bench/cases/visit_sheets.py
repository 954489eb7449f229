"""Five hundred visit sheets as PDF, beside bare Typst setting plain pages of the same text."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from bench import data, floors
from bench.measure import Result, Scale, by_turns
from exports.visit_sheet import MemberLine, VisitSheet, visit_sheets_pdf

SHEETS = 500
ROUNDS = 5


def member(chance: random.Random, number: int) -> MemberLine:
    """One made-up person, masked as on paper."""
    name, sex, born, identity, phone, _, relation, _, _ = data.person(chance, number)
    return MemberLine(
        name=name,
        relation=relation,
        sex=sex,
        birth=born[:7].replace("-", "."),
        id_number=f"{identity[:4]}**********{identity[-4:]}",
        phone=f"{phone[:3]}****{phone[-4:]}",
        care_groups=chance.choice(("", "", "", "高龄老人", "残疾人")),
        notes=chance.choice(("", "", "外卖骑手", "听力弱", "在外地务工，春节返乡")),
    )


def sheets(count: int, seed: int) -> list[VisitSheet]:
    """Sheets of made-up households with one to six people and up to three open appeals."""
    chance = random.Random(seed)
    return [sheet(chance, seed * count + number) for number in range(count)]


def sheet(chance: random.Random, number: int) -> VisitSheet:
    """One made-up household's sheet."""
    _, building, unit, room = data.door(number)
    place = f"生活桥小区 {building}{unit}{room}"
    members = tuple(member(chance, number * 6 + i) for i in range(chance.choice((1, 2, 3, 3, 4, 5, 6))))
    day = f"10月{chance.randint(1, 28)}日"
    return VisitSheet(
        number=f"ZF-2026-47-{number:03}",
        street="新光路街道",
        community="生活桥社区",
        household_id=f"H-7K3QX2-{number:05}",
        year=2026,
        visitors="罗×",
        head=members[0].name,
        phone=members[0].phone,
        grid=f"生活桥第{chance.randint(1, 9)}网格",
        address=place,
        place_label=place,
        population=f"常住 {len(members)} 人，户籍 {chance.randint(0, 4)} 人",
        house_type=chance.choice(("自住", "自住", "出租", "空置")),
        rent_until=chance.choice(("", "", f"2027年{chance.randint(1, 12)}月")),
        members=members,
        last_visit=f"2026年{day}，见面。{members[-1].name}白天独自在家，问能否装烟感报警器。",
        open_appeals=tuple(
            f"第 10-{chance.randint(1, 999):03} 号 楼道口飞线充电 · {day}登记 · 物业办理中"
            for _ in range(chance.choice((0, 0, 1, 1, 2, 3)))
        ),
    )


def lines_of(sheet: VisitSheet) -> list[str]:
    """All words of a printed sheet, line by line."""
    members = (" ".join(vars(member).values()) for member in sheet.members)
    appeals = (f"未办结诉求 {i} {appeal} 已解决 未解决" for i, appeal in enumerate(sheet.open_appeals, 1))
    return [
        "入户走访登记表",
        f"编号：{sheet.number}",
        f"{sheet.street} {sheet.community}",
        sheet.household_id,
        f"走访日期 {sheet.year} 年 月 日 时 走访人 {sheet.visitors}",
        f"住户情况 户主 {sheet.head} 电话 {sheet.phone} 网格 {sheet.grid}",
        f"住址 {sheet.address} 人口 {sheet.population}",
        f"房屋性质 自住 出租 空置 租期至 {sheet.rent_until}",
        "家庭成员 姓名 与户主关系 性别 出生年月 身份证号 联系电话 重点人群 备注",
        *members,
        f"上次走访 走访记录 {sheet.last_visit}",
        *appeals,
        "走访结果 见面 无人 拒访 其他",
        "家庭情况与民情",
        f"反映诉求 {' '.join(sheet.categories)}",
        "现场答复与解决办法",
        "下次走访 不需要 需要 月 日 时，事由",
        f"被走访人签字 走访人签字 日期 {sheet.year} 年 月 日",
        f"{sheet.place_label} 第 1 页 个人信息仅用于走访服务，请妥善保管",
    ]


def measure(scale: Scale) -> Iterator[Result]:
    """Time both on other households each time, so that neither finds its last layout still in memory."""
    count = scale.of(SHEETS)
    seeds = itertools.count(1)
    prepared = {seed: sheets(count, seed) for seed in range(1, 2 * ROUNDS + 1)}
    ours, floor = by_turns(
        lambda: visit_sheets_pdf(prepared[next(seeds)]),
        lambda: floors.typeset([lines_of(sheet) for sheet in prepared[next(seeds)]]),
        rounds=ROUNDS,
    )
    yield Result(
        title=f"走访登记表 {count} 户成 PDF",
        ours=ours,
        floor=floor,
        unit="s",
        goal=3.0,
        floor_name="Typst 同样文字的白页",
    )
