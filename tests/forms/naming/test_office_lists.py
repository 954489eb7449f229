"""The column lists that real offices use (their headers only): what they are about, and which columns are known."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from minqing.forms.files.grid import Cell, build_grid
from minqing.forms.library import builtin_forms
from minqing.forms.naming.columns import vocabulary
from minqing.forms.naming.subjects import choose_form
from minqing.forms.tables.header import find_header


class Office(NamedTuple):
    """A list: its header row, what a row is, and header=field of the columns that are known; all others are kept."""

    header: str
    subject: str
    known: str


LISTS = {
    "1 户情档案": Office(
        "|户主和与户主关系|姓名|性别|文化程度|政治面貌|户籍性质|健康状况|身份证号码|从业及地址|联系电话|备注",
        "resident",
        "户主和与户主关系=resident.relation 姓名=resident.name 性别=resident.sex 文化程度=resident.education "
        "政治面貌=resident.political 户籍性质=resident.household_register 健康状况=resident.health "
        "身份证号码=resident.id_number 从业及地址=resident.work 联系电话=resident.phones 备注=resident.notes",
    ),
    "2 分组统计表": Office(
        "序号|户主|人数|组|家庭类型|村(社区)|备注",
        "household",
        "户主=head.name 人数=household.population 家庭类型=household.family_type 村(社区)=household.community "
        "备注=household.notes",
    ),
    "3 户籍人口": Office(
        "姓名*|所属网格*|性别*|出生日期|身份证号码*|户号*|与户主关系*|与户主关系备注|民族*|政治面貌*|文化程度*|"
        "婚姻状况*|人户状态*|是否外出*|外出原因*|外出时间*|户籍详址|户籍派出所|临时居所|曾用名|工作单位或就读学校|"
        "联系电话|联系手机|电子邮箱|职业|血型|宗教信仰|身高(CM)|户口类别|住宅电话|外出详址|备注",
        "resident",
        "姓名=resident.name 所属网格=household.grid 性别=resident.sex 出生日期=resident.birth "
        "身份证号码=resident.id_number 户号=household.number 与户主关系=resident.relation 民族=resident.ethnic "
        "政治面貌=resident.political 文化程度=resident.education 婚姻状况=resident.marital "
        "人户状态=household.residence_status 户籍详址=resident.register_address 曾用名=resident.former_name "
        "工作单位或就读学校=resident.work 联系电话=resident.phones 职业=resident.occupation 血型=resident.blood_type "
        "宗教信仰=resident.religion 户口类别=resident.household_register 备注=resident.notes",
    ),
    "4 常住人口": Office(
        "户号|户主姓名|户主身份证号|户籍地址|姓名*|性别*|身份证号码*|所属网格*|出生日期|户口类别|与户主关系|"
        "民族*|现居地址|健康状况|兵役状况|是否死亡|死亡时间|死亡原因|工作处所|是否外出|低保户|手机号码|人员状态|备注",
        "resident",
        "户号=household.number 户主姓名=head.name 户主身份证号=head.id_number 户籍地址=resident.register_address "
        "姓名=resident.name 性别=resident.sex 身份证号码=resident.id_number 所属网格=household.grid "
        "出生日期=resident.birth 户口类别=resident.household_register 与户主关系=resident.relation "
        "民族=resident.ethnic 现居地址=household.address 健康状况=resident.health 死亡时间=resident.died_on "
        "工作处所=resident.work 手机号码=resident.phones 人员状态=resident.status 备注=resident.notes",
    ),
    "5 流动人口": Office(
        "姓名*|所属网格*|性别*|出生日期|身份证号码*|流入原因*|流入时间*|民族*|政治面貌*|预计到期日期*|暂住处所*|"
        "户籍详细地址|联系电话|登记证情况|登记证编号|登记日期|经济来源|是否有婚育证明|备注",
        "resident",
        "姓名=resident.name 所属网格=household.grid 性别=resident.sex 出生日期=resident.birth "
        "身份证号码=resident.id_number 民族=resident.ethnic 政治面貌=resident.political "
        "预计到期日期=household.rent_until 暂住处所=household.address 户籍详细地址=resident.register_address "
        "联系电话=resident.phones 备注=resident.notes",
    ),
    "6 住房": Office(
        "住房编号*|所属网格*|小区/地址*|幢|单元|室|住房类别*|隐患情况|所属单位|房主姓名\\法人代表|"
        "(房主\\法人)身份证号码|(房主\\法人)手机|房间数|住房面积|住房结构|水|电|实住人数|备注",
        "household",
        "所属网格=household.grid 小区/地址=household.address 幢=household.building 单元=household.unit "
        "室=household.room 住房类别=household.house_type 住房面积=household.area 实住人数=household.population "
        "备注=household.notes",
    ),
    "7 居民信息登记表": Office(
        "序号|姓名|性别|年龄|民族|身份证号|联系电话|户籍地址|居住地址|网格|楼栋单元|婚姻状况|医保类型|登记日期|备注",
        "resident",
        "姓名=resident.name 性别=resident.sex 民族=resident.ethnic 身份证号=resident.id_number "
        "联系电话=resident.phones 户籍地址=resident.register_address 居住地址=household.address 网格=household.grid "
        "楼栋单元=household.door 婚姻状况=resident.marital 备注=resident.notes",
    ),
    "7 房屋信息登记表": Office(
        "序号|房屋地址|楼栋|单元|房号|房屋类型|面积(m²)|业主姓名|业主电话|居住人数|网格|备注",
        "household",
        "房屋地址=household.address 楼栋=household.building 单元=household.unit 房号=household.room "
        "房屋类型=household.house_type 面积(m²)=household.area 居住人数=household.population 网格=household.grid "
        "备注=household.notes",
    ),
    "8 村级入户表": Office(
        "户人编号|姓名|性别|身份证号|小区或组名|门牌号|出生日期|民族|文化程度|户口性质|婚姻状况|初婚日期|与户主关系|"
        "户籍所在地|现居住地|配偶姓名|配偶身份证号|父亲姓名|父亲身份证号|母亲姓名|居住状况|落户地区",
        "resident",
        "姓名=resident.name 性别=resident.sex 身份证号=resident.id_number 小区或组名=household.estate "
        "门牌号=household.door 出生日期=resident.birth 民族=resident.ethnic 文化程度=resident.education "
        "户口性质=resident.household_register 婚姻状况=resident.marital 与户主关系=resident.relation "
        "户籍所在地=resident.register_address 现居住地=household.address 居住状况=resident.status",
    ),
    "9 社区人员": Office(
        "姓名|身份证号|唯一标识|护照/其他证件号码|性别|出生日期|联系电话|现住小区/建筑|现住详细门牌|所属网格|"
        "与其他人员关系|人员类型|是否重点人员|重点类别|户籍小区/建筑|户籍详细地址|户号|户籍迁入日期|是否已迁出|"
        "迁出日期|是否已死亡|死亡日期|健康状况|备注",
        "resident",
        "姓名=resident.name 身份证号=resident.id_number 性别=resident.sex 出生日期=resident.birth "
        "联系电话=resident.phones 现住小区/建筑=household.estate 现住详细门牌=household.door 所属网格=household.grid "
        "与其他人员关系=resident.relation 重点类别=resident.care_groups 户籍详细地址=resident.register_address "
        "户号=household.number 迁出日期=resident.moved_on 死亡日期=resident.died_on 健康状况=resident.health "
        "备注=resident.notes",
    ),
    "10 社区云": Office(
        "UUID|姓名|身份证|电话|户籍地址|居住ID|居住地址|房屋ID|在住|人员类型|紧急联系人|紧急联系电话|备注",
        "resident",
        "姓名=resident.name 身份证=resident.id_number 电话=resident.phones 户籍地址=resident.register_address "
        "居住地址=household.address 备注=resident.notes",
    ),
    "11 独居老人走访": Office(
        "序号|姓名|性别|年龄|联系电话|居住地址|网格|健康状况|走访日期|走访人|走访内容|存在问题|处理措施|下次走访日期|备注",
        "visit",
        "姓名=resident.name 性别=resident.sex 联系电话=resident.phones 居住地址=household.address 网格=household.grid "
        "健康状况=resident.health 走访日期=visit.visited_on 走访人=visit.visitors 走访内容=visit.said "
        "存在问题=visit.problems 处理措施=visit.measures 下次走访日期=visit.next_on 备注=visit.notes",
    ),
    "12 走访记录": Office(
        "走访对象|居住地址|方式|走访时间|参与人员|走访详情|服务标签",
        "visit",
        "走访对象=visit.met 居住地址=household.address 方式=visit.way 走访时间=visit.moment 参与人员=visit.visitors "
        "走访详情=visit.said 服务标签=visit.told",
    ),
    "13 老伙伴": Office(
        "服务日期|服务对象名字|身份证号|服务项目|服务内容|服务结果|志愿者姓名|志愿者身份证号",
        "visit",
        "服务日期=visit.visited_on 服务对象名字=resident.name 身份证号=resident.id_number 服务内容=visit.said "
        "志愿者姓名=visit.visitors",
    ),
    "14 民情日记": Office(
        "序号|小组|户主身份证号|发生日期|事件概要|事件详情|事件类型|完成日期",
        "appeal",
        "户主身份证号=head.id_number 发生日期=appeal.registered_on 事件概要=appeal.title 事件详情=appeal.text "
        "事件类型=appeal.category 完成日期=appeal.closed_on",
    ),
    "17 服务记录": Office(
        "服务时间|服务地点|记录所属人|服务参与人|服务对象|服务内容",
        "visit",
        "服务时间=visit.moment 服务参与人=visit.visitors 服务对象=visit.met 服务内容=visit.said",
    ),
    "18 走访日志": Office(
        "日期|走访对象|走访方式|反映的主要问题|现场处置或解释|是否需上报|下一步",
        "visit",
        "日期=visit.visited_on 走访对象=visit.met 走访方式=visit.way 反映的主要问题=visit.said "
        "现场处置或解释=visit.measures",
    ),
    "19 居民诉求": Office(
        "序号|登记日期|诉求人姓名|联系电话|居住地址|网格|诉求类型|诉求内容|受理人|处理措施|处理结果|完成日期|满意度|备注",
        "appeal",
        "登记日期=appeal.registered_on 诉求人姓名=appeal.reporter 联系电话=appeal.reporter_phone "
        "居住地址=household.address 网格=household.grid 诉求类型=appeal.category 诉求内容=appeal.text "
        "受理人=appeal.handler 处理措施=appeal.solution 处理结果=appeal.outcome 完成日期=appeal.closed_on "
        "满意度=appeal.satisfaction 备注=appeal.notes",
    ),
    "20 民情台账": Office(
        "序号|登记日期|反映人/网格|诉求事项|问题类别|办理状态|责任人|办理结果",
        "appeal",
        "登记日期=appeal.registered_on 反映人/网格=appeal.reporter 诉求事项=appeal.title 问题类别=appeal.category "
        "办理状态=appeal.state 责任人=appeal.handler 办理结果=appeal.outcome",
    ),
    "21 民生诉求": Office(
        "历史台账|所属网格|*姓名|*身份证|联系电话|性别|出生年月|常住地址|反应群体人数|是否党员|主要愿望或诉求|"
        "项目类别(大类)|项目类别(子类)|服务联系人|服务联系电话|创建人|发生网格id|发生时间|登记单位|登记人|登记时间",
        "appeal",
        "所属网格=household.grid 姓名=appeal.reporter 联系电话=appeal.reporter_phone 常住地址=household.address "
        "反应群体人数=appeal.people 主要愿望或诉求=appeal.title 项目类别(大类)=appeal.category1 "
        "项目类别(子类)=appeal.category2 登记时间=appeal.moment",
    ),
    "22 对接事件": Office(
        "发生网格|*事件类型（大类）|*事件类型（子类）|*事件名称|*事件规模|*涉及人数|*事件简述|*反馈时间|*承办人|"
        "*承办人手机|*处理意见|*发生时间|时|分|*主要当事人姓名|主要当事人联系手机|主要当事人固话|发生地点",
        "appeal",
        "事件类型（大类）=appeal.category1 事件类型（子类）=appeal.category2 事件名称=appeal.title "
        "涉及人数=appeal.people 事件简述=appeal.text "
        "承办人=appeal.handler 处理意见=appeal.solution 发生时间=appeal.moment "
        "主要当事人姓名=appeal.reporter 主要当事人联系手机=appeal.reporter_phone 发生地点=appeal.place",
    ),
    "23 信访台账": Office(
        "序号或来信编号|信访类型|接件时间|信访人姓名和相关信息|信访内容|案件地点|联系电话|办理情况",
        "appeal",
        "信访类型=appeal.category 接件时间=appeal.moment 信访内容=appeal.text 案件地点=appeal.place "
        "联系电话=appeal.reporter_phone 办理情况=appeal.outcome",
    ),
    "24 12345 工单": Office(
        "工单编号|工单类型|问题分类|标签|标题|主要内容|工单状态|来电人|来电人电话/账号|被反映区|被反映街乡镇|办理结果|"
        "处理受理方式|主办单位|来电时间|办结时间|企业名称|是否解决|是否满意|工单性质|村/社区|小区点位",
        "appeal",
        "工单编号=appeal.number 工单类型=appeal.kind 问题分类=appeal.category 标题=appeal.title 主要内容=appeal.text "
        "工单状态=appeal.state 来电人=appeal.reporter 来电人电话/账号=appeal.reporter_phone "
        "被反映街乡镇=household.street 办理结果=appeal.outcome 主办单位=appeal.handler 来电时间=appeal.moment "
        "办结时间=appeal.closed_on 是否满意=appeal.satisfaction 村/社区=household.community 小区点位=household.estate",
    ),
    "25 接诉即办": Office(
        "创建时间|办结时间|一级分类|二级分类|三级分类|被反映街乡镇|二级承办单位简称|主要内容|处理结果|是否联系|是否满意",
        "appeal",
        "创建时间=appeal.moment 办结时间=appeal.closed_on 一级分类=appeal.category1 二级分类=appeal.category2 "
        "三级分类=appeal.category 被反映街乡镇=household.street 主要内容=appeal.text 处理结果=appeal.outcome "
        "是否满意=appeal.satisfaction",
    ),
    "26 事件": Office(
        "工单号|所属网格|事件名称|事件发生地|事件发生时间|事项规模|事项类型|事项处理状态|数据来源|姓名|联系电话",
        "appeal",
        "工单号=appeal.number 所属网格=household.grid 事件名称=appeal.title 事件发生地=appeal.place "
        "事件发生时间=appeal.moment 事项类型=appeal.category 事项处理状态=appeal.state 数据来源=appeal.source "
        "姓名=appeal.reporter 联系电话=appeal.reporter_phone",
    ),
    "29 矛盾纠纷": Office(
        "事件名称|发生日期|发生地点|事件规模|涉及人数|事件简述|涉及单位|主要当事人证件号码|主要当事人姓名|主要当事人性别|"
        "主要当事人居住详址|化解时限|化解组织|化解责任人姓名|化解责任人联系方式|化解是否成功|化解情况|考评日期",
        "appeal",
        "事件名称=appeal.title 发生日期=appeal.registered_on 发生地点=appeal.place 涉及人数=appeal.people "
        "事件简述=appeal.text 主要当事人姓名=appeal.reporter 化解时限=appeal.due_on 化解责任人姓名=appeal.handler "
        "化解情况=appeal.outcome",
    ),
    "30 突出矛盾": Office(
        "序号|单位|矛盾纠纷简要情况|责任单位 责任人|化解时限|化解情况|交办督办情况|销号情况",
        "appeal",
        "矛盾纠纷简要情况=appeal.text 责任单位责任人=appeal.handler 化解时限=appeal.due_on 化解情况=appeal.outcome",
    ),
    "33 人民调解": Office(
        "案件编号|协议形式|案件来源|调解组织|调解员|受理时间|纠纷简要情况|难易程度|纠纷类型|乡镇街道|有无死亡|调解结果|"
        "调解时间|当事人|协议金额",
        "appeal",
        "案件编号=appeal.number 案件来源=appeal.source 调解员=appeal.handler 受理时间=appeal.moment "
        "纠纷简要情况=appeal.text 纠纷类型=appeal.category 乡镇街道=household.street 调解结果=appeal.outcome "
        "当事人=appeal.reporter",
    ),
    "34 重点人员": Office(
        "序号|姓名|性别|年龄|人员类别|联系电话|居住地址|网格|管控等级|管控措施|责任人|登记日期|备注",
        "resident",
        "姓名=resident.name 性别=resident.sex 人员类别=resident.care_groups 联系电话=resident.phones "
        "居住地址=household.address 网格=household.grid 备注=resident.notes",
    ),
    "34 低保户": Office(
        "序号|户主姓名|性别|年龄|联系电话|居住地址|网格|家庭人口|低保类型|享受金额(元/月)|困难原因|帮扶措施|调查日期|备注",
        "household",
        "户主姓名=head.name 性别=head.sex 联系电话=head.phones 居住地址=household.address 网格=household.grid "
        "家庭人口=household.population 低保类型=household.family_type 备注=household.notes",
    ),
    "34 残疾人": Office(
        "序号|姓名|性别|年龄|残疾类别|残疾等级|联系电话|居住地址|网格|是否享受补贴|监护人姓名|监护人电话|登记日期|备注",
        "resident",
        "姓名=resident.name 性别=resident.sex 联系电话=resident.phones 居住地址=household.address 网格=household.grid "
        "备注=resident.notes",
    ),
    "35 老年人": Office(
        "姓名*|所属网格*|性别*|出生日期|身份证号码*|实口类型*|民族*|关注程度|户籍详细地址|老年人证号|居住情况|配偶情况|"
        "参加工作日期|离退休单位|离退休日期|退休金(元)|备注",
        "resident",
        "姓名=resident.name 所属网格=household.grid 性别=resident.sex 出生日期=resident.birth "
        "身份证号码=resident.id_number 民族=resident.ethnic 关注程度=household.attention "
        "户籍详细地址=resident.register_address 备注=resident.notes",
    ),
    "35 冬春救助": Office(
        "户主姓名|身份证号码|家庭人口（人）|家庭类型|户口类型|行政村（社区）代码|行政村（社区）名称|需口粮救助（元）|"
        "开户银行帐号|村级填报人姓名|村级填报日期|备注",
        "household",
        "户主姓名=head.name 身份证号码=head.id_number 家庭人口（人）=household.population "
        "家庭类型=household.family_type 户口类型=head.household_register 行政村（社区）名称=household.community "
        "备注=household.notes",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_header_is_found_and_its_columns_are_what_they_say(name: str) -> None:
    office = LISTS[name]
    cells: list[Cell] = [text or None for text in office.header.split("|")]
    filled: list[Cell] = [cell and "甲" for cell in cells]
    rows: list[list[Cell]] = [["某某社区登记表"], ["填报单位（盖章）：和安社区"], cells, filled]
    header = find_header(build_grid("表", rows), vocabulary(builtin_forms()))
    assert header is not None
    assert header.rows == (3,)
    found = choose_form(header.labels, builtin_forms())
    assert found is not None
    assert found.form.subject == office.subject
    known = {one.header: ".".join(one.key) for one in found.columns if one.key}
    assert known == dict(pair.split("=") for pair in office.known.split())
