"""SQLite FTS5 without its own copy of the texts: posts inserted in one transaction of a thousand after another, into a file."""
import sqlite3
import sys
import tempfile
from pathlib import Path

from common import line, lines, median

posts = lines(Path(sys.argv[1]) / "posts.txt")
with tempfile.TemporaryDirectory() as place:
    path = Path(place) / "index.db"

    def insert():
        path.unlink(missing_ok=True)
        database = sqlite3.connect(path)
        database.execute("pragma journal_mode=wal")
        database.execute("create virtual table post using fts5(words, content='', tokenize='unicode61 remove_diacritics 0')")
        for start in range(0, len(posts), 1000):
            database.executemany("insert into post(rowid, words) values (?, ?)", enumerate(posts[start:start + 1000], start + 1))
            database.commit()
        database.close()

    cost = median(len(posts), insert, 3)
    line("SQLite FTS5", len(posts), cost, f"bytes={path.stat().st_size / len(posts):.0f}; contentless, a thousand posts a transaction")
