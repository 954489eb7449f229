"""诉求 appeal: one closed loop for everything people ask or report, and the dated steps (办理过程) of its handling."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar

from minqing.errors import BadOrder, MissingValue
from minqing.records.base import Breach, Record
from minqing.records.dates import Period, parse_moment
from minqing.records.fields import Composite, Privacy, Value, field
from minqing.records.values import Kind

STATES = ("待受理", "办理中", "已吹哨", "待回访", "已办结")
SETTLED = frozenset({"待回访", "已办结"})
CLOSED = "已办结"


def _read_moment(raw: object, period: Period | None) -> dict[str, Value]:
    moment = parse_moment(raw, period=period)
    return {"registered_on": moment[0], "registered_at": moment[1]} if moment else {"registered_on": None}


class Appeal(Record):
    """诉求: ``state`` is one of the five words; 超期 follows from ``due_on``."""

    KIND: ClassVar[str] = "appeal"
    LETTER: ClassVar[str] = "A"
    LABEL: ClassVar[str] = "诉求"
    COMPOSITES: ClassVar[tuple[Composite, ...]] = (
        Composite(
            name="moment",
            label="登记时间",
            parts=("registered_on", "registered_at"),
            parse=_read_moment,
            render=lambda appeal: f"{appeal.show('registered_on')} {appeal.show('registered_at')}".strip(),
            aliases=(
                "来电时间",
                "受理时间",
                "创建时间",
                "反映时间",
                "留言时间",
                "接件时间",
                "发生时间",
                "工单时间",
                "时间",
                "事件发生时间",
                "来话时间",
                "投诉时间",
                "诉求时间",
            ),
            kind=Kind.DATE,
        ),
    )

    household: str = field("所在家庭", Kind.REF, to="household")
    visit: str = field("走访", Kind.REF, to="visit")
    resident: str = field("诉求居民", Kind.REF, to="resident")
    number: str = field(
        "编号",
        aliases=(
            "诉求编号",
            "工单编号",
            "工单号",
            "受理编号",
            "留言编号",
            "事件编号",
            "台账编号",
            "案件编号",
            "工单编码",
            "案件号",
        ),
    )
    registered_on: date | None = field("登记日期", Kind.DATE, aliases=("反映日期", "受理日期", "发生日期"))
    registered_at: time | None = field("登记钟点", Kind.TIME)
    kind: str = field("诉求性质", Kind.CHOICE, codes="appeal_kind", aliases=("工单类型", "事件类别", "事项性质"))
    source: str = field(
        "来源",
        Kind.CHOICE,
        codes="appeal_source",
        aliases=("诉求来源", "数据来源", "来源渠道", "案件来源", "问题来源", "事件来源"),
    )
    title: str = field(
        "反映诉求事项",
        aliases=(
            "诉求事项",
            "主题",
            "标题",
            "事由",
            "事项",
            "事件名称",
            "*事件名称",
            "主要愿望或诉求",
            "留言主题",
            "事件概要",
            "吹哨事项",
            "诉求",
            "群众诉求",
            "居民诉求",
            "诉求主题",
            "愿望名称",
        ),
    )
    text: str = field(
        "诉求内容",
        Kind.LONG,
        aliases=(
            "详情",
            "内容",
            "主要内容",
            "反映内容",
            "问题描述",
            "来电内容",
            "留言详情",
            "事件简述",
            "工单内容",
            "事件详情",
            "信访内容",
            "矛盾纠纷简要情况",
            "纠纷简要情况",
            "愿望内容",
            "投诉内容",
            "咨询内容",
            "事件描述",
            "诉求描述",
            "情况描述",
        ),
        limit=20000,
    )
    category: str = field(
        "诉求类别",
        aliases=(
            "诉求类型",
            "问题类别",
            "类别",
            "问题分类",
            "三级分类",
            "三级标签",
            "事项类型",
            "事件类型",
            "信访类型",
            "纠纷类型",
            "诉求分类",
            "事项类别",
            "矛盾纠纷类型",
        ),
    )
    category1: str = field("一级分类", aliases=("一级标签", "一级类别", "事件类型(大类)", "大类", "项目类别(大类)"))
    category2: str = field("二级分类", aliases=("二级标签", "二级类别", "事件类型(子类)", "小类", "项目类别(子类)"))
    reporter: str = field(
        "反映人",
        aliases=(
            "诉求人",
            "诉求人姓名",
            "来电人",
            "用户",
            "留言用户",
            "主要当事人姓名",
            "许愿人",
            "信访人",
            "信访人姓名",
            "来话人",
            "当事人",
        ),
    )
    reporter_phone: tuple[str, ...] = field(
        "反映人电话",
        Kind.PHONES,
        aliases=("来电号码", "来电人电话", "诉求人电话", "主要当事人联系手机", "来电人电话/账号"),
        privacy=Privacy.MASKED,
    )
    place: str = field("发生地点", aliases=("地点", "事发地点", "案件地点", "发生地", "事件发生地", "问题点位"))
    people: int | None = field("涉及人数", Kind.INTEGER, aliases=("*涉及人数", "反映群体人数", "反应群体人数"))
    urgency: str = field("紧急程度", Kind.CHOICE, codes="urgency")
    level: str = field("办理层级", Kind.CHOICE, codes="level", aliases=("层级",))
    state: str = field(
        "办理状态",
        Kind.CHOICE,
        codes="appeal_state",
        aliases=("状态", "工单状态", "办结情况", "是否办结", "处理状态", "事项处理状态", "当前状态", "办理进度"),
    )
    due_on: date | None = field("办理期限", Kind.DATE, aliases=("期限", "办结时限", "化解时限", "办理时限", "完成期限"))
    handler: str = field(
        "责任人",
        aliases=(
            "承办人",
            "受理人",
            "处理人",
            "责任单位",
            "责任单位责任人",
            "承办单位",
            "主办单位",
            "化解责任人姓名",
            "化解责任人",
            "调解员",
            "经办人",
            "主责部门",
            "处理单位",
            "办理单位",
        ),
    )
    solution: str = field("解决办法", Kind.LONG, aliases=("处理措施", "办理措施", "工作措施", "化解方式", "处理意见"))
    outcome: str = field(
        "办理结果",
        Kind.LONG,
        aliases=(
            "处理结果",
            "办理情况",
            "化解情况",
            "承办结果",
            "调解结果",
            "解决情况",
            "处置情况",
            "落实情况",
            "办结情况说明",
        ),
    )
    closed_on: date | None = field("办结日期", Kind.DATE, aliases=("办结时间", "完成日期", "结案时间", "化解日期"))
    closed_how: str = field("办结方式", Kind.CHOICE, codes="closed_how", aliases=("完成类型",))
    satisfaction: str = field(
        "满意度", Kind.CHOICE, codes="satisfaction", aliases=("是否满意", "评价结果", "群众满意度")
    )
    reply: str = field(
        "街道回复",
        Kind.LONG,
        aliases=("回复内容", "街道意见", "回复意见", "街道答复", "街道办回复", "街道办意见", "反馈意见"),
    )
    notes: str = field("备注", Kind.LONG)

    @property
    def subject(self) -> str:
        """One line that says what it is about."""
        return self.title or self.text.splitlines()[0][:40] if (self.title or self.text) else ""

    @property
    def settled(self) -> bool:
        """Whether the work is done (办结率 counts 待回访 and 已办结)."""
        return self.state in SETTLED

    def overdue_on(self, day: date) -> bool:
        """Whether this is 超期 on ``day``: not settled and past its deadline."""
        return not self.settled and self.due_on is not None and self.due_on < day

    def breaches(self) -> list[Breach]:
        found = super().breaches()
        if not (self.title or self.text):
            found.append(Breach("title", MissingValue("反映诉求事项")))
        if self.closed_on and self.registered_on and self.closed_on < self.registered_on:
            found.append(Breach("closed_on", BadOrder("办结日期", "登记日期")))
        return found


class Step(Record):
    """办理过程: one dated step of an appeal."""

    KIND: ClassVar[str] = "step"
    LETTER: ClassVar[str] = "S"
    LABEL: ClassVar[str] = "办理过程"

    appeal: str = field("诉求", Kind.REF, to="appeal", required=True)
    happened_on: date | None = field("日期", Kind.DATE, required=True)
    happened_at: time | None = field("钟点", Kind.TIME)
    action: str = field("环节", Kind.CHOICE, codes="step_action", required=True)
    who: str = field("经办人")
    text: str = field("说明", Kind.LONG)
