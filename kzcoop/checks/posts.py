"""Checkpoints named, counted and registered, and whether the numbers agree."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from kzcoop.checks.corpus import Corpus
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import finding
from kzcoop.claims.claim import Claim, Programme
from kzcoop.reference import checkpoints
from kzcoop.reference.checkpoints import Checkpoint, OfficialCount

# Two names in quotes with nothing between them: a comma is missing.
_MISSING_COMMA = re.compile(r"»\s+«")
# Beyond so many times the official number the count is of something else.
FAR_MORE = 1.5
_SIDE_BY_SIDE = re.compile(r"«([^«»]+)»\s+«([^«»]+)»")


def checkpoint_counts(corpus: Corpus) -> Iterator[Finding]:
    """Yield whether counts of checkpoints agree with the names listed and with the register.

    A programme's names, pairs counted once, against its total (or what remains of it); its total
    against the official number of road posts of the border; each name against the border; and
    counts that are claims against the official number.
    Source: register of checkpoints; official counts by border.
    """
    for programme in corpus.programmes:
        yield from _programme(corpus, programme)
    told: set[tuple[str, str | None]] = {
        (item.doc_id, item.border_partner) for item in corpus.programmes if item.total
    }
    for claim in corpus.claims:
        key = (claim.doc_id, claim.partner)
        if claim.indicator != "checkpoints_count" or claim.measure != "count" or key in told:
            continue
        result = _official(claim.partner, int(claim.value), [claim], claim.doc_id)
        if result is not None and (result.severity != "info" or claim.value > 1):
            yield result


def _programme(corpus: Corpus, programme: Programme) -> Iterator[Finding]:
    total, done, remaining = programme.total, programme.done, programme.remaining
    inside = [
        claim
        for claim in corpus.by_document.get(programme.doc_id, ())
        if claim.indicator == "checkpoints_count"
        and programme.start <= claim.start < max(programme.end, programme.start + 1)
    ]
    posts, unknown = _posts(programme)
    names = ", ".join(post.name_ru for post in posts)
    names = ", ".join([names, *unknown]) if unknown else names
    count = len(posts) + len(unknown)
    where = programme.doc_id
    if (
        total is not None
        and done is not None
        and remaining is not None
        and total not in (done, remaining, done + remaining)
    ):
        details = {"done": str(done), "remaining": str(remaining), "total": str(total)}
        yield finding("posts.parts", inside, details, doc_id=where, printed=float(total))
    if count and total is not None:
        details = {"names": names, "count": str(count), "total": str(total)}
        if count > total:
            yield finding("posts.more", inside, details, doc_id=where, printed=float(total))
        elif count in (total, remaining):
            yield finding("posts.total", inside, details, doc_id=where, printed=float(total))
    elif count > 1:
        yield _listed(programme, inside, count, names)
    yield from _commas(programme, inside, count)
    if total is not None:
        # the claim of the total may name more borders than the programme: «на рубежах с ЕАЭС»
        borders = next((claim.partner for claim in inside if claim.value == total), None)
        result = _official(borders or programme.border_partner, total, inside, where)
        if result is not None:
            yield result
    yield from _borders(programme, posts, inside)


def _posts(programme: Programme) -> tuple[list[Checkpoint], list[str]]:
    """The posts that a programme names, each once, and the names that the register lacks."""
    posts: dict[str, Checkpoint] = {}
    unknown: list[str] = []
    for name in programme.names:
        for part in re.split(_MISSING_COMMA, name):
            post = checkpoints.find(part, programme.border_partner) or checkpoints.find(part)
            if post is not None:
                posts[post.checkpoint_id] = post
            else:
                unknown.append(part.strip("«» "))
    return list(posts.values()), unknown


def _listed(programme: Programme, claims: Sequence[Claim], count: int, names: str) -> Finding:
    """A list of names without a total: how many they are, of how many on that border."""
    details = {"count": str(count), "names": names}
    official = _count(programme.border_partner)
    if official is None:
        return finding("posts.listed", claims, details, doc_id=programme.doc_id)
    details |= {
        "official": str(official.posts),
        "partner": official.neighbour,
        "source": official.source_name,
        "as_of": official.as_of,
        "url": official.source_url,
    }
    return finding("posts.of_border", claims, details, doc_id=programme.doc_id)


def _commas(programme: Programme, claims: Sequence[Claim], count: int) -> Iterator[Finding]:
    """Names in quotes side by side that the register knows as different posts."""
    for match in _SIDE_BY_SIDE.finditer(programme.quote):
        before, after = (checkpoints.find(name) for name in match.groups())
        if before is not None and after is not None and before != after:
            details = {
                "before": f"«{match[1]}»",
                "after": f"«{match[2]}»",
                "count": str(count),
            }
            yield finding("posts.comma", claims, details, doc_id=programme.doc_id)


def _count(partners: str | None) -> OfficialCount | None:
    """The official number of a border; of several borders the sum, where one has a number."""
    counts = [checkpoints.official_count(code) for code in (partners or "").split(";")]
    known = [count for count in counts if count is not None]
    if not known:
        return None
    return dataclasses.replace(
        known[0],
        neighbour=";".join(count.neighbour for count in known),
        posts=sum(count.posts for count in known),
    )


def _official(
    partners: str | None, total: int, claims: Sequence[Claim], doc_id: str
) -> Finding | None:
    """A count of posts against the official one; the number of the register does as well."""
    official = _count(partners)
    if official is None:
        return None
    listed = sum(len(checkpoints.posts_of(code)) for code in official.neighbour.split(";"))
    known = max(official.posts, listed)
    details = {
        "total": str(total),
        "partner": official.neighbour,
        "official": str(official.posts),
        "source": official.source_name,
        "as_of": official.as_of,
        "url": official.source_url,
    }
    if total == official.posts:
        return finding("posts.official", claims, details, doc_id=doc_id, printed=float(total))
    if not known < total <= known * FAR_MORE:
        return None
    return finding(
        "posts.too_many",
        claims,
        details,
        doc_id=doc_id,
        printed=float(total),
        suggested=float(official.posts),
    )


def _borders(
    programme: Programme, posts: Sequence[Checkpoint], inside: Sequence[Claim]
) -> Iterator[Finding]:
    border = programme.border_partner
    if border is None or ";" in border:
        return
    for post in posts:
        if post.neighbour != border:
            details = {"names": post.name_ru, "partner": border, "neighbour": post.neighbour or "–"}
            yield finding("posts.border", inside, details, doc_id=programme.doc_id)
