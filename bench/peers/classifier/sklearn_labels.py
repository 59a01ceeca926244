"""scikit-learn's word model: hashed words and pairs into logistic regression by stochastic gradient descent."""
import sys
from pathlib import Path

from common import line, lines, median, need, rows

need("sklearn")
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer  # noqa: E402
from sklearn.linear_model import SGDClassifier  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402

folder = Path(sys.argv[1])
posts = lines(folder / "posts.txt")[:2000]
for says, options in (("words", {"ngram_range": (1, 2)}), ("letters", {"analyzer": "char_wb", "ngram_range": (3, 5)})):
    scores = []
    for name in ("scam", "mood"):
        train, test = (rows(folder / f"classifier-{name}-{part}.tsv") for part in ("train", "test"))
        model = make_pipeline(HashingVectorizer(n_features=1 << 18, **options), TfidfTransformer(), SGDClassifier(loss="log_loss", random_state=1))
        model.fit([text for _, text in train], [label for label, _ in train])
        scores.append(f"{name}={model.score([text for _, text in test], [label for label, _ in test]):.4f}")
    line(f"scikit-learn, {says}", len(posts), median(len(posts), lambda: model.predict(posts)), " ".join(scores))
