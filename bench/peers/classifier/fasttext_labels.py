"""fastText supervised on the classifier's parts: pairs of words, letter runs of 3 to 5."""
import sys
import tempfile
from pathlib import Path

from common import line, lines, median, need, rows

(fasttext,) = need("fasttext")
fasttext.FastText.eprint = lambda *_: None
folder = Path(sys.argv[1])
posts = lines(folder / "posts.txt")[:2000]
scores = []
for name in ("scam", "mood"):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.writelines(f"__label__{label} {text.lower()}\n" for label, text in rows(folder / f"classifier-{name}-train.tsv"))
        file.flush()
        model = fasttext.train_supervised(file.name, wordNgrams=2, minn=3, maxn=5, dim=16, epoch=25, lr=0.5, bucket=1 << 18, thread=1, verbose=0)
    test = rows(folder / f"classifier-{name}-test.tsv")
    labels, _ = model.predict([text.lower() for _, text in test])
    scores.append(f"{name}={sum(l[0] == '__label__' + t[0] for l, t in zip(labels, test)) / len(test):.4f}")
line("fastText supervised", len(posts), median(len(posts), lambda: model.predict(posts)), f"{' '.join(scores)}; dim 16, 25 epochs, one thread")
