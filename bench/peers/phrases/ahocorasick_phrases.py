"""pyahocorasick over tokens.txt, with the same blanks around every phrase."""
import sys
from pathlib import Path

from common import line, lines, median, need

(ahocorasick,) = need("ahocorasick")
folder = Path(sys.argv[1])
posts = lines(folder / "tokens.txt")[:5000]
for count in (10000, 1000):
    machine = ahocorasick.Automaton()
    for number, phrase in enumerate(lines(folder / f"phrases-{count}.txt")):
        machine.add_word(f" {phrase} ", number)
    machine.make_automaton()
    hits = 0

    def look():
        global hits
        hits = sum(1 for post in posts for _ in machine.iter(post))

    cost = median(len(posts), look)
    line(f"pyahocorasick, {count} phrases", len(posts), cost, f"{hits} hits in {len(posts)} posts")
