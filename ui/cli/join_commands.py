"""The commands about records entered twice: duplicates, join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from minqing.actions.field_join import EXTRA, Choices, How, Line, Side, differing
from minqing.actions.joining import following, join_households, join_residents, members_in_both
from minqing.errors import CannotJoin, UnknownField, UsageError
from minqing.exchange.matching.duplicates import likely_duplicates
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from minqing.records.catalogue import attribute_named
from minqing.records.household import Household
from minqing.records.resident import Resident
from ui.cli.items import Item, item_of, kind_label, labels_of, lines_of, record_named
from ui.cli.opening import open_book
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import Answer, say, table

Keep = Annotated[str, typer.Argument(metavar="KEEP", help="留下的记录的编号（居民或家庭）")]
Gone = Annotated[str, typer.Argument(metavar="GONE", help="并进去的记录的编号；以后这个编号也指留下的那条")]
Take = Annotated[
    list[str] | None,
    typer.Option("--take", metavar="FIELD=gone", help="这一栏用 GONE 的内容；不写就用 KEEP 的，空栏补上；可以写几次"),
]
Head = Annotated[str, typer.Option("--head", metavar="ID", help="两户都有户主时，谁是户主；不写就是 KEEP 的户主")]
People = Annotated[bool, typer.Option("--people", help="两户都登记了的人（身份证号或姓名相同）也合并成一个")]


@dataclass(frozen=True)
class _Difference:
    field: str
    keep: str
    gone: str
    taken: str


@dataclass(frozen=True)
class _Joined(Item):
    gone: str
    change: int
    moved: str
    differences: tuple[_Difference, ...]


@dataclass(frozen=True)
class _Pair:
    kind: str
    first: str
    second: str
    labels: tuple[str, str]
    reasons: tuple[str, ...]
    sure: bool


@dataclass(frozen=True)
class _Pairs:
    pairs: tuple[_Pair, ...]


def duplicates(*, book: Book, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """List the residents and households that are likely entered twice, with the reasons."""
    with open_book(book, password_file) as ledger:
        found = likely_duplicates(ledger)
        labels = labels_of(
            ledger, ledger.get_many({one for pair in found for one in (pair.first, pair.second)}).values()
        )
    pairs = tuple(
        _Pair(one.kind, one.first, one.second, (labels[one.first], labels[one.second]), one.reasons, one.sure)
        for one in found
    )
    rows = [
        (kind_label(one.first), f"{one.first} {one.labels[0]}", f"{one.second} {one.labels[1]}", "，".join(one.reasons))
        for one in pairs
    ]
    lines = list(table(rows)) if rows else ["没有像是重复登记的人和户。"]
    if rows:
        lines.append(f"共 {len(rows):,} 对，可能是同一人或同一户。合并：minqing join {book} 留下的编号 并入的编号")
    return say(Answer(_Pairs(pairs), lines), as_json=as_json)


def join(
    *,
    book: Book,
    keep: Keep,
    gone: Gone,
    take: Take = None,
    head: Head = "",
    people: People = False,
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Join two residents or two households into one; undo takes it back."""
    with open_book(book, password_file) as ledger:
        kept, lost = record_named(ledger, keep), record_named(ledger, gone)
        choices = _choices(type(kept), take or [])
        lines = differing(kept, lost) if type(kept) is type(lost) else ()
        moved = following(ledger, lost).text
        label = labels_of(ledger, [lost])[lost.id]
        changes = _joined(ledger, kept, lost, choices, head=head, people=people)
        record = ledger.get(kept.id)
        said = [*lines_of(record, labels_of(ledger, [record])[record.id])]
    differences = tuple(_difference(one, choices) for one in lines)
    said += _told(lost, label, moved, [one for one in differences if one.taken == Side.KEEP])
    said.append(f"撤销：minqing undo {book} {changes.id}")
    item = item_of(record)
    answer = _Joined(
        item.id, item.kind, item.revision, item.fields, item.extra, lost.id, changes.id, moved, differences
    )
    return say(Answer(answer, said), as_json=as_json)


def _joined(ledger: Ledger, keep: Record, gone: Record, choices: Choices, *, head: str, people: bool) -> Changes:
    match keep, gone:
        case Household(), Household():
            same = members_in_both(ledger, keep, gone) if people else []
            chosen = record_named(ledger, head).id if head else ""
            return join_households(ledger, keep=keep, gone=gone, choices=choices, head=chosen, people=same)
        case Resident(), Resident():
            return join_residents(ledger, keep=keep, gone=gone, choices=choices)
        case _ if type(keep) is type(gone):
            raise CannotJoin(f"{keep.LABEL}不能合并，只有居民和家庭可以")
        case _:
            raise CannotJoin(f"一条是{keep.LABEL}，一条是{gone.LABEL}")


def _choices(model: type[Record], take: Sequence[str]) -> Choices:
    """What ``--take`` says; a name that is no field is a column of a sheet only with its prefix."""
    found: dict[str, Side] = {}
    for pair in take:
        name, _, side = pair.rpartition("=")
        if side not in set(Side) or not name.strip():
            raise UsageError(f"“{pair}”应写成 栏名=gone 或 栏名=keep，如 联系电话=gone。")
        if name.startswith(EXTRA):
            found[name] = Side(side)
            continue
        attribute = attribute_named(model, name.strip())
        if attribute is None:
            raise UnknownField(model.LABEL, name, [one.label for one in model.attributes().values()])
        found[attribute.name] = Side(side)
    return found


def _difference(line: Line, choices: Choices) -> _Difference:
    chosen = choices.get(line.attribute)
    taken = "both" if line.how is How.UNITED and chosen is None else (chosen or line.side).value
    return _Difference(line.attribute, line.keep, line.gone, taken)


def _told(gone: Record, label: str, moved: str, declined: Sequence[_Difference]) -> list[str]:
    lines = [f"已并入：{gone.LABEL} {label}（{gone.id}）。{f'{moved}一起过来了。' if moved else ''}"]
    if declined:
        names = [attribute.label if (attribute := gone.attributes().get(one.field)) else one.field for one in declined]
        lines.append(f"没有用另一条的：{'、'.join(names)}；原来的内容在历史里。")
    return lines
