"""What can be wrong with one cell or one field."""

from __future__ import annotations

from minqing.errors.base import MinqingError


class CellError(MinqingError):
    """One value breaks a rule; the rest of its row goes on. The sentence names cause and cure, not the place."""

    code = "cell"


class BadDate(CellError):
    code = "bad_date"

    def __init__(self, text: str, why: str = "") -> None:
        super().__init__(f"日期无法识别：{text}{f'（{why}）' if why else ''}。请写成 2026-11-19 的样子")


class BadTime(CellError):
    code = "bad_time"

    def __init__(self, text: str) -> None:
        super().__init__(f"时间无法识别：{text}。请写成 15:20 的样子")


class BadIdNumber(CellError):
    code = "bad_id_number"

    def __init__(self, masked: str, why: str) -> None:
        super().__init__(f"身份证号 {masked} {why}。请对照证件改正，或留空")


class LostDigits(CellError):
    code = "lost_digits"

    def __init__(self, label: str) -> None:
        how = "对照证件重填" if "证" in label else "向本人问清重填"
        super().__init__(f"{label}被表格软件当成了数字，末几位已经丢失，找不回来。请把这一格设为“文本”后{how}")


class BadPhone(CellError):
    code = "bad_phone"

    def __init__(self, masked: str, why: str) -> None:
        super().__init__(f"电话 {masked} {why}。请补全，或留空")


class FailedFormula(CellError):
    code = "failed_formula"

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}”是公式出错的结果，不是内容。请在表里改成正确的内容再导入")


class CutOff(CellError):
    code = "cut_off"

    def __init__(self) -> None:
        super().__init__("“####”是栏太窄时显示的样子，原来的内容没有存下来。请在原表里拉宽这一栏，再另存一次")


class MaskedValue(CellError):
    code = "masked_value"

    def __init__(self) -> None:
        super().__init__("这里是遮掩过的号码，不能当作新号码。请写全，或保持原样")


class MaskedElsewhere(CellError):
    """Another book hides part of a number that is not the one here."""

    code = "masked_elsewhere"

    def __init__(self, text: str) -> None:
        super().__init__(f"来表的“{text}”打了码，和本机的号码对不上，看不全。请向对方问清完整号码，再在本机改")


class BadChoice(CellError):
    code = "bad_choice"

    def __init__(self, label: str, text: str, known: list[str]) -> None:
        super().__init__(f"“{label}”里没有“{text}”这一项。可填：{'、'.join(known)}")


class BadNumber(CellError):
    code = "bad_number"

    def __init__(self, label: str, text: str) -> None:
        super().__init__(f"“{label}”应是整数，现在是“{text}”。请只写数字")


class MissingValue(CellError):
    code = "missing_value"

    def __init__(self, label: str) -> None:
        super().__init__(f"“{label}”没有填。请补上")


class BadOrder(CellError):
    code = "bad_order"

    def __init__(self, later: str, earlier: str) -> None:
        super().__init__(f"“{later}”早于“{earlier}”。请核对这两个日期")


class TooLong(CellError):
    code = "too_long"

    def __init__(self, label: str, limit: int) -> None:
        super().__init__(f"“{label}”超过 {limit} 个字。请写短一些，其余写到备注")


class TooMany(CellError):
    code = "too_many"

    def __init__(self, label: str, limit: int) -> None:
        super().__init__(f"“{label}”最多填 {limit}。请核对这个数")
