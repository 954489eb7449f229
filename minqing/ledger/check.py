"""Is the book sound: pages, references, journal against records, search index against records."""

from __future__ import annotations

from collections.abc import Iterator

from minqing.ledger import attachments, search_index
from minqing.ledger.codecs import layout_of
from minqing.ledger.connection import Connection, quote
from minqing.ledger.reading import rows_by_id
from minqing.ledger.tables import RECORDS
from minqing.records.catalogue import kind_of

_JOURNALLED = "SELECT record, sum((action = 'a') - (action = 'r')) FROM journal WHERE action <> 'u' GROUP BY record"
_LAST_EDITS = "SELECT record, field, after, max(change) FROM journal WHERE action = 'u' GROUP BY record, field"
_LAST_ADDS = "SELECT record, max(change) FROM journal WHERE action = 'a' GROUP BY record HAVING count(*) > 1"


def problems(connection: Connection) -> Iterator[str]:
    """One Chinese sentence per problem; nothing when the book is sound."""
    broken = [row[0] for row in connection.query("PRAGMA cipher_integrity_check")]
    if broken:
        yield f"文件有 {len(broken)} 处读不出来：磁盘可能坏了。请从备份恢复。"
        return
    broken = [row[0] for row in connection.query("PRAGMA integrity_check") if row[0] != "ok"]
    if broken:
        yield f"文件结构有 {len(broken)} 处错误。请从备份恢复。"
        return
    dangling = connection.query("PRAGMA foreign_key_check")
    if dangling:
        yield f"有 {len(dangling)} 条记录指向账本里没有的记录。"
    yield from _journal_problems(connection)
    yield from _index_problems(connection)
    if count := attachments.broken(connection):
        yield f"有 {count} 个附件的内容读不出来，或找不到所属的家庭。"


def _journal_problems(connection: Connection) -> Iterator[str]:
    journalled = {record for record, standing in connection.query(_JOURNALLED) if standing == 1}
    stored = {row[0] for table in RECORDS.values() for row in connection.query(f"SELECT id FROM {quote(table.name)}")}
    if stored - journalled:
        yield f"有 {len(stored - journalled)} 条记录在历史里没有来历。"
    if journalled - stored:
        yield f"历史里有 {len(journalled - stored)} 条记录，账本里却没有。"
    edits = connection.query(_LAST_EDITS)
    added_again = dict(connection.query(_LAST_ADDS))
    rows = rows_by_id(connection, {row[0] for row in edits})
    wrong = 0
    for record, field, after, change in edits:
        model = kind_of(record)
        if model is None or record not in rows or change < added_again.get(record, 0):
            continue
        place = layout_of(model).place
        wrong += field in place and rows[record][place[field]] != after
    if wrong:
        yield f"有 {wrong} 个字段和历史里最后一次改动不一致。"


def _index_problems(connection: Connection) -> Iterator[str]:
    indexed = {row[0] for row in connection.query("SELECT id FROM search_docsize")}
    wanted = {
        search_index.row_of(row[0])
        for model in search_index.INDEXED
        for row in connection.query(f"SELECT id FROM {quote(model.KIND)}")
    }
    if wanted - indexed:
        yield f"有 {len(wanted - indexed)} 条记录搜索不到。"
    if indexed - wanted:
        yield f"搜索里有 {len(indexed - wanted)} 条账本里没有的记录。"
