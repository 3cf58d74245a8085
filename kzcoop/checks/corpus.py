"""Claims with what is around them: their documents, their days, their neighbours.

Every check takes a :class:`Corpus`: it sorts the claims once and answers what more than one
check asks. Nothing here changes a claim.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kzcoop.checks import periods
from kzcoop.claims.claim import OTHER_SIDE, Claim, Programme
from kzcoop.claims.extract import read
from kzcoop.reference import trade

if TYPE_CHECKING:
    from kzcoop.claims.time.dating import Bounds as Dates
    from kzcoop.reading.document import Document

HOME = trade.REPORTER
_PARAGRAPH = re.compile(r"\n+|<br\s*/?>|</p>", re.I)
# An undated text is not taken to be older than so many years after the last year it names.
_OPEN_YEARS = 2
_REACH = 100


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which a document was published; both the same where it is dated."""

    earliest: date | None
    latest: date | None

    def years(self) -> range:
        """The years in which it can have been published; empty where nothing bounds it."""
        if self.earliest is None:
            return range(self.latest.year, self.latest.year + 1) if self.latest else range(0)
        last = self.latest.year if self.latest else self.earliest.year + _OPEN_YEARS
        return range(self.earliest.year, last + 1)


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of goods as Kazakhstan sees it; ``is_mirror``: by the partner's own statistics."""

    partners: tuple[str, ...]
    indicator: str
    is_mirror: bool


@dataclass(frozen=True)
class Corpus:
    """Claims, programmes and documents that are checked together."""

    claims: tuple[Claim, ...]
    programmes: tuple[Programme, ...]
    documents: Mapping[str, Document]
    dated: Mapping[str, Bounds] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        claims: Sequence[Claim],
        programmes: Sequence[Programme] = (),
        documents: Sequence[Document] = (),
        dated: Mapping[str, Dates] | None = None,
    ) -> Corpus:
        """Return the claims in order of document and place; order of input does not count.

        ``dated`` are the bounds of the documents where they are known already.
        """
        return cls(
            tuple(sorted(claims, key=lambda claim: (claim.doc_id, claim.start, claim.claim_id))),
            tuple(
                sorted(programmes, key=lambda item: (item.doc_id, item.start, item.programme_id))
            ),
            {document.doc_id: document for document in documents},
            {name: Bounds(each.earliest, each.latest) for name, each in (dated or {}).items()},
        )

    def without(self, claim_ids: frozenset[str]) -> Corpus:
        """Return the corpus without some claims."""
        if not claim_ids:
            return self
        kept = tuple(claim for claim in self.claims if claim.claim_id not in claim_ids)
        return Corpus(kept, self.programmes, self.documents, self._bounds)

    @cached_property
    def by_document(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each document, in order."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.doc_id, []).append(claim)
        return {doc_id: tuple(claims) for doc_id, claims in found.items()}

    @cached_property
    def _breaks(self) -> dict[str, list[int]]:
        return {
            doc_id: [match.start() for match in _PARAGRAPH.finditer(document.text)]
            for doc_id, document in self.documents.items()
        }

    @cached_property
    def _bounds(self) -> dict[str, Bounds]:
        return {
            doc_id: self.dated.get(doc_id) or bounds(document)
            for doc_id, document in self.documents.items()
        }

    def bounds(self, doc_id: str) -> Bounds:
        """Return the days between which a document was published."""
        return self._bounds.get(doc_id, Bounds(None, None))

    def paragraph(self, claim: Claim) -> int:
        """Return the number of the paragraph that a claim stands in."""
        return bisect.bisect(self._breaks.get(claim.doc_id, []), claim.start)

    def same_paragraph(self, one: Claim, other: Claim) -> bool:
        """Whether two claims stand in one paragraph."""
        return one.doc_id == other.doc_id and self.paragraph(one) == self.paragraph(other)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        return {
            doc_id: [claim.start for claim in claims] for doc_id, claims in self.by_document.items()
        }

    def neighbours(self, claim: Claim) -> Iterator[Claim]:
        """Yield the other claims of the same document, the nearest first, up to a hundred a side.

        The bound keeps a book-length document from taking time with the square of its figures.
        """
        claims, starts, here = (
            self.by_document[claim.doc_id],
            self._places[claim.doc_id],
            claim.start,
        )
        right = bisect.bisect_left(starts, here)
        left = right - 1
        first, last = max(0, right - _REACH), min(right + _REACH, len(claims))
        while left >= first or right < last:
            if right >= last or (left >= first and here - starts[left] <= starts[right] - here):
                index, left = left, left - 1
            else:
                index, right = right, right + 1
            if claims[index] is not claim:
                yield claims[index]

    @cached_property
    def flows(self) -> dict[Flow, tuple[Claim, ...]]:
        """The claims about each trade flow as a whole: levels, of no good and no region."""
        found: dict[Flow, list[Claim]] = {}
        for claim in self.claims:
            goods = flow(claim)
            if goods and claim.measure == "level" and not (claim.commodity or claim.region):
                found.setdefault(goods, []).append(claim)
        return {goods: tuple(claims) for goods, claims in found.items()}

    def statement_years(self, claim: Claim) -> tuple[int, ...]:
        """Return the calendar years that an annual statement can be about.

        The claim's own year; without one, from the year before the earliest possible publication
        to the latest possible year, and nothing where the document has no bounds.
        """
        span = periods.parse(claim.period)
        if span is not None:
            return (span.last_year,)
        if claim.period:
            return ()
        years = self.bounds(claim.doc_id).years()
        return tuple(range(years[0] - 1, years[-1] + 1)) if years else ()


def same_sentence(one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one sentence."""
    return one.doc_id == other.doc_id and bool(one.sentence) and one.sentence == other.sentence


def flow(claim: Claim) -> Flow | None:
    """Return which trade flow of Kazakhstan a claim is about, None where it is about none.

    The partner's export to Kazakhstan is Kazakhstan's import, by mirror statistics.
    """
    if claim.indicator not in trade.INDICATORS or not claim.partner:
        return None
    if claim.reporter == HOME:
        return Flow(tuple(claim.partner.split(";")), claim.indicator, is_mirror=False)
    if claim.partner == HOME:
        indicator = OTHER_SIDE.get(claim.indicator, claim.indicator)
        return Flow((claim.reporter,), indicator, is_mirror=True)
    return None


def subject(claim: Claim) -> tuple[str | None, ...]:
    """Return what a claim is about besides its value, unit, measure and time."""
    return claim.indicator, claim.reporter, claim.partner, claim.region, claim.commodity


def is_money(claim: Claim) -> bool:
    """Whether a claim's unit is a currency (ISO 4217: three capital letters)."""
    unit = claim.unit
    return len(unit) == 3 and unit.isalpha() and unit.isupper() and unit != "TEU"


def bounds(document: Document) -> Bounds:
    """Return the days between which a document was published, as the reader dates it."""
    if document.published is not None:
        return Bounds(document.published, document.published)
    found = read(document).bounds
    return Bounds(found.earliest, found.latest)
