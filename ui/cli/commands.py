"""The commands by name: where each lives and what it is for; nothing is imported before it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command: module and function under ``ui.cli``, what follows its name, and what it does."""

    module: str
    function: str
    usage: str
    purpose: str


COMMANDS: Mapping[str, Command] = {
    "demo": Command("book_commands", "demo", "BOOK [--households N] [--seed S]", "建一本样本账本"),
    "new": Command("book_commands", "new", "BOOK --owner NAME --street S --community C", "新建空账本"),
    "import": Command(
        "import_command",
        "import_sheets",
        "BOOK FILE... [--form F] [--sheet S] [--partner P] [--dry-run] [--on-conflict park|ours|theirs]"
        " [--rejects FILE|FOLDER]",
        "导入表格",
    ),
    "export": Command(
        "export_command",
        "export",
        "BOOK FORM --to FILE [--week 2026-W47 | --from D --until D | --all] [--partner P] [--masked]",
        "按表样导出表格",
    ),
    "deadline": Command("deadline_command", "deadline", "BOOK [FORM] [RULE]", "看或定各种表的交表日"),
    "print": Command(
        "print_command", "print_sheets", "BOOK --to FILE.pdf [--building B] [--due] [--household ID]", "排印走访登记表"
    ),
    "find": Command("find_commands", "find", "BOOK TEXT", "按姓名、拼音、电话、门牌或编号查找"),
    "show": Command("find_commands", "show", "BOOK ID", "看一条记录"),
    "list": Command("find_commands", "list_records", "BOOK KIND", "列出一种记录"),
    "due": Command("work_commands", "due", "BOOK [--on DATE]", "该走访谁"),
    "stats": Command("work_commands", "stats", "BOOK [--week W | --from D --until D]", "统计数字"),
    "add": Command("edit_commands", "add", "BOOK KIND FIELD=VALUE...", "录入一条记录"),
    "set": Command("edit_commands", "set_fields", "BOOK ID FIELD=VALUE...", "改一条记录"),
    "duplicates": Command("join_commands", "duplicates", "BOOK", "找可能重复登记的人和户"),
    "join": Command(
        "join_commands",
        "join",
        "BOOK KEEP GONE [--take FIELD=gone]... [--head ID] [--people]",
        "把两人或两户合并成一个",
    ),
    "history": Command("history_commands", "history", "BOOK [--id ID]", "看改动历史"),
    "undo": Command("history_commands", "undo", "BOOK [CHANGE]", "撤销一次改动"),
    "forms": Command("form_commands", "forms", "[BOOK] [--save NAME --to FILE.mqform | --forget NAME]", "列出表样"),
    "learn": Command(
        "learn_command",
        "learn",
        "BOOK FILE --name NAME [--sheet S] [--header 5,6] [--rows 7-30] [--set LETTER=FIELD]... [--cell B3={street}]..."
        " [--mask LETTER]... [--dry-run] [--to FILE.mqform]",
        "学会单位的空表（套用表样）",
    ),
    "check": Command("book_commands", "check", "BOOK", "检查账本是否完好"),
    "backup": Command("book_commands", "backup", "BOOK [--to DIR]", "备份账本"),
    "restore": Command("book_commands", "restore", "BACKUP --to BOOK", "从备份恢复成一本账本"),
}
