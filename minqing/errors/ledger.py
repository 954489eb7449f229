"""What can go wrong with an account book and its records."""

from __future__ import annotations

from pathlib import Path

from minqing.errors.base import MinqingError


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


class BackupNotWritten(LedgerError):
    code = "backup_not_written"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"备份写不进文件夹“{folder.name}”。请看它是否还在、是否写保护，或者备份到别处（如 U 盘）；账本没有改动。"
        )


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


class AttachmentError(LedgerError):
    """A file cannot be kept with a household."""

    code = "attachment"


class AttachmentTooBig(AttachmentError):
    code = "attachment_too_big"

    def __init__(self, name: str, size: int, most: int) -> None:
        megabytes = 1 << 20
        super().__init__(
            f"“{name}”有 {size / megabytes:.1f} MB，附件每个最多 {most // megabytes} MB。请先压缩或分成几份再添加。"
        )


class AttachmentsFull(AttachmentError):
    code = "attachments_full"

    def __init__(self, most: int, days: int) -> None:
        super().__init__(
            f"账本里的附件已接近上限 {most >> 20} MB，放不下这一个。请先另存并删掉用不到的附件"
            f"（删掉的要过 {days} 天才腾出地方）；其他内容没有变化。"
        )


class AttachmentKindUnknown(AttachmentError):
    code = "attachment_kind"

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”不是能存的文件。可以存照片（JPG、PNG 等）和 PDF、Word、Excel、WPS、文本文件。")


class EmptyAttachment(AttachmentError):
    code = "attachment_empty"

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”是空的，里面没有内容。请核对后重新选择。")


class AttachmentUnreadable(AttachmentError):
    code = "attachment_unreadable"

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}”打不开，可能正被别的程序占用，或已经移走。请核对后再试；没有添加任何附件。")


class AttachmentMissing(AttachmentError):
    code = "attachment_missing"

    def __init__(self) -> None:
        super().__init__("这个附件已经删除。用“撤销”可以找回最近删除的附件。")


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


class CannotJoin(LedgerError):
    code = "cannot_join"

    def __init__(self, why: str) -> None:
        super().__init__(f"不能合并：{why}。请核对两个编号；账本没有改动。")


class NothingToRestore(LedgerError):
    code = "nothing_to_restore"

    def __init__(self) -> None:
        super().__init__("这次改动没有动过这一栏，没有可以改回的内容。请刷新后再看一遍历史；账本没有改动。")


class VisitNotRestorable(LedgerError):
    code = "visit_not_restorable"

    def __init__(self, why: str) -> None:
        super().__init__(f"这次走访不能恢复：{why}。请刷新后再看一遍历史；账本没有改动。")


class NothingToUndo(LedgerError):
    code = "nothing_to_undo"

    def __init__(self, change: int | None = None) -> None:
        which = f"没有第 {change} 号改动，或者它已经撤销了。改动的号码见改动历史" if change else "没有可以撤销的改动"
        super().__init__(f"{which}。")


class BuildingExists(LedgerError):
    code = "building_exists"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}栋已经有了。可以改它的单元和层数，或换个名称后保存。")
