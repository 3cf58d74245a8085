"""An evaluation as text for the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from kzcoop.evaluate.scores import LEVELS, Evaluation, Miss, Score, Tally

_AROUND = 60


def as_text(evaluation: Evaluation, misses: int = 0) -> str:
    """Return all figures of an evaluation, and its first misses, each in its sentence."""
    lines = [f"{evaluation.documents} reports"]
    scores: dict[str, Score] = {level: evaluation.levels[level] for level in LEVELS}
    scores["programmes"] = evaluation.programmes
    for name, score in scores.items():
        lines.append(
            f"{name:11}P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}   "
            f"({score.right} right, {score.found} found, {score.wanted} wanted)"
        )
    lines.append("fields     " + "  ".join(f"{n} {v:.3f}" for n, v in evaluation.fields.items()))
    lines += _groups("indicator", evaluation.by_indicator)
    lines += _groups("measure", evaluation.by_measure)
    lines += _groups("construction", evaluation.by_construction)
    flagged, suspects = evaluation.suspects
    lines += ["", f"suspect figures flagged: {flagged} of {suspects}"]
    wrong, found = evaluation.silent
    lines.append(
        f"number found, value or unit wrong: {wrong} of {found} ({evaluation.silent_share:.2%})"
    )
    lines += ["", *_confidence(evaluation)]
    told = [*evaluation.misses, *evaluation.programme_misses]
    if misses and told:
        lines += ["", f"misses, {min(misses, len(told))} of {len(told)}:"]
        lines += [line for miss in told[:misses] for line in _miss(miss)]
    return "\n".join(lines) + "\n"


def _groups(title: str, groups: Mapping[str, Tally]) -> list[str]:
    lines = ["", f"{'by ' + title:20}{'wanted':>7}{'mention':>9}{'record':>8}{'complete':>10}"]
    for name, tally in groups.items():
        lines.append(
            f"{name:20}{tally.wanted:7}{tally.mention:9}{tally.record:8}{tally.complete:10}"
        )
    return lines


def _confidence(evaluation: Evaluation) -> list[str]:
    known = evaluation.reliability
    lines = [f"{'confidence':15}{'claims':>7}{'mean':>7}{'right':>7}"]
    for each in known.bins:
        span = f"{each.low:.2f} to {each.high:.2f}"
        lines.append(f"{span:15}{each.claims:7}{each.confidence:7.2f}{each.share:7.2f}")
    lines.append(
        f"Brier score {known.brier:.3f} (one confidence for all: {known.base:.3f}), "
        f"calibration error {known.error:.3f}"
    )
    return lines


def _miss(miss: Miss) -> list[str]:
    head = f"  {miss.doc_id}: {miss.kind}: {miss.what}"
    differences = ", ".join(f"{f.name} {f.got!r} for {f.wanted!r}" for f in miss.fields)
    left = miss.sentence[: miss.start].replace("\n", " ")
    right = miss.sentence[miss.end :].replace("\n", " ")
    left = left if len(left) <= _AROUND else "…" + left[-_AROUND:]
    right = right if len(right) <= _AROUND else right[:_AROUND] + "…"
    quote = miss.quote.replace("\n", " ")
    return [head + (f" ({differences})" if differences else ""), f"      {left}[{quote}]{right}"]
