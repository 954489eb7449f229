"""The doors of a building as a table in walking order, beside the elevation."""

from __future__ import annotations

from minqing.work.elevation import Door, State
from ui.widgets.elevation_model import tags_of
from ui.widgets.elevation_paint import STATE_LOOKS
from ui.widgets.paint import FOREGROUND, Badge, Look, Tone
from ui.widgets.table import Column, RecordTable

_TONES = {theme_ink: tone for tone, theme_ink in FOREGROUND.items()}


def door_table() -> RecordTable[Door]:
    """The table; several rows can be selected."""
    return RecordTable(_COLUMNS, name="本栋的门", key=lambda door: door.key, many=True)


def _state(door: Door) -> Badge:
    look = STATE_LOOKS[door.state]
    return Badge(door.state_word, _TONES.get(look.ink, Tone.NEUTRAL), look.shape, Look.STATE)


def _people(door: Door) -> int:
    return sum(len(home.file.living) for home in door.homes)


def _last(door: Door) -> str:
    if door.days is None:
        return ""
    return "今天" if door.days == 0 else f"{door.days} 天前"


def _reasons(door: Door) -> str:
    return "、".join(dict.fromkeys(reason for home in door.homes if home.due for reason in home.due.reasons))


def _appeals(door: Door) -> Badge | None:
    return Badge(str(len(door.open_appeals)), Tone.BAD, "", Look.COUNT) if door.open_appeals else None


_COLUMNS: tuple[Column[Door], ...] = (
    Column("门牌", lambda door: door.door or door.number, width=118),
    Column("户主", lambda door: door.name, width=92, strong=lambda door: door.state is not State.UNKNOWN),
    Column("状态", lambda door: door.state_word, width=92, badge=_state,
           sort=lambda door: list(State).index(door.state)),
    Column("上次见面", _last, width=80, align="right", sort=lambda door: door.days),
    Column("人口", lambda door: str(_people(door) or ""), width=52, align="center", sort=_people),
    Column("人群和房屋", lambda door: "、".join(word for _, word, _ in tags_of(door)), width=150,
           badge=lambda door: [Badge(word, tone) for _, word, tone in tags_of(door)][:2] or None),
    Column("走访提醒", _reasons, stretch=1, muted=True),
    Column("诉求", lambda door: str(len(door.open_appeals) or ""), width=50, align="center", badge=_appeals,
           sort=lambda door: len(door.open_appeals)),
)  # fmt: skip
