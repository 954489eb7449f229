"""力量 contact: 兼职委员, 网格员, 楼栋长, 物业 and others who can be called upon."""

from __future__ import annotations

from typing import ClassVar

from minqing.records.base import Record
from minqing.records.fields import Privacy, field
from minqing.records.values import Kind


class Contact(Record):
    """力量: a person or a desk that helps, with organisation, post and phone."""

    KIND: ClassVar[str] = "contact"
    LETTER: ClassVar[str] = "C"
    LABEL: ClassVar[str] = "力量"

    name: str = field("姓名", required=True)
    role: str = field("身份", Kind.CHOICE, codes="contact_role", aliases=("类别", "兼职职务"))
    organisation: str = field("单位", aliases=("所在单位", "组织名称", "所在单位及职务"))
    post: str = field("职务", aliases=("党内职务",))
    phones: tuple[str, ...] = field("联系电话", Kind.PHONES, aliases=("电话", "联系方式"), privacy=Privacy.MASKED)
    term: str = field("任期")
    area: str = field("负责范围", aliases=("网格", "楼栋"))
    notes: str = field("备注", Kind.LONG)
