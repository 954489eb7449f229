"""More sheets of one quirk each: other kinds of record, what looks like a list and is none, what must stay blank."""

from __future__ import annotations

from tests.forms.made.filling import ESTATE, door_fields, filled
from tests.forms.made.layouts import MERGES, VISIT_HEADER, VISITS
from tests.forms.made.lists import PEOPLE
from tests.forms.made.model import ANY, Book, Cell, Given, Row, Sheet, Table
from tests.forms.made.people import person

_CONTACTS = Book(
    "兼职委员名单",
    "力量：兼职委员",
    (
        Sheet(
            "兼职委员",
            (
                Table(
                    "序号|姓名|单位|职务|联系电话|任期|负责范围|备注",
                    {
                        "姓名": "contact.name",
                        "单位": "contact.organisation",
                        "职务": "contact.post",
                        "联系电话": "contact.phones",
                        "任期": "contact.term",
                        "负责范围": "contact.area",
                        "备注": "contact.notes",
                    },
                    (
                        Row((1, "谢玉兰", "新光小学", "校长", "16900000107", "2026-2028", "1-3栋", None)),
                        Row((2, "韦国强", "桥头诊所", "医生", "16900000113", "2026-2028", "4-6栋", "周末可到")),
                    ),
                ),
            ),
            above=(("生活桥社区兼职委员名单",),),
        ),
    ),
)
_BUILDINGS = Book(
    "楼栋情况",
    "楼栋：单元数、层数、每层户数",
    (
        Sheet(
            "楼栋",
            (
                Table(
                    "小区|楼栋|单元数|层数|每层户数|楼栋长",
                    {
                        "小区": "building.estate",
                        "楼栋": "building.name",
                        "单元数": "building.units",
                        "层数": "building.floors",
                        "每层户数": "building.doors_per_floor",
                        "楼栋长": "building.leader",
                    },
                    (Row(("生活桥小区", "3", 2, 6, 2, "谢玉兰")), Row(("生活桥小区", "4", 3, 18, 4, "韦国强"))),
                ),
            ),
        ),
    ),
)
_RELIEF = Book(
    "清单35冬春救助",
    "清单 35，户主一行，填报人在栏里",
    (
        Sheet(
            "冬春救助",
            (
                filled(
                    "户主姓名|身份证号码|家庭人口（人）|家庭类型|户口类型|行政村（社区）代码|行政村（社区）名称|需口粮救助（元）"
                    "|村级填报人姓名|村级填报日期|备注",
                    {
                        "户主姓名": "head.name",
                        "身份证号码": "head.id_number",
                        "家庭人口(人)": "household.population",
                        "家庭类型": "household.family_type",
                        "户口类型": ANY,
                        "行政村(社区)名称": "household.community",
                        "备注": "household.notes",
                    },
                    changes={"户口类型": None, "村级填报日期": "2026-11-20"},
                ),
            ),
            above=(("冬春救助需求统计（村级填报）",),),
        ),
    ),
)
_MONTHLY = Book(
    "清单27热线月报",
    "清单 27，各单位的件数，两级表头",
    (
        Sheet(
            "统计",
            (
                Table(
                    "序号|单位|派遣案件总数|12345热线{按时办结|超时办结|未办结}|政民互动{按时办结|超时办结|未办结}|结案率|不满意数",
                    {},
                    tuple(
                        Row((number, f"第{number}办公室", 40, 30, 2, 1, 5, 1, 1, "95%", number))
                        for number in range(1, 6)
                    ),
                ),
            ),
            above=(("12345热线留言办理5月份情况统计表",),),
            below=(("总计", None, 200, 150, 10, 5, 25, 5, 5, "95%", 15),),
            declined=True,
        ),
    ),
    needs=MERGES,
)
_SLIP = Book(
    "清单28交办单",
    "清单 28，一张交办单，标签和值，没有表",
    (
        Sheet(
            "交办单",
            above=(
                ("交办单",),
                ("台账类型", "民生", "会议期数", "第3期"),
                ("主要事项", "楼道灯不亮", "议决内容摘要", "本周修好"),
                ("主办单位", "新光物业", "责任人", "冯立新"),
                ("办理时限", "2026年11月20日——2026年11月27日"),
                ("联系人", "罗立新", "联系电话", "16900000107"),
            ),
            declined=True,
        ),
    ),
)


def _blanks() -> Book:
    """A list where the head and the door stand in the family's first row alone, not merged: the rest stays blank."""
    rows = []
    for number, relation in enumerate(("户主", "妻子", "长子", "户主", "女儿"), 1):
        one = person(number)
        door: Given = Cell(one.door, door_fields(one)) if relation == "户主" else None
        rows.append(Row((door, one.name, relation, one.id_number, None)))
    table = Table("门牌|姓名|与户主关系|身份证号|备注", {**PEOPLE, "门牌": "household.door"}, tuple(rows))
    return Book("空白不取上格", "没有合并的空白不取上一格", (Sheet("家庭", (table,)),))


def _pages() -> Book:
    """A list printed page by page: title, 填报单位 and header come again in the middle."""
    first, second = filled(VISIT_HEADER, VISITS, count=3).rows, filled(VISIT_HEADER, VISITS, count=3, start=4).rows
    again = (
        Row((None,) * 7, data=False),
        Row(("走访台账（2026年第47周）",), data=False),
        Row(("填报单位：新光路街道生活桥社区",), data=False),
        Row(tuple(VISIT_HEADER.split("|")), data=False),
    )
    same = {"household.street": "新光路街道", "household.community": "生活桥社区"}
    table = Table(VISIT_HEADER, VISITS, (*first, *again, *second), same=same)
    above: tuple[tuple[Given, ...], ...] = (("走访台账（2026年第47周）",), ("填报单位：新光路街道生活桥社区",))
    return Book("每页重复标题", "标题、填报单位和表头在每页重复", (Sheet("走访", (table,), above=above),))


def _two_homes() -> Book:
    """Two one-household blocks, one under the other on one printed sheet."""
    header = "与户主关系|姓名|性别|文化程度|身份证号码|联系电话|备注"
    tables = []
    placed: list[tuple[int, int, Given]] = []
    for block in range(2):
        rows = []
        for number, relation in enumerate(("户主", "妻子", "长子"), 1):
            one = person(block * 10 + number)
            rows.append(Row((relation, one.name, one.sex, "初中", one.id_number, one.phone, None)))
        home = person(block * 10 + 1)
        same = {**door_fields(home), "household.family_type": "普通户", "head.name": home.name}
        tables.append(Table(header, PEOPLE, tuple(rows), down=1 + block * 7, same=same))
        top = 2 + block * 7
        placed += [(top, 1, "门牌"), (top, 2, home.door), (top, 3, "家庭类型"), (top, 4, "普通户")]
    sheet = Sheet("户情", tuple(tables), above=(("户情档案",),), placed=tuple(placed))
    return Book("一页两户", "一张打印表上两户，上下排列", (sheet,))


def _sparse() -> Book:
    """A long list of which people fill in the few columns that they know: still a list, and no page of labels."""
    header = (
        "户号|姓名*|性别*|身份证号码*|所属网格*|出生日期|户口类别|与户主关系|人户状态|民族*|现居地址|曾用名|身高(cm)|血型"
        "|健康状况|文化程度*|婚姻状况*|兵役状况|宗教信仰|政治面貌*|职业|工作处所|是否外出|手机号码|备注"
    )
    fields = {**PEOPLE, "现居地址": "household.address", "工作处所": "resident.work", "手机号码": "resident.phones"}
    shown = {"姓名*": "name", "身份证号码*": "id_number", "手机号码": "phone"}
    rows = []
    for number in range(1, 4):
        given: list[Given] = [
            str(getattr(person(number), shown[label])) if label in shown else None for label in header.split("|")
        ]
        rows.append(Row(tuple(given)))
    return Book("多数栏空着", "二十五栏只填三栏", (Sheet("居民", (Table(header, fields, tuple(rows)),)),))


def _words_like_labels() -> Book:
    """Cells whose words are also names of columns: 小区 as a level."""
    header = "序号|登记日期|诉求内容|反映人|责任人|办理期限|办理结果|发生地点|办理层级|满意度|备注"
    fields = {
        "登记日期": "appeal.registered_on|appeal.moment",
        "诉求内容": "appeal.text",
        "反映人": "appeal.reporter",
        "责任人": "appeal.handler",
        "办理期限": "appeal.due_on",
        "办理结果": "appeal.outcome",
        "发生地点": "appeal.place",
        "办理层级": "appeal.level",
        "满意度": "appeal.satisfaction",
        "备注": "appeal.notes",
    }
    rows = tuple(
        Row((number, f"2026-11-{10 + number}", "楼道灯不亮", None, None, None, None, None, "小区", "满意", None))
        for number in range(1, 4)
    )
    return Book(
        "格里的词像栏名", "格里的词也是栏名：办理层级写“小区”", (Sheet("诉求", (Table(header, fields, rows),)),)
    )


def _thin_row() -> Book:
    """A list of many columns whose last row says little, two of its words beside each other as a label and a value."""
    fields = {
        "楼栋": "household.building",
        "网格": "household.grid",
        "户号": "household.number",
        "标签": "-",
        "登记日期": "appeal.registered_on|appeal.moment",
        "反映诉求事项": "appeal.title",
        "编号": "appeal.number",
        "诉求性质": "appeal.kind",
        "来源": "appeal.source",
        "诉求内容": "appeal.text",
        "诉求类别": "appeal.category",
        "一级分类": "appeal.category1",
        "反映人": "appeal.reporter",
        "涉及人数": "appeal.people",
        "紧急程度": "appeal.urgency",
        "办理层级": "appeal.level",
        "办理状态": "appeal.state",
        "办理期限": "appeal.due_on",
        "责任人": "appeal.handler",
        "办理结果": "appeal.outcome",
        "满意度": "appeal.satisfaction",
    }
    full = {"楼栋": "3", "标签": "老旧", "登记日期": "2026-11-11", "反映诉求事项": "楼道灯不亮", "诉求内容": "灯不亮"}
    full |= {"反映人": "谢玉兰", "涉及人数": "2", "办理状态": "待受理", "办理结果": "已报修", "满意度": "满意"}
    thin = {"楼栋": "3", "登记日期": "2026-11-12", "反映诉求事项": "电梯常停", "办理层级": "小区", "满意度": "满意"}
    rows = tuple(Row(tuple(known.get(label) for label in fields)) for known in (full, thin))
    return Book("末行很空", "末行只填五格，其中有“小区”", (Sheet("诉求", (Table("|".join(fields), fields, rows),)),))


def _address_alone() -> Book:
    """A whole address in one column, while the columns for its parts are there and stay blank."""
    header = "序号|房屋地址|楼栋|单元|房号|房屋类型|居住人数|备注"
    fields = {
        "房屋地址": "household.address",
        "楼栋": "household.building",
        "单元": "household.unit",
        "房号": "household.room",
        "房屋类型": "household.house_type",
        "居住人数": "household.population",
        "备注": "household.notes",
    }
    rows = []
    for number in range(1, 5):
        one = person(number)
        address = Cell(f"{ESTATE}{one.door}", door_fields(one, estate=ESTATE))
        parts = (one.building, one.unit, one.room) if number % 2 else (None, None, None)
        rows.append(Row((number, address, *parts, "自住", "2", None)))
    return Book(
        "住址全而分栏空", "住址写全，楼栋、单元、房号三栏空着", (Sheet("房屋", (Table(header, fields, tuple(rows)),)),)
    )


def _by_phone() -> Book:
    """A list of visits made by phone: 电话 is a way to visit there, and a column's name elsewhere."""
    header = "序号|走访日期|门牌|户主|走访方式|走访结果|走访人|走访记录|政策宣传|存在问题|处理措施|下次走访日期|备注"
    fields = {
        **VISITS,
        "走访方式": "visit.way",
        "走访结果": "visit.result",
        "政策宣传": "visit.told",
        "存在问题": "visit.problems",
        "处理措施": "visit.measures",
    }
    rows = []
    for number in range(1, 5):
        door = Cell(person(number).door, door_fields(person(number)))
        head = person(number).name if number % 2 else None
        rows.append(Row((number, f"2026-11-{10 + number}", door, head, "电话", "见面", *(None,) * 7)))
    return Book("电话走访", "走访方式写“电话”，多数栏空着", (Sheet("走访", (Table(header, fields, tuple(rows)),)),))


OTHERS = (
    _by_phone(),
    _address_alone(),
    _thin_row(),
    _sparse(),
    _words_like_labels(),
    _CONTACTS,
    _BUILDINGS,
    _RELIEF,
    _MONTHLY,
    _SLIP,
    _blanks(),
    _pages(),
    _two_homes(),
)
