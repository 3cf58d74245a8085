"""From a document to its claims, programmes and residue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.confidence import confidence_of
from kzcoop.claims.headline import heading_town, headline_flow, headline_partner
from kzcoop.claims.link import link
from kzcoop.claims.part import assign_parts
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.place.partner_union import bloc_of
from kzcoop.claims.place.report_region import home_of
from kzcoop.claims.programme.programme import read_programmes
from kzcoop.claims.repeat import adopt_headlines, fill_repeated
from kzcoop.claims.residue import account
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, split
from kzcoop.claims.side.opening import titled_view
from kzcoop.claims.side.trader_cited import titled_trader
from kzcoop.claims.talks.agenda import AgendaItem, read_agenda
from kzcoop.claims.talks.meeting import Meeting, read_meetings
from kzcoop.claims.talks.speaker import Speakers
from kzcoop.claims.time.dating import Bounds, date_bounds, this_year
from kzcoop.claims.topic.envoy import envoy_of
from kzcoop.display import Displayed, one_line
from kzcoop.mentions.annotate import Mentions, annotate, redate
from kzcoop.mentions.person import Person, read_persons
from kzcoop.reading.document import Document

_DATED = 3  # sentences that date a text
# what a way does with two countries, in a title
_TITLED = frozenset({"country", "region"})
_OPENING = 4  # sentences that tell who speaks
_LINKS = ("свяж", "связыв", "соедин")


@dataclass(frozen=True, slots=True, repr=False)
class Extraction(Displayed):
    """What one document says, with the days between which it was published.

    ``numbers`` counts the numbers of its text.
    """

    document: Document
    claims: tuple[Claim, ...]
    programmes: tuple[Programme, ...]
    residue: tuple[Residue, ...]
    agenda: tuple[AgendaItem, ...]
    meetings: tuple[Meeting, ...]
    bounds: Bounds
    numbers: int

    def __repr__(self) -> str:
        return one_line(
            "Extraction", self.document.doc_id, f"{self.numbers} numbers",
            f"{len(self.claims)} claims", f"{len(self.programmes)} programmes",
            f"{len(self.residue)} other numbers",
        )  # fmt: skip


@dataclass(slots=True)
class Linked:
    """What stands between the mentions and the tables; :mod:`kzcoop.claims.explain` shows it."""

    mentions: Mentions
    sentences: tuple[Sentence, ...]
    headline: tuple[str, ...]
    drafts: tuple[Draft, ...]
    persons: tuple[Person, ...]
    bounds: Bounds


def extract(document: Document) -> Extraction:
    """Return the claims, programmes and residue of a document.

    Every number of the text, in digits or words, lies in the span of exactly one kind of them:
    of a claim, else of a programme, else of the residue.
    """
    return tabulate(document, read(document))


def tabulate(document: Document, linked: Linked) -> Extraction:
    """Return the rows of the tables that the drafts of a document make."""
    mentions, drafts = linked.mentions, linked.drafts
    sentences, persons = linked.sentences, linked.persons
    speakers = Speakers(sentences, persons)
    adopt_headlines(drafts)
    for one in drafts:
        if not one.rejected:
            one.speaker = speakers.of(one)
    kept = [one for one in drafts if not one.rejected]
    fill_repeated(kept)
    assign_parts(kept)
    # before the claims, for what a plan takes in has its term
    programmes = tuple(read_programmes(document, mentions, drafts, sentences, linked.headline))
    claims = tuple(_claim(document, mentions, one) for one in kept)
    residue, numbers = account(document, mentions, drafts, claims, programmes)
    meetings = read_meetings(document, mentions, sentences, persons)
    agenda = read_agenda(
        document, mentions, sentences, linked.headline, persons, speakers, meetings
    )
    return Extraction(
        document,
        claims,
        programmes,
        tuple(residue),
        tuple(agenda),
        tuple(meetings),
        linked.bounds,
        numbers,
    )


def read(document: Document) -> Linked:
    """Return the mentions of a document and the drafts that they make, those rejected included.

    The periods of a report without a date are read twice where what it names leaves one year for
    «текущий год».
    """
    published = document.published
    mentions = annotate(document.text, published)
    persons = read_persons(mentions)
    bounds = date_bounds(document, mentions, persons)
    if published is None:
        day, year = _day(bounds), this_year(bounds)
        if day is not None or year is not None:
            published = day
            mentions = redate(mentions, day, year)
    title = annotate(document.title, published) if document.title else None
    linked = title is not None and any(word.startswith(_LINKS) for word in title.tokens.low)
    # «Новый порт свяжет Казахстан с Китаем»: where a way leads is no partner
    titled = title.places if title is not None and not linked else []
    sentences = split(mentions)
    words, town = ((), None) if title is None else (title.tokens.low, heading_town(title))
    headline = headline_partner(sentences, titled, words, town)
    named = [code for place in titled if place.kind in _TITLED for code in foreign(place)]
    if headline == (town,):
        named += headline
    headed = split(title) if title is not None else []
    flow = headline_flow(headed) if headed else None
    home = home_of(sentences, title)
    envoy = envoy_of([*headed, *sentences[:_OPENING]])
    period = None if title is None else _titled_period(title, sentences)
    bloc, trader = bloc_of(titled), titled_trader(headed)
    drafts = link(
        sentences, headline, named, published, home, flow, bloc, envoy, period, trader,
        titled_view(headed),
    )  # fmt: skip
    return Linked(mentions, tuple(sentences), headline, tuple(drafts), tuple(persons), bounds)


def _titled_period(title: Mentions, sentences: Sequence[Sentence]) -> str | None:
    """The period of «Сводка: январь–август» where the text opens with figures and dates none."""
    told = {period.value for period in title.periods if period.role == "at"}
    opening = sentences[:_DATED]
    if len(told) != 1 or any(sentence.periods for sentence in opening):
        return None
    return told.pop() if any(sentence.quantities for sentence in opening) else None


def _day(bounds: Bounds) -> date | None:
    """The day itself, where the bounds are one."""
    return bounds.earliest if bounds.earliest == bounds.latest else None


def _claim(document: Document, mentions: Mentions, one: Draft) -> Claim:
    tokens = mentions.tokens
    start, end = _span(mentions, one)
    left, right = tokens.span(one.sentence.number)
    return Claim(
        claim_id=_name(document, start, end),
        doc_id=document.doc_id,
        start=start,
        end=end,
        quote=document.text[start:end],
        sentence=document.text[left:right],
        indicator=one.indicator or "other",
        measure=one.measure,
        value=one.value,
        value_max=one.value_max,
        unit=one.unit or "count",
        qualifier=one.qualifier,
        status=one.status,
        reporter=one.reporter,
        partner=";".join(one.partner) or None,
        region=one.region,
        period=one.period,
        base_period=one.base_period,
        deadline=one.deadline,
        commodity=one.commodity,
        speaker=one.speaker,
        part_of=None if one.part_of is None else _name(document, *_span(mentions, one.part_of)),
        rule=f"{one.quantity.rule} {one.indicator}",
        confidence=confidence_of(one),
    )


def _span(mentions: Mentions, one: Draft) -> tuple[int, int]:
    """The characters of a claim's quote, [start, end)."""
    tokens = mentions.tokens
    end = tokens.end[one.last - 1]
    if tokens.low[one.last - 1] == "." and one.last == one.sentence.last:
        end = tokens.end[one.last - 2]  # «… 501,4 млн.»: the full stop ends the sentence
    return tokens.start[one.first], end


def _name(document: Document, start: int, end: int) -> str:
    """The id of a claim: its document and where its quote stands."""
    return f"{document.doc_id}#{start}-{end}"
