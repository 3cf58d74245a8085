"""Extract the annotated reports, score the result, and hold it against the gates.

    accuracy.py SHARED SCRATCH

SHARED is the folder with the annotated reports and ``evaluation/score.py``; without it nothing is
scored. The gates (lowest F1 allowed for each set) stand in ``tests/accuracy_gates.json``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def score(documents: Path, gold: Path, scorer: Path, out: Path) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 by level; print the scorer's own words."""
    extract = [sys.executable, "-P", "-m", "kzcoop.cli", "extract", documents]
    subprocess.run([*extract, "--out", out, "--format", "jsonl"], check=True)
    command = [sys.executable, scorer, gold, out / "claims.jsonl", "--docs", documents]
    command += ["--programmes", out / "programmes.jsonl"]
    subprocess.run(command, check=True)
    answer = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def main(shared: Path, scratch: Path) -> int:
    """Return 0 where all gates held, or nothing could be measured."""
    scorer = shared / "evaluation" / "score.py"
    if not scorer.is_file():
        print("no annotated reports beside the project: accuracy is not measured")
        return 0
    gates = json.loads((ROOT / "tests" / "accuracy_gates.json").read_text("utf-8"))
    below = []
    for number, (name, gate) in enumerate(gates.items()):
        print(f"-- {name}", flush=True)
        found = score(
            shared / gate["documents"], shared / gate["gold"], scorer, scratch / f"tables-{number}"
        )
        for level, least in gate["at_least"].items():
            f1 = found[level]["f1"]
            if f1 < least:
                below.append(f"{name}: {level} F1 {f1:.3f} is below {least:.2f}")
    print("\n".join(below) or "all gates held")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
