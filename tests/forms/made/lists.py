"""The column lists that were found in real sheets, word for word, with the field that each column must become."""

from __future__ import annotations

from collections.abc import Mapping

from tests.forms.made.filling import filled
from tests.forms.made.model import ANY, Book, Given, Sheet, Table

PEOPLE = {
    "姓名": "resident.name",
    "性别": "resident.sex",
    "出生日期": "resident.birth",
    "身份证号码": "resident.id_number",
    "身份证号": "resident.id_number",
    "与户主关系": "resident.relation",
    "民族": "resident.ethnic",
    "政治面貌": "resident.political",
    "文化程度": "resident.education",
    "婚姻状况": "resident.marital",
    "健康状况": "resident.health",
    "联系电话": "resident.phones",
    "曾用名": "resident.former_name",
    "工作单位或就读学校": "resident.work",
    "职业": "resident.occupation",
    "血型": "resident.blood_type",
    "宗教信仰": "resident.religion",
    "户口类别": "resident.household_register",
    "户籍地址": "resident.register_address",
    "户籍详址": "resident.register_address",
    "户籍详细地址": "resident.register_address",
    "所属网格": "household.grid",
    "网格": "household.grid",
    "户号": "household.number",
    "人户状态": "household.residence_status",
    "居住地址": "household.address",
    "备注": "resident.notes",
}
SOMEBODY = {
    "姓名": "resident.name|head.name",
    "性别": "resident.sex|head.sex",
    "联系电话": "resident.phones|head.phones",
    "健康状况": "resident.health|head.health",
}
APPEALS = {
    "登记日期": "appeal.registered_on|appeal.moment",
    "联系电话": "appeal.reporter_phone",
    "居住地址": "household.address",
    "网格": "household.grid",
    "所属网格": "household.grid",
    "备注": "appeal.notes",
}


def listed(
    number: str,
    title: str,
    header: str,
    fields: Mapping[str, str],
    *,
    changes: Mapping[str, Given] | None = None,
    above: tuple[tuple[Given, ...], ...] = (),
    hints: tuple[tuple[Given, ...], ...] = (),
) -> Book:
    """The book of one list: its title, three invented rows; ``changes`` are cells for all of them, by label."""
    table = filled(header, fields, changes=changes)
    table = Table(table.header, table.fields, table.rows, hints=hints)
    needs = frozenset({"merges"}) if "{" in header else frozenset()
    levels = 2 if "{" in header else 1
    quirks = f"清单 {number}，{levels} 级表头" + ("，提示行" if hints else "")
    return Book(f"清单{number}{title}", quirks, (Sheet(title, (table,), above=above or ((title,),)),), needs=needs)


_REGISTER = listed(
    "03",
    "户籍人口登记表",
    "姓名*|所属网格*|性别*|出生日期|身份证号码*|户号*|与户主关系*|与户主关系备注|户籍地{省*|市*|区县*}|民族*|政治面貌*"
    "|文化程度*|婚姻状况*|人户状态*|是否外出*|外出原因*|外出时间*|户籍详址|户籍派出所|临时居所|曾用名|工作单位或就读学校"
    "|联系电话|联系手机|电子邮箱|职业|血型|宗教信仰|身高(CM)|户口类别|住宅电话|家庭称号{五好家庭|平安家庭}"
    "|外出去向{省|市|区县}|外出详址|备注",
    {**PEOPLE, "联系手机": "joined", "住宅电话": "joined"},
    changes={"联系手机": None, "住宅电话": None, "外出时间": "2024年春"},
    above=(("1.0",), ("填写注意事项：1、带*的为必填项。2、日期写成2012-2-3或2012-02-03。",)),
)
_PERMANENT = listed(
    "04",
    "常住人口登记表",
    "户号|户主姓名|户主身份证号|住宅电话|户籍地址|姓名*|性别*|身份证号码*|所属网格*|出生日期|户口类别|与户主关系|人户状态"
    "|民族*|现居地址|曾用名|身高(cm)|血型|健康状况|文化程度*|婚姻状况*|兵役状况|宗教信仰|政治面貌*|职业|是否注销|注销时间"
    "|注销原因|是否死亡|死亡时间|死亡原因|常住地址|其它地址|年收入(万)|工作处所|是否参加保险|是否外出|外出去向|是否军属"
    "|低保户|困难状况|是否侨属|侨属类别|手机号码|人员状态|备注",
    {
        **PEOPLE,
        "户主姓名": "head.name",
        "户主身份证号": "head.id_number",
        "住宅电话": "joined|resident.phones|head.phones",
        "手机号码": "resident.phones|joined",
        "现居地址": "household.address",
        "死亡时间": "resident.died_on",
        "工作处所": "resident.work",
        "人员状态": "resident.status",
    },
    changes={"住宅电话": None, "死亡时间": None, "注销时间": None},
)
_FLOATING = listed(
    "05",
    "流动人口登记表",
    "姓名*|所属网格*|性别*|出生日期|身份证号码*|流入原因*|流入时间*|户籍地{省*|市*|区县*}|民族*|政治面貌*|文化程度*"
    "|婚姻状况*|预计到期日期*|暂住处所*|户籍详细地址|临时居所|曾用名|工作单位或就读学校|联系电话|联系手机|电子邮件|职业"
    "|血型|宗教信仰|身高(CM)|流入来源{省|市|区县}|登记证情况|登记证编号|登记日期|经济来源|已居住时限|预居住时限"
    "|是否有婚育证明|备注",
    {**PEOPLE, "预计到期日期": "household.rent_until", "暂住处所": "household.address", "联系手机": "joined"},
    changes={"联系手机": None, "流入时间": "2020年春", "登记日期": "2020年夏"},
)
_HOUSES = listed(
    "06",
    "住房信息登记表",
    "住房编号*|所属网格*|住房地址{住房地址类型*|小区/地址*|幢|单元|室}|住房类别*|出租房档案号|隐患情况|隐患等级|所属单位"
    "|房主姓名\\法人代表|(房主\\法人)身份证号码|(房主\\法人)手机|(房主\\单位)电话|房间数|住房面积|住房结构"
    "|基础设施{水|电|气|暖}|实住人数|备注",
    {
        "所属网格": "household.grid",
        "住房地址/小区/地址": "household.estate|household.address",
        "住房地址/幢": "household.building",
        "住房地址/单元": "household.unit",
        "住房地址/室": "household.room",
        "住房类别": "household.house_type",
        "住房面积": "household.area",
        "实住人数": "household.population",
        "备注": "household.notes",
    },
)
_RESIDENTS = listed(
    "07",
    "居民信息登记表",
    "序号|姓名|性别|年龄|民族|身份证号|联系电话|户籍地址|居住地址|网格|楼栋单元|婚姻状况|就业状态|医保类型|登记日期|备注",
    {**PEOPLE, "楼栋单元": ANY, "就业状态": ANY},
    changes={"楼栋单元": None},
    above=(("居民信息登记表",), ("生成日期：2026年01月01日    数据来源：社区采集",)),
)
_ROOMS = listed(
    "07b",
    "房屋信息登记表",
    "序号|房屋地址|楼栋|单元|房号|房屋类型|面积(m²)|业主姓名|业主电话|居住人数|网格|备注",
    {
        "房屋地址": "household.address",
        "楼栋": "household.building",
        "单元": "household.unit",
        "房号": "household.room",
        "房屋类型": "household.house_type",
        "面积(m²)": "household.area",
        "居住人数": "household.population",
        "网格": "household.grid",
        "备注": "household.notes",
    },
)
_HINTS = """必填 18位身份证号 系统自动生成 可不填 可不填 男/女 YYYYMMDD 多个电话用;分隔 填写小区名称 如3栋2单元501
下拉选择 如:户主 可不填 1/是/true 多个用,隔开 选填 选填 系统自动生成 选填 YYYYMMDD 1/是/true 选填 1/是/true YYYYMMDD
选填 1/是/true YYYYMMDD 下拉选择 下拉选择 下拉选择 下拉选择 选填 选填 不超过300字"""
_IMPORT = listed(
    "09",
    "社区人员导入",
    "姓名|身份证号|唯一标识|护照/其他证件号码|其他证件类型|性别|出生日期|联系电话|现住小区/建筑|现住详细门牌|所属网格"
    "|与其他人员关系|人员类型|是否重点人员|重点类别|户籍小区/建筑|户籍详细地址|户编号|户号|户籍迁入日期|是否人户分离"
    "|实际居住地|是否已迁出|迁出日期|迁往地|是否已死亡|死亡日期|民族|政治面貌|婚姻状况|文化程度|工作/学习情况|健康状况|备注",
    {
        **PEOPLE,
        "现住小区/建筑": "household.estate",
        "现住详细门牌": "household.door",
        "与其他人员关系": "resident.relation",
        "重点类别": "resident.care_groups",
        "迁出日期": "resident.moved_on",
        "死亡日期": "resident.died_on",
        "工作/学习情况": "resident.work",
        "实际居住地": ANY,
    },
    changes={"迁出日期": None, "死亡日期": None, "实际居住地": None},
    hints=(tuple(_HINTS.split()),),
)
_ELDERLY = listed(
    "11",
    "独居老人走访记录表",
    "序号|姓名|性别|年龄|联系电话|居住地址|网格|健康状况|走访日期|走访人|走访内容|存在问题|处理措施|下次走访日期|备注",
    {
        **SOMEBODY,
        "居住地址": "household.address",
        "网格": "household.grid",
        "走访日期": "visit.visited_on|visit.moment",
        "走访人": "visit.visitors",
        "走访内容": "visit.said",
        "存在问题": "visit.problems",
        "处理措施": "visit.measures",
        "下次走访日期": "visit.next_on",
        "备注": "visit.notes",
    },
)
_DIARY = listed(
    "14",
    "民情日记",
    "序号|小组|户主身份证号|发生日期|事件概要|事件详情|事件类型|完成日期",
    {
        "小组": ANY,
        "户主身份证号": "head.id_number",
        "发生日期": "appeal.registered_on|appeal.moment",
        "事件概要": "appeal.title",
        "事件详情": "appeal.text",
        "事件类型": "appeal.category",
        "完成日期": "appeal.closed_on",
    },
)
_APPEAL_LIST = listed(
    "19",
    "居民诉求登记表",
    "序号|登记日期|诉求人姓名|联系电话|居住地址|网格|诉求类型|诉求内容|受理人|处理措施|处理结果|完成日期|满意度|备注",
    {
        **APPEALS,
        "诉求人姓名": "appeal.reporter",
        "诉求类型": "appeal.category",
        "诉求内容": "appeal.text",
        "受理人": "appeal.handler",
        "处理措施": "appeal.solution",
        "处理结果": "appeal.outcome",
        "完成日期": "appeal.closed_on",
        "满意度": "appeal.satisfaction",
    },
)
_LEDGER = listed(
    "20",
    "民情台账",
    "序号|登记日期|反映人/网格|诉求事项|问题类别|办理状态|责任人|办理结果",
    {
        **APPEALS,
        "反映人/网格": ANY,
        "诉求事项": "appeal.title",
        "问题类别": "appeal.category",
        "办理状态": "appeal.state",
        "责任人": "appeal.handler",
        "办理结果": "appeal.outcome",
    },
)
LISTS = (
    _REGISTER,
    _PERMANENT,
    _FLOATING,
    _HOUSES,
    _RESIDENTS,
    _ROOMS,
    _IMPORT,
    _ELDERLY,
    _DIARY,
    _APPEAL_LIST,
    _LEDGER,
)
