"""What the Python peers share: lines of a file, the CPU time of a run, and the form of a line for the table."""
import sys
import time

RUNS = 3


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().split("\n")[:-1]


def rows(path):
    return [line.split("\t") for line in lines(path)]


def median(items, run, runs=RUNS):
    """CPU microseconds an item, the median of the runs after one to warm up."""
    run()
    costs = []
    for _ in range(runs):
        before = time.process_time()
        run()
        costs.append((time.process_time() - before) / items * 1e6)
    return sorted(costs)[len(costs) // 2]


def line(name, items, cost, note):
    print(f"{name}\t{items}\t{cost:.3f}\t{note}", flush=True)


def need(*modules):
    """Imports what Debian's packages bring, or says what is missing and ends."""
    try:
        return [__import__(module) for module in modules]
    except ImportError as fault:
        print(f"skip: {fault}; see bench/peers/install", file=sys.stderr)
        sys.exit(0)
