"""The .ts file: every text with its English, in the form that Qt Linguist edits and lrelease compiles."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from resources import resource
from ui.translation import CONTEXT, escaped, sentence

TS = resource("translations", "minqing_en.ts")
QM = resource("translations", "minqing_en.qm")
SENTENCES = resource("translations", "sentences.txt")


def read_ts(path: Path = TS) -> dict[str, str]:
    """English by source, of the finished translations; also of texts that the program no longer says."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") != "unfinished" and translation.text:
            found[message.findtext("source", "")] = translation.text
    return found


def write_ts(sources: Sequence[str], english: Mapping[str, str], path: Path = TS) -> None:
    """Write ``sources`` in this order; translations of texts that vanished are kept at the end, marked so."""
    root = ElementTree.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source in (*sources, *sorted(english.keys() - set(sources))):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = english.get(source, "")
        if source not in sources:
            translation.set("type", "vanished")
        elif source not in english:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")


def sentences_of(sources: Sequence[str]) -> str:
    """The texts with places for values, which the program must recognise, one a line."""
    return "".join(f"{escaped(source)}\n" for source in sources if sentence(source) is not None)


def compile_ts(sources: Sequence[str], *, ts: Path = TS, qm: Path = QM, sentences: Path = SENTENCES) -> None:
    """Make the .qm of the .ts with Qt's lrelease, and the list of sentences; raises CalledProcessError."""
    folder = Path(PySide6.__file__).parent
    program = next(path for path in (folder / "lrelease", folder / "lrelease.exe") if path.exists())
    subprocess.run([str(program), "-silent", "-nounfinished", str(ts), "-qm", str(qm)], check=True)
    sentences.write_text(sentences_of(sources), encoding="utf-8", newline="\n")
