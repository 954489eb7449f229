"""居民 resident: a person of a household; relation words keep their original text beside the GB/T 4761 code."""

from __future__ import annotations

from typing import ClassVar

from minqing.errors import BadIdNumber
from minqing.records.base import Breach, Record
from minqing.records.fields import Privacy, field
from minqing.records.id_number import birth_of, mask_id_number, sex_of
from minqing.records.relation import is_head, relation_code
from minqing.records.values import Kind

_GONE = frozenset({"已搬离", "去世"})


class Resident(Record):
    """居民: ``birth`` is an ISO date that may lack its day or month."""

    KIND: ClassVar[str] = "resident"
    LETTER: ClassVar[str] = "R"
    LABEL: ClassVar[str] = "居民"

    household: str = field("所在家庭", Kind.REF, to="household")
    name: str = field(
        "姓名",
        aliases=("居民姓名", "人员姓名", "户主姓名", "老人姓名", "户主", "人员名称", "服务对象名字"),
        required=True,
        limit=50,
    )
    relation: str = field("与户主关系", aliases=("关系", "家庭关系", "户主和与户主关系", "与其他人员关系"))
    sex: str = field("性别", Kind.CHOICE, codes="sex")
    birth: str = field("出生日期", Kind.PARTIAL, aliases=("出生年月", "出生年月日", "生日"))
    id_number: str = field(
        "身份证号",
        Kind.ID_NUMBER,
        aliases=("身份证号码", "公民身份号码", "身份证", "证件号码", "户主身份证号", "户主身份证号码"),
        privacy=Privacy.MASKED,
    )
    phones: tuple[str, ...] = field(
        "联系电话",
        Kind.PHONES,
        aliases=(
            "电话",
            "联系方式",
            "手机",
            "手机号",
            "手机号码",
            "联系手机",
            "户主联系方式",
            "住宅电话",
            "固定电话",
            "家庭电话",
            "本人电话",
            "移动电话",
        ),
        privacy=Privacy.MASKED,
    )
    former_name: str = field("曾用名")
    ethnic: str = field("民族", Kind.CHOICE, codes="ethnic")
    education: str = field("文化程度", Kind.CHOICE, codes="education", aliases=("学历",))
    political: str = field("政治面貌", Kind.CHOICE, codes="political")
    marital: str = field("婚姻状况", Kind.CHOICE, codes="marital")
    work: str = field("工作单位", aliases=("工作单位或就读学校", "服务处所", "从业及地址", "工作处所", "工作/学习情况"))
    occupation: str = field("职业", aliases=("职业或身份", "就业状态"))
    health: str = field("健康状况", Kind.CHOICE, codes="health")
    household_register: str = field(
        "户口类别", Kind.CHOICE, codes="household_register", aliases=("户籍性质", "户口性质", "户口类型")
    )
    register_address: str = field(
        "户籍地址", aliases=("户籍详址", "户籍地", "户籍详细地址", "户籍所在地", "户籍门(楼)详址")
    )
    native_place: str = field("籍贯")
    religion: str = field("宗教信仰")
    blood_type: str = field("血型")
    care_groups: tuple[str, ...] = field(
        "重点人群", Kind.MANY, codes="care_group", aliases=("重点类别", "人员类别", "人群类别", "重点人群类别")
    )
    status: str = field("居住状态", Kind.CHOICE, codes="resident_status", aliases=("人员状态", "居住状况"))
    moved_on: str = field("搬离日期", Kind.PARTIAL, aliases=("迁出日期",))
    died_on: str = field("死亡日期", Kind.PARTIAL, aliases=("死亡时间",))
    notes: str = field("备注", Kind.LONG)

    @property
    def relation_code(self) -> str | None:
        """GB/T 4761 code of the relation word, None for words outside the table."""
        return relation_code(self.relation)

    @property
    def is_head(self) -> bool:
        """Whether this is the 户主."""
        return is_head(self.relation)

    @property
    def lives_here(self) -> bool:
        """Whether this person still belongs to the household: neither moved away nor dead."""
        return self.status not in _GONE and not self.died_on

    @property
    def sex_known(self) -> str:
        """Sex as entered, else as the ID number says (GB 11643)."""
        return self.sex or (sex_of(self.id_number) if self.id_number else "")

    @property
    def birth_known(self) -> str:
        """Birth date as entered, else as the ID number says (GB 11643)."""
        return self.birth or (birth_of(self.id_number).isoformat() if self.id_number else "")

    def breaches(self) -> list[Breach]:
        found = super().breaches()
        if self.id_number:
            shown = mask_id_number(self.id_number)
            if self.sex in {"男", "女"} and self.sex != sex_of(self.id_number):
                found.append(
                    Breach("id_number", BadIdNumber(shown, f"表示{sex_of(self.id_number)}，和性别“{self.sex}”不符"))
                )
            if self.birth and not birth_of(self.id_number).isoformat().startswith(self.birth):
                found.append(Breach("id_number", BadIdNumber(shown, "里的生日和出生日期不符")))
        return found
