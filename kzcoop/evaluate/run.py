"""Scores what is read from reports against what was annotated in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kzcoop.engine import build_tables
from kzcoop.errors import InputError
from kzcoop.evaluate.agreement import (
    COMPLETE_FIELDS,
    RECORD_FIELDS,
    Row,
    agrees,
    same_programme,
    same_value,
)
from kzcoop.evaluate.annotated import AnnotatedReport, describe, describe_programme
from kzcoop.evaluate.construction import construction
from kzcoop.evaluate.gold import GoldClaim, GoldDocument, load_gold
from kzcoop.evaluate.scores import LEVELS, Evaluation, Field, Miss, Score, Tally, reliability
from kzcoop.reading.document import Document, read_documents


@dataclass(slots=True)
class _Sums:
    """What is added up over the documents."""

    wanted: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    groups: dict[str, dict[str, Tally]] = field(default_factory=dict)
    suspects: int = 0
    flagged: int = 0
    silent: int = 0
    programmes: list[int] = field(default_factory=lambda: [0, 0, 0])
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    programme_misses: list[Miss] = field(default_factory=list)


def evaluate(gold: str | Path, docs: str | Path) -> Evaluation:
    """Read the reports of a folder and score them.

    Parameters
    ----------
    gold
        Folder of annotated reports (``.json``), or one of them.
    docs
        Folder of the reports themselves, or a file. Those without gold are read, because figures
        are checked against each other, and not scored.

    Raises
    ------
    InputError
        Gold that breaks its format, has no report, or quotes what its report does not say.
    """
    wanted = load_gold(gold)
    documents = read_documents([docs])
    tables = build_tables(documents)
    claims = rows_by_document(tables.claims)
    programmes = rows_by_document(tables.programmes)
    return score(wanted, documents, claims, programmes)


def rows_by_document(frame: Any) -> dict[str, list[dict[str, Any]]]:
    """Return a table's rows by document; a missing value is None, ``value`` is what is printed."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in frame.to_dict("records"):
        plain = {name: _plain(value) for name, value in row.items()}
        if plain.get("value_printed") is not None:
            plain["value"] = plain["value_printed"]
        found[plain["doc_id"]].append(plain)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return value
    return None if type(value).__name__ in ("NAType", "NaTType") or value != value else value


def score(
    gold: Sequence[GoldDocument],
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Row]],
    programmes: Mapping[str, Sequence[Row]],
) -> Evaluation:
    """Return the scores of extracted rows, by document id, against gold."""
    texts = {document.doc_id: document.text for document in documents}
    sums = _Sums()
    for entry in gold:
        if entry.doc_id not in texts:
            raise InputError(
                entry.path, f"no report has the id {entry.doc_id!r}", "Name its folder with --docs"
            )
        page = AnnotatedReport(entry, texts[entry.doc_id])
        _score_claims(page, claims.get(entry.doc_id, []), sums)
        _score_programmes(page, programmes.get(entry.doc_id, []), sums)
    mentions = sums.right["mention"]
    return Evaluation(
        documents=len(gold),
        levels={level: Score(sums.right[level], sums.found, sums.wanted) for level in LEVELS},
        programmes=Score(*sums.programmes),
        fields={
            name: sums.fields[name] / mentions if mentions else 0.0 for name in COMPLETE_FIELDS
        },
        by_indicator=dict(sorted(sums.groups.get("indicator", {}).items())),
        by_measure=dict(sorted(sums.groups.get("measure", {}).items())),
        by_construction=dict(sorted(sums.groups.get("construction", {}).items())),
        suspects=(sums.flagged, sums.suspects),
        silent=(sums.silent, sums.found),
        reliability=reliability(sums.confidences),
        misses=tuple(sums.misses),
        programme_misses=tuple(sums.programme_misses),
    )


def pair(
    golds: Sequence[GoldClaim], spans: Sequence[Sequence[tuple[int, int]]], claims: Sequence[Row]
) -> list[tuple[int, int]]:
    """Return one-to-one pairs of gold and extracted claims, those that agree on most fields first.

    Two claims can pair where their spans overlap and their values are the same.
    """
    possible = []
    for g, gold in enumerate(golds):
        for c, claim in enumerate(claims):
            if same_value(gold, claim) and _overlap(claim, spans[g]):
                possible.append((-sum(agrees(gold, claim, name) for name in COMPLETE_FIELDS), g, c))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_claims: set[int] = set()
    for _, g, c in sorted(possible):
        if g not in used_gold and c not in used_claims:
            pairs.append((g, c))
            used_gold.add(g)
            used_claims.add(c)
    return pairs


def _overlap(row: Row, spans: Sequence[tuple[int, int]]) -> bool:
    return any(row["start"] < end and start < row["end"] for start, end in spans)


def _score_claims(page: AnnotatedReport, claims: Sequence[Row], sums: _Sums) -> None:
    golds = page.gold.claims
    spans = [page.spans(gold.quote, gold.start) for gold in golds]
    pairs = dict(pair(golds, spans, claims))
    sums.wanted += len(golds)
    sums.found += len(claims)
    right_records: set[int] = set()
    for g, gold in enumerate(golds):
        sums.suspects += gold.suspect
        claim = claims[pairs[g]] if g in pairs else None
        wrong = (
            () if claim is None else tuple(n for n in COMPLETE_FIELDS if not agrees(gold, claim, n))
        )
        record = claim is not None and not set(wrong) & set(RECORD_FIELDS)
        levels = {"mention": claim is not None, "record": record, "complete": record and not wrong}
        _count(sums, gold, levels)
        if claim is None:
            sums.misses.append(page.miss("not found", True, spans[g][0], describe(gold)))
            continue
        if record:
            right_records.add(pairs[g])
        sums.flagged += gold.suspect and bool(claim.get("flags"))
        sums.silent += "unit" in wrong
        for name in COMPLETE_FIELDS:
            sums.fields[name] += name not in wrong
        if wrong:
            told = tuple(_told(gold, claim, name) for name in wrong)
            span = (claim["start"], claim["end"])
            sums.misses.append(page.miss("wrong", not record, span, describe(gold), told))
    lost = [span for g, listed in enumerate(spans) if g not in pairs for span in listed]
    paired = set(pairs.values())
    for c, claim in enumerate(claims):
        sums.confidences.append((float(claim.get("confidence") or 0.0), c in right_records))
        if c not in paired:
            # the number is there, and what is said of it is another value
            sums.silent += _overlap(claim, lost)
            sums.misses.append(
                page.miss("extra", True, (claim["start"], claim["end"]), describe(claim))
            )


def _count(sums: _Sums, gold: GoldClaim, levels: Mapping[str, bool]) -> None:
    names = {
        "indicator": gold.indicator,
        "measure": gold.measure,
        "construction": construction(
            gold.quote, gold.measure, gold.value, gold.value_max, gold.unit
        ),
    }
    for group, name in names.items():
        tally = sums.groups.setdefault(group, {}).setdefault(name, Tally())
        tally.wanted += 1
        for level, right in levels.items():
            setattr(tally, level, getattr(tally, level) + right)
    sums.right.update(level for level, right in levels.items() if right)


def _told(gold: GoldClaim, claim: Row, name: str) -> Field:
    if name == "time":
        return Field(
            name, claim.get("deadline") or claim.get("period"), gold.deadline or gold.period
        )
    return Field(name, claim.get(name), getattr(gold, name))


def _score_programmes(page: AnnotatedReport, rows: Sequence[Row], sums: _Sums) -> None:
    left = list(rows)
    sums.programmes[1] += len(left)
    sums.programmes[2] += len(page.gold.programmes)
    for gold in page.gold.programmes:
        hit = next((row for row in left if same_programme(gold, row)), None)
        if hit is not None:
            left.remove(hit)
            sums.programmes[0] += 1
            continue
        span = page.spans(gold.quote, gold.start)[0]
        sums.programme_misses.append(page.miss("not found", True, span, describe_programme(gold)))
    for row in left:
        sums.programme_misses.append(
            page.miss("extra", True, (row["start"], row["end"]), describe_programme(row))
        )
