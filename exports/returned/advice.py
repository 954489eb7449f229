"""What a sender is told of a sheet of which something was not taken in: what is wrong, and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from minqing.exchange.partners.roll import RollEntry, Standing


@dataclass(frozen=True, slots=True)
class Advice:
    """What is wrong and what to do; ``again`` is whether the sheet has to be handed in once more."""

    wrong: str
    way: str
    again: bool = True


_LOCKED = "在 WPS 里打开这份表，取消打开密码，另存一份再交；或者另外把密码告诉收表的人"
_FORM = "核对是不是选错了文件；请用发下去的空表填，表头不要删改，填好再交一次"
_UNREADABLE: Final[Mapping[str, Advice]] = {
    "encrypted_sheet": Advice("文件设了打开密码，我们打不开，里面的内容一行也没有收", _LOCKED),
    "wrong_sheet_password": Advice("文件的打开密码和说好的不一样，我们打不开，一行也没有收", _LOCKED),
    "empty_sheet": Advice("文件里没有内容", "核对是不是选错了文件，把填好的表再交一次"),
    "no_table": Advice("里面没有我们认得的表", _FORM),
    "unsure_form": Advice("看不出是哪一种表", _FORM),
    "sheet_too_big": Advice("文件大得不像一份表，没有打开", "只留要交的工作表和行，另存一份再交"),
}
_BROKEN = Advice(
    "文件打不开，可能没有传完或者坏了，里面的内容一行也没有收",
    "在自己电脑上打开原来的表，另存为 .xlsx 再交一次；自己也打不开的，请重新导出一份",
)


def advice_on(one: RollEntry) -> Advice | None:
    """What to say of a sheet as a whole; None where there is nothing, whatever its rows are."""
    match one.standing:
        case Standing.NEW:
            return None
        case Standing.UNREADABLE:
            return _UNREADABLE.get(one.code, _BROKEN)
        case Standing.REPEATED:
            return Advice(one.why, "不用再交；如果本来要交的是另一份，请核对后补交", again=False)
        case Standing.OLD if one.taken:
            way = "在这一份上改过的已经收了，不用再交；以后请在最新的一份上改"
            return Advice("不是最新的一份，后来导出的已经收过", way, again=False)
        case Standing.OLD:
            way = "只在这一份上改过的内容，请改到最新的一份里再交；没有改过就不用再交"
            return Advice("不是最新的一份：同时交来了后来导出的一份，按那一份收，这一份没有收", way)
        case Standing.ELSEWHERE:
            way = f"请交给{one.place}；如果是表头写错了，改正街道、社区后再交"
            said = "已按说好的收下" if one.taken else "不归我们收，没有收"
            return Advice(f"表头写的是{one.place}，{said}", way, again=not one.taken)
