"""Thousands of generated histories in one go, from a seed: what broke, and the smallest history that breaks it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.exchange.histories import History, histories, live


@dataclass
class Tally:
    """How many histories were lived, and by law (or error) how many broke it and the smallest of them."""

    lived: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    smallest: dict[str, tuple[History, str]] = field(default_factory=dict)

    def note(self, history: History, error: Exception) -> None:
        """One more that broke something."""
        law = f"{type(error).__name__} {error}".split(":", maxsplit=1)[0][:100]
        self.broken[law] += 1
        known = self.smallest.get(law)
        if known is None or size_of(history) < size_of(known[0]):
            self.smallest[law] = (history, str(error)[:2000])


def size_of(history: History) -> tuple[int, int, int]:
    """By what one history is smaller than another."""
    return len(history.steps), history.laptops, len(history.forms)


def live_many(times: int, number: int) -> Tally:
    """Live ``times`` histories that follow from the seed ``number``; what breaks is noted, nothing is raised."""
    tally = Tally()

    @seed(number)
    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(histories)
    def lived(history: History) -> None:
        tally.lived += 1
        try:
            live(history)
        except Exception as error:
            tally.note(history, error)

    lived()
    return tally
