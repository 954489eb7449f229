"""What can be wrong with what was asked for, and with where it should go."""

from __future__ import annotations

from pathlib import Path

from minqing.errors.base import MinqingError
from minqing.errors.cells import CellError


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


class BadDueRule(UsageError):
    code = "bad_due_rule"

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}”不像交表日。请写成 每周五、次周一、每月25日、次月5日、期满后3天 的样子，"
            "或“不设”“默认”；账本没有改动。"
        )


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


class UnsureBuilding(UsageError):
    code = "unsure_building"

    def __init__(self, called: str, names: list[str]) -> None:
        super().__init__(f"叫“{called}”的楼栋不止一个：{'、'.join(names)}。请连小区一起写。")


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


class NobodyReported(UsageError):
    code = "nobody_reported"

    def __init__(self, form: str) -> None:
        super().__init__(f"这个时段还没有收到过谁的“{form}”，没有可以回复的。请先导入交来的表，或换一个时段。")
