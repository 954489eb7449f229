"""Histories of a world: generated as plain data, so that hypothesis can shrink what breaks a law, and then lived."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from minqing.forms.library import form_named
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.hands import Handling, handled, handlings
from tests.exchange.worlds import (
    FORMS,
    FREE,
    OFFICE,
    Desk,
    Letter,
    World,
    check_agreement,
    check_entered,
    hold,
)
from tests.quick_keys import keys_derived_once

PASSWORD = "守口如瓶"
ODD = ("", "换灯", "=1+1", "第一行\n第二行", "007", "１２３", "-", "无需", "1.0", "合计", "𠮷家")


@dataclass(frozen=True)
class Edit:
    """Somebody changes a value: the record and the field are counted round."""

    desk: int
    record: int
    field: int
    odd: int


@dataclass(frozen=True)
class Add:
    """Somebody enters a visit, an appeal or a person."""

    desk: int
    kind: int
    home: int


@dataclass(frozen=True)
class Move:
    """A visit, an appeal or a person turns out to belong to another household."""

    desk: int
    record: int
    home: int


@dataclass(frozen=True)
class Send:
    """A sheet goes from a laptop to the office, or back; ``at_once`` it arrives before anything else happens.

    ``other`` than 0: not to the office, but to the laptop that many places on.
    """

    laptop: int
    up: bool
    form: int
    at_once: bool
    choices: tuple[int, ...]
    other: int = 0


@dataclass(frozen=True)
class Take:
    """One of the sheets on the way arrives, perhaps once more; what is never taken was lost."""

    letter: int
    choices: tuple[int, ...]


@dataclass(frozen=True)
class Hand:
    """Somebody edits a sheet on the way in another program; it goes back to its writer, or on."""

    letter: int
    back: bool
    handling: Handling


Step = Edit | Add | Move | Send | Take | Hand


@dataclass(frozen=True)
class History:
    """How many laptops, whether they had met the office before, which forms go round, what happens, how it ends."""

    laptops: int
    met: bool
    forms: tuple[str, ...]
    steps: tuple[Step, ...]
    ending: tuple[int, ...]


some = st.integers(0, 11)
answers = st.lists(st.integers(0, 2), min_size=1, max_size=3).map(tuple)
steps = st.one_of(
    st.builds(Edit, some, some, some, some),
    st.builds(Edit, some, st.integers(0, 2), st.integers(0, 1), st.just(1)),
    st.builds(Add, some, some, some),
    st.builds(Move, some, some, some),
    st.builds(Send, some, st.booleans(), some, st.booleans(), answers),
    st.builds(Send, some, st.booleans(), some, st.booleans(), answers, st.integers(1, 3)),
    st.builds(Take, some, answers),
    st.builds(Hand, some, st.booleans(), handlings),
)
histories = st.builds(
    History,
    st.sampled_from((2, 2, 2, 2, 3, 3, 4, 5)),
    st.booleans(),
    st.sampled_from([*((form,) for form in FORMS), *((form,) for form in FORMS), FORMS[:2], FORMS[::2]]),
    st.lists(steps, min_size=2, max_size=9).map(tuple),
    st.lists(st.integers(0, 1), min_size=1, max_size=3).map(tuple),
)


def live(history: History) -> None:
    """Let it happen; raises Broken where a law does not hold."""
    with world_of(history.laptops, met=history.met) as world:
        for step in history.steps:
            do(world, history, step)
        finish(world, history)


def do(world: World, history: History, step: Step) -> None:
    """Let one thing happen; one that cannot be (no sheet is on its way yet) does not."""
    match step:
        case Edit():
            _edit(world, history, step)
        case Add():
            _add(world, step)
        case Move():
            _move(world, history, step)
        case Send():
            _sent(world, history, step)
        case Take() if world.letters:
            world.take(world.letters[step.letter % len(world.letters)], step.choices)
        case Hand() if world.letters:
            letter = world.letters[step.letter % len(world.letters)]
            world.letters.append(handled(world, letter, step.handling, back=step.back))


def finish(world: World, history: History) -> None:
    """Everyone exchanges twice with the office; then all agree, and nothing was lost."""
    for last in (False, True):
        for up in (True, False):
            choices = (1,) if last and not up else history.ending
            for form in history.forms:
                letters = [_send(world, laptop, up, form) for laptop in range(world.office)]
                for letter in letters:
                    wrong = [row.problems for row in world.take(letter, choices).rows if row.problems]
                    hold(not wrong, "what another book wrote, and nobody touched, is no error", wrong)
    for form in history.forms:
        check_agreement(world.desks, form)
    for desk in world.desks:
        check_entered(desk)
        assert desk.ledger.check() == [], desk.name


def _send(world: World, laptop: int, up: bool, form: str) -> Letter:
    sides = (laptop, world.office) if up else (world.office, laptop)
    return world.send(*sides, form)


def _edit(world: World, history: History, step: Edit) -> None:
    desk = step.desk % len(world.desks)
    fields = [one for form in history.forms for one in FREE[form]]
    model, name = fields[step.field % len(fields)]
    records: Sequence[Record] = world.desks[desk].ledger.records(model)
    if records:
        odd = ODD[step.odd % len(ODD)]
        text = f"{odd}{world.fresh()}" if odd else ""
        record = sorted(records, key=lambda one: one.id)[step.record % len(records)]
        if record.show(name) != text:
            world.enter(desk, record, name, text)


def _move(world: World, history: History, step: Move) -> None:
    desk = step.desk % len(world.desks)
    ledger = world.desks[desk].ledger
    subjects = {form_named(form).subject for form in history.forms}
    records = [one for model in (Visit, Appeal, Resident) if model.KIND in subjects for one in ledger.records(model)]
    homes = sorted(one.id for one in ledger.records(Household))
    if records and homes:
        record = sorted(records, key=lambda one: one.id)[step.record % len(records)]
        home = homes[step.home % len(homes)]
        if home != getattr(record, "household", ""):
            world.enter(desk, record, "household", home)


def _add(world: World, step: Add) -> None:
    desk = step.desk % len(world.desks)
    homes = world.desks[desk].ledger.records(Household)
    if not homes:
        return
    home, number = homes[step.home % len(homes)].id, world.fresh()
    day = date(2026, 11, 1) + timedelta(days=number % 28)
    made: tuple[Record, ...] = (
        Visit(household=home, visited_on=day, visitors=("罗×",), result="见面", said=f"说{number}"),
        Appeal(household=home, registered_on=day, title=f"事{number}", text=f"文{number}", state="办理中"),
        Resident(household=home, name=f"新人{number}", notes=f"记{number}"),
    )
    world.add(desk, made[step.kind % len(made)])


def _sent(world: World, history: History, step: Send) -> None:
    laptop = step.laptop % world.office
    other = (laptop + step.other) % world.office
    ends = (laptop, world.office if other == laptop else other)
    letter = world.send(*(ends if step.up else ends[::-1]), history.forms[step.form % len(history.forms)])
    if step.at_once:
        world.take(letter, step.choices)


@contextmanager
def world_of(laptops: int, *, met: bool) -> Iterator[World]:
    """Copies of the books of a world as it was made once, opened, in a folder of their own."""
    with keys_derived_once(), TemporaryDirectory(dir=_QUICK) as folder, ExitStack() as stack:
        template = _template(laptops, met=met)
        names = names_of(laptops)
        for name in names:
            shutil.copy(template / f"{name}.mqb", folder)
        books = [stack.enter_context(Ledger.open(Path(folder) / f"{name}.mqb", PASSWORD)) for name in names]
        yield World(Path(folder), [Desk(name, book) for name, book in zip(names, books, strict=True)])


def names_of(laptops: int) -> list[str]:
    """What the desks are called, the office last."""
    return [*(f"助理{number}" for number in range(1, laptops + 1)), OFFICE]


_QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None
_TEMPLATES: dict[tuple[int, bool], Path] = {}
_HELD = ExitStack()


def _template(laptops: int, *, met: bool) -> Path:
    """A folder with the closed books of a world."""
    found = _TEMPLATES.get((laptops, met))
    if found is None:
        found = Path(_HELD.enter_context(TemporaryDirectory(prefix="minqing-laws-")))
        with ExitStack() as stack:
            desks = []
            for place, name in enumerate(names_of(laptops)):
                profile = Profile(owner=name, street="新光路街道", community="生活桥社区")
                book = stack.enter_context(Ledger.create(found / f"{name}.mqb", PASSWORD, profile))
                desks.append(Desk(name, book))
                if name != OFFICE:
                    _furnish(book, place)
            if met:
                meet(World(found, desks))
        _TEMPLATES[laptops, met] = found
    return found


def meet(world: World) -> None:
    """Everyone tells the office everything, and the office tells everyone."""
    for up in (True, False):
        for form in FORMS:
            for laptop in range(world.office):
                sides = (laptop, world.office) if up else (world.office, laptop)
                world.take(world.send(*sides, form), (1,))


def _furnish(book: Ledger, place: int) -> None:
    with book.change("建档") as tx:
        home = tx.add(Household(estate="生活桥小区", building=str(place + 1), unit="2", room="501", situation="三人"))
        name, phone = ("谢玉兰", "韦国强", "范立新", "欧阳×", "王五")[place], f"1690000010{place}"
        tx.add(Resident(household=home.id, name=name, relation="户主", phones=(phone,)))
        day = date(2026, 11, 15 + place)
        visit = tx.add(Visit(household=home.id, visited_on=day, visitors=("罗×",), result="见面", said="都好"))
        tx.add(Appeal(household=home.id, visit=visit.id, registered_on=day, title="灯不亮", state="办理中"))
