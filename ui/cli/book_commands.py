"""The commands about the book as a whole: demo, new, check, backup, restore."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from minqing.errors import LedgerExists, LedgerMissing, UsageError
from minqing.ledger import Ledger, Profile
from minqing.ledger import restore as restore_backup
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.cli.opening import open_book, password_for
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import NEEDS_A_PERSON, Answer, say

Households = Annotated[int, typer.Option(metavar="N", help="多少户，1 到 20000 的整数，默认 480")]
Seed = Annotated[int, typer.Option(metavar="S", help="种子，整数；同一个种子总是同一本样本")]
Owner = Annotated[str, typer.Option(metavar="NAME", help="谁的账本：姓名")]
Street = Annotated[str, typer.Option(metavar="S", help="街道，如 新光路街道")]
Community = Annotated[str, typer.Option(metavar="C", help="社区，如 生活桥社区")]
Estate = Annotated[str, typer.Option(metavar="E", help="小区，如 生活桥小区")]
Phone = Annotated[str, typer.Option(metavar="P", help="账本主人的联系电话")]
ToFolder = Annotated[Path | None, typer.Option("--to", metavar="DIR", help="放备份的文件夹，默认在账本旁边")]
ToBook = Annotated[Path, typer.Option("--to", metavar="BOOK", help="恢复成哪个文件，必须还不存在")]
Backup = Annotated[Path, typer.Argument(metavar="BACKUP", help="备份文件（.mqb）")]

_MOST = 20_000


@dataclass(frozen=True)
class _Made:
    book: str
    code: str
    households: int
    residents: int
    visits: int
    appeals: int


@dataclass(frozen=True)
class _Problems:
    problems: tuple[str, ...]


@dataclass(frozen=True)
class _File:
    file: str


@dataclass(frozen=True)
class _Restored:
    book: str
    backup: str


def demo(
    *,
    book: Book,
    households: Households = 480,
    seed: Seed = 47,
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Make a sample book."""
    from minqing.actions.sample import create_sample

    if not 1 <= households <= _MOST:
        raise UsageError(f"样本账本的户数应在 1 到 {_MOST:,} 之间，现在是 {households}。")
    if book.exists():
        raise LedgerExists(book)
    with create_sample(book, password_for(password_file, new=True), households=households, seed=seed) as ledger:
        made = _contents(ledger)
    numbers = f"{made.households} 户、{made.residents} 人、{made.visits} 次走访、{made.appeals} 件诉求"
    lines = [f"已建样本账本“{book}”：{numbers}。里面的人和事都是编的。", f"打开：minqing {book}"]
    return say(Answer(made, lines), as_json=as_json)


def new(
    *,
    book: Book,
    owner: Owner,
    street: Street,
    community: Community,
    estate: Estate = "",
    phone: Phone = "",
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Make an empty book."""
    for name, text in (("--owner", owner), ("--street", street), ("--community", community)):
        if not text.strip():
            raise UsageError(f"{name} 不能是空的。")
    profile = Profile(
        owner=owner.strip(),
        street=street.strip(),
        community=community.strip(),
        estate=estate.strip(),
        phone=phone.strip(),
    )
    with _created(book, password_file, profile) as ledger:
        made = _contents(ledger)
    lines = [f"已建账本“{book}”（{owner}，{street}{community}）。密码忘了就打不开，请记牢。"]
    return say(Answer(made, lines), as_json=as_json)


def check(*, book: Book, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Say whether the book is sound."""
    with open_book(book, password_file) as ledger:
        problems = tuple(ledger.check())
        files, size = sum(ledger.attachments.counts().values()), ledger.attachments.stored
    lines = [f"发现 {len(problems)} 个问题：", *problems] if problems else ["账本完好。"]
    lines += [f"附件 {files:,} 个，占 {size / (1 << 20):.1f} MB。"] if files else []
    return say(Answer(_Problems(problems), lines, NEEDS_A_PERSON if problems else 0), as_json=as_json)


def backup(*, book: Book, to: ToFolder = None, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Write an encrypted copy of the book."""
    with open_book(book, password_file) as ledger:
        made = ledger.backup(to)
    lines = [f"已备份到“{made}”，密码和账本相同。", f"恢复：minqing restore {made} --to 新账本.mqb"]
    return say(Answer(_File(str(made)), lines), as_json=as_json)


def restore(*, backup: Backup, to: ToBook, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Make a book out of a backup."""
    if not backup.is_file():
        raise LedgerMissing(backup)
    if to.exists():
        raise LedgerExists(to)
    restore_backup(backup, to, password_for(password_file))
    lines = [f"已从“{backup.name}”恢复成“{to}”，密码和备份时相同。备份还在原处。"]
    return say(Answer(_Restored(str(to), str(backup)), lines), as_json=as_json)


def _created(book: Path, password_file: Path | None, profile: Profile) -> Ledger:
    if book.exists():
        raise LedgerExists(book)
    return Ledger.create(book, password_for(password_file, new=True), profile)


def _contents(ledger: Ledger) -> _Made:
    return _Made(
        book=str(ledger.path),
        code=ledger.code,
        households=ledger.count(Household),
        residents=ledger.count(Resident),
        visits=ledger.count(Visit),
        appeals=ledger.count(Appeal),
    )
