"""Measure who-said-it against gold: ``python tests/speaker_score.py DOCS GOLD [misses]``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from kzcoop.claims.scene.sentence import split
from kzcoop.claims.talks.speaker import Speakers
from kzcoop.language.text import tokenize
from kzcoop.lexicon.loader import Matcher, entries
from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.person import read_persons
from kzcoop.reading.document import read_documents


def same(found: str | None, wanted: str | None, bodies: Matcher) -> bool:
    """Whether two names mean one speaker: equal, one body of the table, or one shortened."""
    if found is None or wanted is None:
        return found is wanted
    a, b = found.casefold(), wanted.casefold()
    if a == b or a.startswith(b) or b.startswith(a):
        return True
    ids = [
        {hit.entry.id for hit in bodies.find(tokenize(name).low)["sources"].values()} - {"ministry"}
        for name in (found, wanted)
    ]
    return bool(ids[0] & ids[1])


def measure(docs: Path, gold: Path) -> tuple[Counter[str], list[str]]:
    """Counts of right and wrong speakers over all gold claims, and the wrong ones."""
    bodies = Matcher(entries("sources"))
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for document in read_documents([docs]):
        path = gold / f"{document.doc_id}.json"
        if not path.is_file():
            continue
        mentions = annotate(document.text, document.published)
        sentences = split(mentions)
        speakers = Speakers(sentences, read_persons(mentions))
        starts = mentions.tokens.start
        for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]:
            at = max(i for i, start in enumerate(starts) if start <= claim["start"])
            found, wanted = speakers.at(at, mentions.tokens.sentence[at]), claim["speaker"]
            counts["claims"] += 1
            counts["wanted"] += wanted is not None
            counts["found"] += found is not None
            right = same(found, wanted, bodies)
            counts["right"] += right
            counts["named"] += right and wanted is not None
            if not right:
                misses.append(f"{document.doc_id} {claim['quote']!r}: {found} for {wanted}")
    return counts, misses


def report(counts: Counter[str]) -> str:
    """The share of claims with the right speaker or rightly none, and F1 of speakers."""
    f1 = 2 * counts["named"] / max(counts["found"] + counts["wanted"], 1)
    share = counts["right"] / counts["claims"]
    return f"right {share:.3f} of {counts['claims']}, speakers F1 {f1:.3f}"


if __name__ == "__main__":
    found_counts, found_misses = measure(Path(sys.argv[1]), Path(sys.argv[2]))
    if len(sys.argv) > 3:
        print("\n".join(found_misses))
    print(report(found_counts))
