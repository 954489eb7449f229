"""Phone and identity numbers in free text are hidden; other numbers are not."""

from __future__ import annotations

import pytest

from minqing.records.masking import mask_numbers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("请致电13800000107", "请致电138****0107"),
        ("老伴 138 0000 0107，儿子139-0000-0108", "老伴 138****0107，儿子139****0108"),
        ("座机028-85550107，或02885550107", "座机028-****0107，或028****0107"),
        ("电话：85550107", "电话：****0107"),
        ("证号990101194912310417。", "证号9901**********0417。"),
        ("99010119491231041x有误", "9901**********041x有误"),
        (
            "工单 20261119000123456 号，3栋1单元502，欠 1200.50 元",
            "工单 20261119000123456 号，3栋1单元502，欠 1200.50 元",
        ),
        ("自 20261119 起停水", "自 20261119 起停水"),
        ("楼道灯不亮", "楼道灯不亮"),
        ("", ""),
    ],
)
def test_only_numbers_of_people_are_hidden(text: str, shown: str) -> None:
    assert mask_numbers(text) == shown
