"""lid.176 of fastText, its labels restricted to the 24 languages of the texts; timed as it is, for its first label."""
import sys
from collections import defaultdict
from pathlib import Path

from common import line, lines, median, need, rows

(fasttext,) = need("fasttext")
folder = Path(sys.argv[1])
models = sorted(folder.glob("npm/node_modules/fasttext.wasm.js/**/lid.176.ftz"))
if not models:
    print("skip: npm's fasttext.wasm.js, which ships lid.176.ftz, is not installed; see bench/peers/install", file=sys.stderr)
    sys.exit(0)
fasttext.FastText.eprint = lambda *_: None
model = fasttext.load_model(str(models[0]))
texts = rows(folder / "language.tsv")
known = {"__label__" + code for _, code, _ in texts}
right, all_ = defaultdict(int), defaultdict(int)
for part in range(0, len(texts), 1000):
    some = texts[part:part + 1000]
    labels, _ = model.predict([text for _, _, text in some], k=176)
    for (kind, code, _), names in zip(some, labels):
        best = next((name for name in names if name in known), "")
        all_[kind] += 1
        right[kind] += best == "__label__" + code
scores = " ".join(f"{kind}={right[kind] / all_[kind]:.4f}" for kind in all_)
sentences = [text for kind, _, text in texts if kind == "sentence"]
posts = lines(folder / "posts.txt")[:2000]
post = median(len(posts), lambda: model.predict(posts))
line("fastText lid.176.ftz", len(sentences), median(len(sentences), lambda: model.predict(sentences)),
     f"{scores} post_us={post:.1f}; restricted to the 24 languages; many texts a call through Debian's Python binding")
