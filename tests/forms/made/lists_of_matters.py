"""More of the column lists that were found in real sheets: appeals, disputes, hotlines, people under care."""

from __future__ import annotations

from tests.forms.made.filling import filled
from tests.forms.made.lists import APPEALS, PEOPLE, listed
from tests.forms.made.model import ANY, Book, Cell, Row, Sheet, Table

_DIARY_HEADER = "走访对象|居住地址|方式|走访时间|参与人员|走访详情|服务标签"
_DIARY = {
    "走访对象": "visit.met",
    "居住地址": "household.address",
    "方式": "visit.way",
    "走访时间": "visit.moment|visit.visited_on",
    "参与人员": "visit.visitors",
    "走访详情": "visit.said",
    "服务标签": "visit.told",
}


def _month(month: int) -> Sheet:
    clocks = {"走访时间": Cell(f"2026/{month:02}/07 15:20", f"2026-{month:02}-07 15:20")}
    people = {"参与人员": Cell("罗立新 韦国强", "罗立新、韦国强")}
    table = filled(_DIARY_HEADER, _DIARY, start=month * 3, changes=clocks | people)
    return Sheet(f"{month}月", (table,))


_MONTHS = Book(
    "清单12社区云走访记录",
    "清单 12，每月一张工作表，参与人员用空格分开",
    (_month(9), _month(10), _month(11)),
    needs=frozenset({"sheets", "names"}),
)
_LIVELIHOOD = listed(
    "21",
    "民生诉求台账",
    "历史台账|所属网格|所属网格编号|*姓名|*身份证|联系电话|性别|出生年月|常住地址|反应群体人数|是否党员|职业或身份"
    "|民生诉求人类别|主要愿望或诉求|项目类别(大类)|项目类别(子类)|服务联系人|服务联系电话|服务职务|服务联系人单位|创建人"
    "|修改人|创建时间|修改时间|民生建表类型|发生网格id|发生网格编号|发生时间|网格号|登记单位|登记人|登记时间",
    {
        **APPEALS,
        "姓名": "appeal.reporter",
        "身份证": ANY,
        "性别": ANY,
        "出生年月": ANY,
        "职业或身份": ANY,
        "常住地址": "household.address",
        "反应群体人数": "appeal.people",
        "主要愿望或诉求": "appeal.title",
        "项目类别(大类)": "appeal.category1",
        "项目类别(子类)": "appeal.category2",
        "登记时间": "appeal.moment|appeal.registered_on",
    },
    changes={"性别": None, "身份证": None, "出生年月": None, "创建时间": None, "修改时间": None, "发生时间": None},
)
_SHORT_CLOCK = {
    "发生时间": Cell("2026-11-12", "2026-11-12"),
    "时": Cell(15, {}),
    "分": Cell(20, {"appeal.registered_at": "15:20"}),
    "反馈时间": None,
    "最后处理时间": None,
    "主要当事人固话": None,
}
_EVENTS = listed(
    "22",
    "对接事件登记表",
    "发生网格|*事件类型（大类）|*事件类型（子类）|*事件名称|*事件规模|*涉及人数|*事件简述|*反馈时间|*最后处理时间|*承办人"
    "|*承办人手机|*处理意见|*发生时间|时|分|*主要当事人姓名|主要当事人联系手机|主要当事人固话|发生地点|是否重点场所",
    {
        "发生网格": ANY,
        "事件类型(大类)": "appeal.category1",
        "事件类型(子类)": "appeal.category2",
        "事件名称": "appeal.title",
        "涉及人数": "appeal.people",
        "事件简述": "appeal.text",
        "承办人": "appeal.handler",
        "处理意见": "appeal.solution",
        "发生时间": "appeal.registered_on|appeal.moment",
        "时": "joined|appeal.registered_at",
        "分": "joined|appeal.registered_at",
        "主要当事人姓名": "appeal.reporter",
        "主要当事人联系手机": "appeal.reporter_phone",
        "主要当事人固话": "joined|appeal.reporter_phone|-",
        "发生地点": "appeal.place",
    },
    changes=_SHORT_CLOCK,
)
_HOTLINE = listed(
    "24",
    "12345工单",
    "工单编号|工单类型|问题分类|标签|标题|主要内容|工单状态|来电人|来电人电话/账号|被反映区|被反映街乡镇|办理结果|回复内容"
    "|处理受理方式|主办单位|来电时间|办结时间|企业名称|是否解决|是否满意|工单性质|村/社区|小区点位",
    {
        "工单编号": "appeal.number",
        "工单类型": "appeal.kind",
        "问题分类": "appeal.category",
        "标题": "appeal.title",
        "主要内容": "appeal.text",
        "工单状态": "appeal.state",
        "来电人": "appeal.reporter",
        "来电人电话/账号": "appeal.reporter_phone",
        "被反映街乡镇": "household.street",
        "办理结果": "appeal.outcome",
        "回复内容": "appeal.reply",
        "处理受理方式": ANY,
        "主办单位": "appeal.handler",
        "来电时间": "appeal.moment|appeal.registered_on",
        "办结时间": "appeal.closed_on",
        "是否满意": "appeal.satisfaction",
        "村/社区": "household.community",
        "小区点位": "household.estate",
    },
    changes={"是否满意": Cell("是", "满意")},
)
_DISPUTES = listed(
    "29",
    "矛盾纠纷排查化解",
    "事件名称|发生日期|发生地点|事件规模|事件类别|涉及人数|事件简述|涉及单位|主要当事人证件代码|主要当事人证件号码"
    "|主要当事人姓名|主要当事人性别|主要当事人民族|主要当事人学历|主要当事人人员类别|主要当事人居住详址|化解时限|化解方式"
    "|化解组织|化解责任人姓名|化解责任人联系方式|化解是否成功|化解情况|考评日期|考评意见",
    {
        "事件名称": "appeal.title",
        "发生日期": "appeal.registered_on|appeal.moment",
        "发生地点": "appeal.place",
        "事件类别": "appeal.kind|appeal.category",
        "涉及人数": "appeal.people",
        "事件简述": "appeal.text",
        "主要当事人姓名": "appeal.reporter",
        "主要当事人居住详址": ANY,
        "化解时限": "appeal.due_on",
        "化解方式": "appeal.solution",
        "化解责任人姓名": "appeal.handler",
        "化解情况": "appeal.outcome",
    },
    changes={"事件类别": "矛盾纠纷", "主要当事人居住详址": None, "考评日期": None},
)
_MEDIATION = listed(
    "33",
    "人民调解案件",
    "案件编号|协议形式|案件来源|调解组织|调解工作室|调解员|受理时间|纠纷简要情况|难易程度|纠纷类型|案件属性|涉及特殊人群"
    "|乡镇街道|有无死亡|调解结果|调解时间|当事人|协议金额",
    {
        "案件编号": "appeal.number",
        "案件来源": "appeal.source",
        "调解员": "appeal.handler",
        "受理时间": "appeal.moment|appeal.registered_on",
        "纠纷简要情况": "appeal.text",
        "纠纷类型": "appeal.category",
        "乡镇街道": "household.street",
        "调解结果": "appeal.outcome",
        "调解时间": ANY,
        "当事人": "appeal.reporter",
    },
    changes={"调解时间": None},
)
_WATCHED = listed(
    "34",
    "重点人员台账",
    "序号|姓名|性别|年龄|人员类别|联系电话|居住地址|网格|管控等级|管控措施|责任人|走访记录|登记日期|备注",
    {**PEOPLE, "人员类别": "resident.care_groups", "走访记录": ANY},
)
_POOR = listed(
    "34b",
    "低保户调查表",
    "序号|户主姓名|性别|年龄|联系电话|居住地址|网格|家庭人口|低保类型|享受金额(元/月)|困难原因|帮扶措施|调查日期|调查人|备注",
    {
        "户主姓名": "head.name|resident.name",
        "性别": "head.sex|resident.sex",
        "联系电话": "head.phones|resident.phones",
        "居住地址": "household.address",
        "网格": "household.grid",
        "家庭人口": "household.population",
        "低保类型": "household.family_type",
        "帮扶措施": ANY,
        "备注": "household.notes|resident.notes",
    },
)
_DISABLED = listed(
    "34c",
    "残疾人登记表",
    "序号|姓名|性别|年龄|残疾类别|残疾等级|联系电话|居住地址|网格|是否享受补贴|监护人姓名|监护人电话|登记日期|备注",
    PEOPLE,
)
_STATISTICS = Book(
    "清单34d网格人员统计表",
    "清单 34，统计表，每格是人数",
    (
        Sheet(
            "网格人员统计",
            (
                Table(
                    "序号|网格名称|居民总数|男性|女性|60岁以上|独居老人|残疾人|低保户|留守儿童|重点人群|备注",
                    {},
                    tuple(
                        Row((number, f"第{number}网格", 400 + number, 190, 210, 80, 12, 9, 5, 3, 20, None))
                        for number in range(1, 6)
                    ),
                ),
            ),
            above=(("网格人员统计表",),),
            below=(("合计", None, 2015, 950, 1050, 400, 60, 45, 25, 15, 100),),
            declined=True,
        ),
    ),
)
LISTS_OF_MATTERS = (
    _MONTHS, _LIVELIHOOD, _EVENTS, _HOTLINE, _DISPUTES, _MEDIATION, _WATCHED, _POOR, _DISABLED, _STATISTICS,
)  # fmt: skip
