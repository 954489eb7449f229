"""What can go wrong with a sheet or a form as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minqing.errors.base import MinqingError


class SheetError(MinqingError):
    """A spreadsheet file cannot be read."""

    code = "sheet"


class UnreadableSheet(SheetError):
    code = "unreadable_sheet"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"读不了“{path.name}”：{why}。请用 WPS 打开它，另存为 .xlsx 后再试；账本没有改动。")


class EncryptedSheet(SheetError):
    code = "encrypted_sheet"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}”设了打开密码。请在终端里运行，会问密码；或把密码放在环境变量 MINQING_SHEET_PASSWORD；"
            "或在 WPS 里取消密码另存一份后再试。账本没有改动。"
        )


class SheetTooBig(SheetError):
    code = "sheet_too_big"

    def __init__(self, path: Path, megabytes: int) -> None:
        super().__init__(
            f"“{path.name}”展开后有 {megabytes} MB，不像正常的表格，没有打开。请核对来源，或分成几个文件。"
        )


class EmptySheet(SheetError):
    code = "empty_sheet"

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}”里没有内容。请核对是不是选错了文件；账本没有改动。")


class SheetFileMissing(SheetError):
    code = "sheet_file_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(f"找不到表格“{path}”。请核对文件名和位置，再试一次；账本没有改动。")


class WorksheetMissing(SheetError):
    code = "worksheet_missing"

    def __init__(self, path: Path, name: str, known: list[str]) -> None:
        super().__init__(f"“{path.name}”里没有叫“{name}”的工作表。有的是：{'、'.join(known)}。")


class WrongSheetPassword(EncryptedSheet):
    code = "wrong_sheet_password"

    def __init__(self, path: Path) -> None:
        SheetError.__init__(self, f"“{path.name}”的打开密码不对。请向发表格的人核对后再试；账本没有改动。")


class UnknownForm(SheetError):
    code = "unknown_form"

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"没有叫“{name}”的表样。可用的有：{'、'.join(known)}。")


class NothingToTake(SheetError):
    code = "nothing_to_take"

    def __init__(self, files: int) -> None:
        super().__init__(
            f"选的 {files} 个文件里没有一张可以并入的表：读不了，或是别处的。请一份一份打开看原因；账本没有改动。"
        )


class TooManyRows(SheetError):
    code = "too_many_rows"

    def __init__(self, rows: int, limit: int) -> None:
        super().__init__(f"一张表放不下 {rows:,} 行（最多 {limit:,} 行）。请按时段分几次导出；账本没有改动。")


class BadForm(SheetError):
    code = "bad_form"

    def __init__(self, name: str, why: str, *, taught: bool = False) -> None:
        """``taught``: the form is just being made from a blank sheet, and does not come out of a file."""
        self.why = why
        way = "请改正后再保存，账本没有改动" if taught else "请改好表样文件后再试"
        super().__init__(f"表样{f'“{name}”' if name else ''}不能用：{why}。{way}。")


@dataclass(frozen=True, slots=True)
class Offered:
    """One way in which an unsure sheet may be read: its name, what each row would be, how many columns fit, why."""

    name: str
    each: str
    fitting: int
    columns: int
    why: str

    def __str__(self) -> str:
        return (
            f"{self.name}（{self.each}，{self.columns} 栏认得 {self.fitting} 栏{f'：{self.why}' if self.why else ''}）"
        )


class UnsureForm(SheetError):
    """A sheet may be read in several ways that would make different records; somebody must say which.

    ``layout`` is what the sheet's layout goes by, under which the answer can be given and remembered.
    """

    code = "unsure_form"

    def __init__(self, path: Path, sheet: str, layout: str, candidates: tuple[Offered, ...]) -> None:
        self.path, self.sheet, self.layout, self.candidates = path, sheet, layout, candidates
        offers = "".join(f"\n  {one}" for one in candidates)
        super().__init__(
            f"拿不准“{path.name}”的工作表“{sheet}”该按什么读，可以是：{offers}\n"
            f"请指定一个，如 --form {candidates[0].name}；导入后会记住，以后同样的表不再问。账本没有改动。"
        )


class CannotLearn(SheetError):
    code = "cannot_learn"

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}。请改好后再试；账本没有改动。")


class FormNameTaken(SheetError):
    code = "form_name_taken"

    def __init__(self, name: str, shipped: str) -> None:
        super().__init__(f"“{name}”是程序自带的表样{f'“{shipped}”的别名' if name != shipped else ''}。请换一个名称。")


class NoTable(SheetError):
    code = "no_table"

    def __init__(self, path: Path, why: str) -> None:
        self.why = why
        super().__init__(f"“{path.name}”里没有可以导入的表：{why}。请核对是不是选错了文件；账本没有改动。")
