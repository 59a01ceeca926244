"""SQLite FTS5 over the claims, ranked by BM25, the words of a question joined by OR."""
import re
import sqlite3
import sys
from pathlib import Path

from common import line, lines, median, rows

folder = Path(sys.argv[1])
database = sqlite3.connect(":memory:")
database.execute("create virtual table claim using fts5(words, content='', tokenize='unicode61 remove_diacritics 0')")
database.executemany("insert into claim(rowid, words) values (?, ?)", enumerate(lines(folder / "claims.txt"), 1))
questions = rows(folder / "questions.tsv")
timed = questions[:60]


def ask(words):
    match = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", words)))
    return [row[0] - 1 for row in database.execute("select rowid from claim where claim match ? order by rank limit 10", (match,))]


found = sum(int(claim) in ask(words) for claim, words in questions)
cost = median(len(timed), lambda: [ask(words) for _, words in timed], 3)
line("SQLite FTS5", len(timed), cost, f"recall={found / len(questions):.4f}; SQLite {sqlite3.sqlite_version}, in memory")
