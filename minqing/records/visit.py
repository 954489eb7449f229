"""走访 visit: who went to which household when, whom they met, what was said and when to come again."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar

from minqing.errors import BadOrder
from minqing.records.base import Breach, Record
from minqing.records.dates import Period, parse_moment
from minqing.records.fields import Composite, Value, field
from minqing.records.values import Kind

MOVED_AWAY, PUT_OFF = "已搬走", "改约"
NOT_MET = frozenset({"无人", "拒访", PUT_OFF})


def _read_moment(raw: object, period: Period | None) -> dict[str, Value]:
    moment = parse_moment(raw, period=period)
    return {"visited_on": moment[0], "visited_at": moment[1]} if moment else {"visited_on": None}


class Visit(Record):
    """走访 of one household."""

    KIND: ClassVar[str] = "visit"
    LETTER: ClassVar[str] = "V"
    LABEL: ClassVar[str] = "走访"
    COMPOSITES: ClassVar[tuple[Composite, ...]] = (
        Composite(
            name="moment",
            label="走访时间",
            parts=("visited_on", "visited_at"),
            parse=_read_moment,
            render=lambda visit: f"{visit.show('visited_on')} {visit.show('visited_at')}".strip(),
            aliases=("入户时间", "服务时间", "拜访时间"),
            kind=Kind.DATE,
        ),
    )

    household: str = field("走访家庭", Kind.REF, to="household", required=True)
    visited_on: date | None = field("走访日期", Kind.DATE, aliases=("入户日期", "日期", "服务日期"), required=True)
    visited_at: time | None = field("走访钟点", Kind.TIME)
    way: str = field("走访方式", Kind.CHOICE, codes="visit_way", aliases=("方式", "走访形式"))
    result: str = field("走访结果", Kind.CHOICE, codes="visit_result", aliases=("见面情况",))
    visitors: tuple[str, ...] = field(
        "走访人", Kind.MANY, names=True, aliases=("走访人员", "参与人员", "服务参与人", "走访干部", "志愿者姓名")
    )
    met: tuple[str, ...] = field("见到谁", Kind.MANY, names=True, aliases=("走访对象", "被走访人", "服务对象"))
    purpose: str = field("走访目的", aliases=("走访类型", "走访事由"))
    said: str = field(
        "走访记录",
        Kind.LONG,
        aliases=(
            "走访内容",
            "民情记录",
            "走访详情",
            "反映情况",
            "服务内容",
            "反映的主要问题",
            "民情",
            "内容",
            "日记内容",
            "走访情况",
            "走访情况记录",
            "了解情况",
            "收集民情",
        ),
    )
    problems: str = field("存在问题", Kind.LONG, aliases=("存在困难", "实际困难"))
    told: tuple[str, ...] = field("政策宣传", Kind.MANY, codes="policy", aliases=("宣传内容", "服务标签"))
    measures: str = field("处理措施", Kind.LONG, aliases=("现场答复", "现场处置", "帮扶措施", "现场处置或解释"))
    next_on: date | None = field("下次走访日期", Kind.DATE, aliases=("下次走访", "下次走访时间"))
    next_reason: str = field("下次走访事由")
    notes: str = field("备注", Kind.LONG)

    @property
    def met_someone(self) -> bool:
        """Whether somebody was met (an unknown result counts as met: old sheets list only such visits)."""
        return self.result not in NOT_MET and self.result != MOVED_AWAY

    def breaches(self) -> list[Breach]:
        found = super().breaches()
        if self.visited_on and self.next_on and self.next_on < self.visited_on:
            found.append(Breach("next_on", BadOrder("下次走访日期", "走访日期")))
        return found
