"""Sets pages with Typst: a shipped template and text in, a PDF, SVG pages or pictures out, all of it in memory."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal, cast

from minqing.errors import FontMissing
from resources import resource

if TYPE_CHECKING:
    import typst

SANS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "Microsoft YaHei UI",
    "HarmonyOS Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "DengXian",
    "SimHei",
    "Droid Sans Fallback",
)
SERIF = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "SimSun",
    "NSimSun",
    "Songti SC",
    "STSong",
    "FangSong",
    "AR PL UMing CN",
)
MONO = ("Noto Sans Mono CJK SC", "Consolas", "Menlo", "DejaVu Sans Mono", "Liberation Mono")
RARE = ("SimSun-ExtB", "MingLiU-ExtB", "HanaMinB")
"""Hold the characters of names that the common fonts lack; they come last in every list."""

BOLD_WEIGHT = 600
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
Format = Literal["pdf", "svg", "png"]


@dataclass(frozen=True)
class FontChoice:
    """Families that this computer has, the best first; ``bold`` says whether the serif one has a bold cut."""

    sans: tuple[str, ...]
    serif: tuple[str, ...]
    mono: tuple[str, ...]
    bold: bool


@functools.cache
def system_fonts() -> typst.Fonts:
    """The fonts of this computer, looked for once per run of the program."""
    import typst

    return typst.Fonts(include_embedded_fonts=False)


def choose_fonts(fonts: typst.Fonts) -> FontChoice:
    """Choose the families to print with from `fonts`.

    Raises:
        FontMissing: none of them can write Chinese.
    """
    families = set(fonts.families())
    sans, serif, mono, rare = (tuple(name for name in names if name in families) for names in (SANS, SERIF, MONO, RARE))
    if not sans and not serif and not _writes_chinese(fonts):
        raise FontMissing
    serif_or_sans = serif or sans or SERIF
    weights = [font.weight for font in fonts.fonts() if font.family == serif_or_sans[0]]
    return FontChoice(
        sans=(sans or serif or SANS) + rare,
        serif=serif_or_sans + rare,
        mono=mono + (sans or serif or SANS) + rare,
        bold=any(weight >= BOLD_WEIGHT for weight in weights),
    )


def _writes_chinese(fonts: typst.Fonts) -> bool:
    """Whether any font, known by name or not, has the glyphs: two characters that look the same are two blanks."""
    page = _compile("入户".encode(), "svg", {}, fonts=fonts)[0].decode()
    return len(set(re.findall(r'href="(#g\w+)"', page))) > 1


def clean(text: str) -> str:
    """`text` as it can stand on one line of paper: line breaks, tabs and invisible signs become single spaces.

    Characters of names that only some fonts know, even private ones, stay.
    """
    if text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(" " if unicodedata.category(sign) in _INVISIBLE else sign for sign in whole).split())


def typeset(
    template: str,
    to: Format,
    *,
    data: object,
    forms: bytes | None = None,
    dots_per_inch: float = 96,
) -> list[bytes]:
    """Set `data` with the template ``resources/print/<template>``.

    The template gets `data` as JSON in ``sys.inputs.data`` and never as markup, the chosen families in
    ``sys.inputs.fonts`` and, if given, the PDF `forms` to print upon in ``sys.inputs.forms``.

    Returns:
        One item for a PDF, otherwise one item per page.

    Raises:
        FontMissing: no font of this computer can write Chinese.
    """
    fonts = system_fonts()
    inputs = {"data": _json(data), "fonts": _json(asdict(choose_fonts(fonts)))}
    if forms is not None:
        inputs["forms"] = _json(list(forms))
    return _compile(resource("print", template).read_bytes(), to, inputs, fonts=fonts, dots_per_inch=dots_per_inch)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _compile(
    source: bytes, to: Format, inputs: Mapping[str, str], *, fonts: typst.Fonts, dots_per_inch: float = 96
) -> list[bytes]:
    import typst

    compiler = typst.Compiler(input=source, root=resource("print"), font_paths=fonts)
    made = compiler.compile(format=to, ppi=dots_per_inch, sys_inputs=dict(inputs), pdf_tags=False)
    return [made] if isinstance(made, bytes) else list(cast("Iterable[bytes]", made))
