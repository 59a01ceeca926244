"""The pipeline as it is usually built in Python: json, NFKC, lid.176, MinHash and LSH in numpy, a thousand phrases by pyahocorasick, one
label by scikit-learn, sqlite3. Batches of 256 posts wherever a library takes many at once."""
import json
import re
import sqlite3
import struct
import sys
import tempfile
import time
import unicodedata
from hashlib import sha1
from pathlib import Path

from common import line, lines, need, rows

np, fasttext, ahocorasick, _ = need("numpy", "fasttext", "ahocorasick", "sklearn")
from sklearn.feature_extraction.text import HashingVectorizer  # noqa: E402
from sklearn.linear_model import SGDClassifier  # noqa: E402

export, folder = sys.argv[1], Path(sys.argv[2])
BATCH, PLACES, BANDS, ROWS = 256, 64, 16, 4
PRIME, MOST = np.uint64((1 << 61) - 1), np.uint64((1 << 32) - 1)
WORD = re.compile(r"\w+")

fasttext.FastText.eprint = lambda *_: None
language = fasttext.load_model(str(next(folder.glob("npm/node_modules/fasttext.wasm.js/**/lid.176.ftz"))))
phrases = ahocorasick.Automaton()
for number, phrase in enumerate(lines(folder / "phrases-1000.txt")):
    phrases.add_word(f" {phrase} ", number)
phrases.make_automaton()
vectors = HashingVectorizer(n_features=1 << 18, ngram_range=(1, 2))
train = rows(folder / "classifier-scam-train.tsv")
label = SGDClassifier(loss="log_loss", random_state=1).fit(vectors.transform([text for _, text in train]), [name for name, _ in train])
random = np.random.RandomState(1)
a = random.randint(1, (1 << 61) - 1, PLACES, dtype=np.uint64)
b = random.randint(0, (1 << 61) - 1, PLACES, dtype=np.uint64)
bands = [{} for _ in range(BANDS)]


def place(post, words):
    shingles = {" ".join(words[i:i + 3]) for i in range(len(words) - 2)}
    if not shingles:
        return post
    hashes = np.array([struct.unpack("<I", sha1(s.encode()).digest()[:4])[0] for s in shingles], dtype=np.uint64)
    mark = np.bitwise_and((hashes[:, None] * a + b) % PRIME, MOST).min(axis=0)
    story = post
    for i, band in enumerate(bands):
        story = min(story, band.setdefault(mark[i * ROWS:(i + 1) * ROWS].tobytes(), post))
    return story


with tempfile.TemporaryDirectory() as where:
    database = sqlite3.connect(Path(where) / "posts.db")
    database.execute("pragma journal_mode=wal")
    database.execute("create table post (id integer primary key, day text, words text, language text, story integer, hits integer, label text)")
    database.execute("create index story on post (story)")
    start = time.process_time()
    with open(export, encoding="utf-8") as file:
        messages = [m for m in json.load(file)["messages"] if m["type"] == "message"]
    for at in range(0, len(messages), BATCH):
        some = messages[at:at + BATCH]
        texts = ["".join(part["text"] for part in m["text_entities"]).replace("\n", " ") for m in some]
        folded = [unicodedata.normalize("NFKC", text).lower() for text in texts]
        words = [WORD.findall(text) for text in folded]
        languages, _ = language.predict(texts)
        labels = label.predict(vectors.transform(folded))
        database.executemany("insert into post values (?, ?, ?, ?, ?, ?, ?)", [
            (m["id"], m["date"], text, code[0][9:] if code else "", place(m["id"], own), sum(1 for _ in phrases.iter(f" {' '.join(own)} ")), found)
            for m, text, own, code, found in zip(some, texts, words, languages, labels)])
        database.commit()
    spent = time.process_time() - start
line("Python reference pipeline", len(messages), spent / len(messages) * 1e6, "one run; json, NFKC, lid.176, numpy MinHash, pyahocorasick, scikit-learn, sqlite3")
