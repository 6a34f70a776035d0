"""What one check costs in Python beside ``json.loads`` of the same bytes: each kind of input, the verdict
alone, and with what is asked for after it.

Runs alternate in one process, in time of the processor; a ratio is that of one round, and the median of
the rounds is told.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import tierspayant as tp
import zen_peer
from typed import dossier_of

DOSSIER = Path(__file__).resolve().parents[3] / "examples" / "data" / "dossier.json"

ROUNDS, CALLS = 200, 100

ASKED = {"dict, verdict alone": 0.7, "dict, with its reasons": 1.0}


def zen(cases: int = 300) -> float:
    """How many times what a check from a dict takes zen-engine takes, with equal verdicts."""
    made = zen_peer.cases(cases)
    decision = zen_peer.decision()
    ours = [tp.check(dossier).verdict == "billable" for dossier, _ in made]
    theirs = [decision.evaluate(given)["result"]["billable"] for _, given in made]
    if ours != theirs:
        raise SystemExit("zen-engine gives other verdicts")

    def timed(run) -> float:
        begin = time.process_time()
        for one in made:
            run(one)
        return (time.process_time() - begin) / cases * 1e6

    rounds = []
    for _ in range(ROUNDS // 10):
        own = timed(lambda one: tp.check(one[0]).verdict)
        rounds.append((own, timed(lambda one: decision.evaluate(one[1]))))
    ratio = statistics.median(other / own for own, other in rounds)
    print(f"zen-engine on {cases} cases that it can express, from Python, with equal verdicts:")
    print(
        f"  {'this package, the whole catalogue':<36} {statistics.median(own for own, _ in rounds):8.2f} µs"
    )
    print(f"  {'zen-engine':<36} {statistics.median(other for _, other in rounds):8.2f} µs {ratio:8.2f} ×")
    return ratio


def once(statement) -> float:
    """Microseconds of one call."""
    begin = time.process_time()
    for _ in range(CALLS):
        statement()
    return (time.process_time() - begin) / CALLS * 1e6


def main() -> None:
    text = DOSSIER.read_bytes()
    dossier = json.loads(text)
    typed = dossier_of(dossier)
    decided = tp.check(dossier)
    size = f"{len(text)} bytes, {len(dossier['claim']['lines'])} lines, {len(decided.reasons)} reasons"
    unit = "json.loads of the same bytes"
    runs = {
        unit: lambda: json.loads(text),
        "json.dumps of the same dict": lambda: json.dumps(dossier),
        "bytes, verdict alone": lambda: tp.check(text).verdict,
        "dict, verdict alone": lambda: tp.check(dossier).verdict,
        "typed objects, verdict alone": lambda: tp.check(typed).verdict,
        "dict, with its reasons": lambda: tp.check(dossier).reasons,
        "dict, with the words of its reasons": lambda: [one.message for one in tp.check(dossier).reasons],
        "dict, the whole answer as JSON": lambda: tp.check(dossier).json,
        "the verdict of an answer": lambda: decided.verdict,
    }
    took: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            took[name].append(once(run))
    ratios = {
        name: statistics.median(one / other for one, other in zip(times, took[unit]))
        for name, times in took.items()
    }
    print(f"examples/data/dossier.json: {size}")
    for name, times in took.items():
        asked = f"   at most {ASKED[name]}" if name in ASKED else ""
        print(f"  {name:<36} {statistics.median(times):8.2f} µs {ratios[name]:8.2f} ×{asked}")
    beside = zen()
    told = ", ".join(f"{name} {ratios[name]:.2f} (asked {asked})" for name, asked in ASKED.items())
    reached = sum(ratios[name] <= asked for name, asked in ASKED.items())
    print(
        f"{reached} of {len(ASKED)} aims reached; × json.loads of the same bytes: {told}; "
        f"zen-engine takes {beside:.1f} × a check"
    )


if __name__ == "__main__":
    main()
