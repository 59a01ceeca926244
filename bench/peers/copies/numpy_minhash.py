"""MinHash of 64 and LSH of 16 bands by 4 rows in numpy and dictionaries, as datasketch does it: SHA-1 of each shingle, one affine
permutation a place modulo the Mersenne prime 2^61 - 1, bytes of each band as a key. datasketch itself is not in Debian."""
import struct
import sys
from hashlib import sha1
from pathlib import Path

from common import line, median, need

(np,) = need("numpy")
PLACES, BANDS, ROWS, POSTS = 64, 16, 4, 4000
PRIME, MOST = np.uint64((1 << 61) - 1), np.uint64((1 << 32) - 1)

posts = []
with open(Path(sys.argv[1]) / "copies.bin", "rb") as file:
    while len(posts) < POSTS and (head := file.read(4)):
        count = struct.unpack("<i", head)[0]
        posts.append(["%x" % word for word in struct.unpack(f"<{count}Q", file.read(8 * count))])

random = np.random.RandomState(1)
a = random.randint(1, (1 << 61) - 1, PLACES, dtype=np.uint64)
b = random.randint(0, (1 << 61) - 1, PLACES, dtype=np.uint64)


def signature(words):
    shingles = {" ".join(words[i:i + 3]) for i in range(len(words) - 2)}
    hashes = np.array([struct.unpack("<I", sha1(s.encode()).digest()[:4])[0] for s in shingles], dtype=np.uint64)
    permuted = np.bitwise_and((hashes[:, None] * a + b) % PRIME, MOST)
    return permuted.min(axis=0)


def place_all():
    bands = [{} for _ in range(BANDS)]
    signatures = []
    for post, words in enumerate(posts):
        mark = signature(words)
        keys = [mark[i * ROWS:(i + 1) * ROWS].byteswap().tobytes() for i in range(BANDS)]
        near = set()
        for band, key in zip(bands, keys):
            near.update(band.get(key, ()))
        best = max(((signatures[n] == mark).mean() for n in near), default=0)
        signatures.append(mark)
        for band, key in zip(bands, keys):
            band.setdefault(key, []).append(post)
    return best


line("numpy MinHash, as datasketch does it", POSTS, median(POSTS, place_all, 3), "64 places, 16 bands of 4; shingles, signatures, query and insertion")
