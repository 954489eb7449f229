"""What can go wrong for a user: one class per situation, data in, a Chinese sentence with the way out."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class MinqingError(Exception):
    """A situation that a person can act on.

    ``code`` is stable and meant for programs; ``str(error)`` is the sentence for people. Everything that is
    not a ``MinqingError`` is a bug of ours.
    """

    code: ClassVar[str] = "error"


class LedgerError(MinqingError):
    """The account book's file cannot be used as asked."""

    code = "ledger"


class WrongPassword(LedgerError):
    code = "wrong_password"

    def __init__(self, path: Path) -> None:
        super().__init__(f"打不开“{path.name}”：密码不对，或者它不是民情账本的文件。请核对密码后再试；文件没有改动。")


class LedgerMissing(LedgerError):
    code = "ledger_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(f"找不到账本“{path}”。请核对位置；要新建账本，请用“新建账本”（minqing new）。")


class LedgerExists(LedgerError):
    code = "ledger_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path}”已经存在。为免覆盖，请换一个文件名，或先把它移走。")


class NewerLedger(LedgerError):
    code = "newer_ledger"

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"“{path.name}”是更新版本的程序建的（格式 {found}，本程序到 {known}）。请升级程序后再打开；文件没有改动。"
        )


class DamagedLedger(LedgerError):
    code = "damaged_ledger"

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}”已损坏，读不出来。请从备份恢复（minqing restore）；不要删除这个文件。")


class LedgerInUse(LedgerError):
    code = "ledger_in_use"

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}”正被另一个窗口使用。请先关闭那个窗口，再试一次；数据没有改动。")


class ReadOnlyLedger(LedgerError):
    code = "read_only_ledger"

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}”是只读的，改动存不进去。请把它复制到能写的位置（如“文档”）再打开。")


class DiskFull(LedgerError):
    code = "disk_full"

    def __init__(self, path: Path) -> None:
        super().__init__(f"磁盘空间不够，“{path.name}”没有改动。请腾出空间后再试一次。")


class DiskTrouble(LedgerError):
    code = "disk_trouble"

    def __init__(self, path: Path) -> None:
        super().__init__(f"读写“{path.name}”时磁盘出错。请检查 U 盘或硬盘是否接好，再打开账本；没有保存的改动要重做。")


class EmptyPassword(LedgerError):
    code = "empty_password"

    def __init__(self) -> None:
        super().__init__("账本必须有密码。请设一个记得住、别人猜不到的密码；密码忘了就打不开账本。")


class RecordInUse(LedgerError):
    code = "record_in_use"

    def __init__(self, label: str, count: int) -> None:
        super().__init__(f"“{label}”下面还有 {count} 条记录，不能单独删除。请先删除或改挂那些记录；账本没有改动。")


class StaleRecord(LedgerError):
    code = "stale_record"

    def __init__(self, record_id: str) -> None:
        super().__init__(f"记录 {record_id} 刚被改过，这里看到的是旧内容。请刷新后再改；填的内容没有丢。")
        self.record_id = record_id


class StepNotAllowed(MinqingError):
    code = "step_not_allowed"

    def __init__(self, action: str, state: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"“{state}”的诉求不能“{action}”，可以：{'、'.join(allowed)}。请刷新后再选；诉求没有改动。")


class RecordMissing(LedgerError):
    code = "record_missing"

    def __init__(self, record_id: str) -> None:
        super().__init__(f"账本里没有编号为“{record_id}”的记录。请核对编号，或用姓名、门牌查找。")


class NothingToUndo(LedgerError):
    code = "nothing_to_undo"

    def __init__(self) -> None:
        super().__init__("没有可以撤销的改动。")


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
        super().__init__(f"“{path.name}”设了打开密码。请在 WPS 里取消密码另存一份后再试；账本没有改动。")


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


class TooManyRows(SheetError):
    code = "too_many_rows"

    def __init__(self, rows: int, limit: int) -> None:
        super().__init__(f"一张表放不下 {rows:,} 行（最多 {limit:,} 行）。请按时段分几次导出；账本没有改动。")


class BadForm(SheetError):
    code = "bad_form"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"表样{f'“{name}”' if name else ''}不能用：{why}。请改好表样文件后再试。")


class NoTable(SheetError):
    code = "no_table"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"“{path.name}”里没有可以导入的表：{why}。请核对是不是选错了文件；账本没有改动。")


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
        super().__init__(f"{label}被表格软件当成了数字，末几位已经丢失，找不回来。请把这一格设为“文本”后对照证件重填")


class BadPhone(CellError):
    code = "bad_phone"

    def __init__(self, masked: str, why: str) -> None:
        super().__init__(f"电话 {masked} {why}。请补全，或留空")


class MaskedValue(CellError):
    code = "masked_value"

    def __init__(self) -> None:
        super().__init__("这里是遮掩过的号码，不能当作新号码。请写全，或保持原样")


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


class UsageError(MinqingError):
    """The command line was used in a way that cannot be carried out."""

    code = "usage"


class UnknownField(UsageError):
    code = "unknown_field"

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        super().__init__(f"“{kind}”没有“{name}”这一栏。可用的有：{'、'.join(known)}")


class UnknownKind(UsageError):
    code = "unknown_kind"

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"没有“{name}”这种记录。可用的有：{'、'.join(known)}")


class NoPassword(UsageError):
    code = "no_password"

    def __init__(self) -> None:
        super().__init__(
            "没有账本的密码。请在终端里运行，或把密码放进环境变量 MINQING_PASSWORD，或用 --password-file 指明密码文件。"
        )


class PasswordsDiffer(UsageError):
    code = "passwords_differ"

    def __init__(self) -> None:
        super().__init__("两次输入的密码不一样，账本没有建。请再来一次。")


class PasswordFileTrouble(UsageError):
    code = "password_file"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"密码文件“{path}”{why}。请核对后再试；账本没有改动。")


class BrokenRules(MinqingError):
    """What was filled in for a record breaks rules; ``broken`` pairs each field's name with what is wrong."""

    code = "broken_rules"

    def __init__(self, broken: list[tuple[str, str, CellError]]) -> None:
        self.broken = broken
        texts = ((label, str(error)) for _, label, error in broken)
        sentences = (text if label in text else f"“{label}”：{text}" for label, text in texts)
        super().__init__("；".join(sentences) + "。账本没有改动。")


class CannotWrite(MinqingError):
    """A file that leaves the book cannot be put where it was wanted."""

    code = "cannot_write"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"存不进“{path}”：{why}。请处理后再试，或换一个位置；账本没有改动。")


class NothingToPrint(MinqingError):
    code = "nothing_to_print"

    def __init__(self, why: str) -> None:
        super().__init__(f"没有要打印的登记表：{why}。没有生成文件。")


class FontMissing(MinqingError):
    """No font of this computer can write Chinese, so nothing can be put on paper."""

    code = "font_missing"

    def __init__(self) -> None:
        super().__init__(
            "电脑里没有能印中文的字体。请装上“思源黑体”和“思源宋体”（Noto Sans CJK SC、Noto Serif CJK SC）后重开程序；"
            "Windows 上请核对“微软雅黑”和“宋体”还在。没有生成文件。"
        )


class NoScreen(MinqingError):
    code = "no_screen"

    def __init__(self) -> None:
        super().__init__("这里没有可用的屏幕，打不开窗口。请在桌面上运行，或用命令行办事（minqing --help）。")
