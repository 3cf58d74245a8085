"""A report with its annotation: where quotes stand, and misses in their sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import asdict

from kzcoop.errors import InputError
from kzcoop.evaluate.agreement import Row
from kzcoop.evaluate.gold import GoldClaim, GoldDocument, GoldProgramme
from kzcoop.evaluate.scores import Field, Miss
from kzcoop.language.text import Tokens, tokenize

Span = tuple[int, int]


class AnnotatedReport:
    """One report: its gold, its text as received, and its sentences, found when first asked for."""

    def __init__(self, gold: GoldDocument, text: str) -> None:
        self.gold, self.text = gold, text
        self._tokens: Tokens | None = None
        self._starts: list[int] = []

    def spans(self, quote: str, start: int | None) -> list[Span]:
        """Return where an annotated quote stands: at its start, else wherever the text has it.

        Raises
        ------
        InputError
            The text does not say it there.
        """
        if start is None:
            found = [(m.start(), m.end()) for m in re.finditer(re.escape(quote), self.text)]
        else:
            here = self.text[start : start + len(quote)] == quote
            found = [(start, start + len(quote))] if here else []
        if not found:
            where = "" if start is None else f" at {start}"
            raise InputError(
                self.gold.path, f"«{quote}» does not stand in the report{where}",
                "Offsets count the characters of the text after the front matter",
            )  # fmt: skip
        return found

    def sentence(self, start: int, end: int) -> tuple[str, int]:
        """Return the sentence around a span, and where it begins."""
        if self._tokens is None:
            self._tokens = tokenize(self.text)
            self._starts = [self._tokens.span(n)[0] for n in range(len(self._tokens.bounds))]
        if not self._starts:
            return self.text, 0
        left, right = self._tokens.span(max(bisect_right(self._starts, start) - 1, 0))
        left = min(left, start)
        return self.text[left : max(right, end)], left

    def miss(
        self, kind: str, record: bool, span: Span, what: str, wrong: tuple[Field, ...] = ()
    ) -> Miss:
        """Return a miss with its sentence; the fields are those of :class:`Miss`."""
        start, end = span
        sentence, left = self.sentence(start, end)
        return Miss(
            self.gold.doc_id, kind, record, self.text[start:end], sentence,
            start - left, end - left, what, wrong,
        )  # fmt: skip


def describe(claim: GoldClaim | Row) -> str:
    """Return a claim in short: «turnover level 24,000,000,000 USD»."""
    row = asdict(claim) if isinstance(claim, GoldClaim) else claim
    figure = f"{float(row['value']):,.4f}".rstrip("0").rstrip(".")
    return f"{row['indicator']} {row['measure']} {figure} {row['unit']}"


def describe_programme(programme: GoldProgramme | Row) -> str:
    """Return a programme in short: «reconstruction RUS total 30 deadline 2027-12»."""
    row = asdict(programme) if isinstance(programme, GoldProgramme) else programme
    names = ("border_partner", "total", "done", "remaining", "deadline")
    told = [f"{name} {row[name]}" for name in names if row.get(name) is not None]
    listed = ", ".join(row.get("names") or ())
    return " ".join([str(row["kind"]), *told, *([f"({listed})"] if listed else [])])
