"""How many vehicles a post is built for, was promised or is to be built for, and not what passes.

«расчётный предел – 200 машин», «хотя построен под 2 500»   built for
«он рассчитан будет на 900 машин»                           to be built for
«вместо обещанных 800 фур ежедневно»                        agreed upon
«рассчитанный на 600 машин, он пропускает 1 300»            the second passes
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words

# what a post is built for, and what it did let through
DESIGNED = Stems(
    "выдержива", "закладыва", "заложен", "лимит", "норма", "норме", "нормы", "построен", "потолк",
    "потолок", "предел", "предполага", "проектировал", "проектом", "проекту", "рассчитан",
    "расчете", "расчетн", "спроектирован", "строил",
    but=("пределе", "пределах"),  # «работает на пределе: 900 в сутки»
)  # fmt: skip
DID = ("обрабатывал", "обслуживал", "оформлял", "принимал", "пропускал")
_WILL_BE = Words("будет", "будут")
_PROMISED = ("обещанн", "обговоренн", "оговоренн", "согласованн", "условленн")
_AGREED = Stems("договар", "договор", "обещ", "обяз", "услови", "услов", *_PROMISED)
_RELATED = 6  # tokens from «о которых» to «условились»
_DOES = frozenset({"принимает", "пропускает"})
_JOINED = 2  # tokens from vehicles to a word of capacity, and from that to a figure of its own


def by_capacity(one: Draft) -> bool:
    """Whether a word of capacity stands before vehicles, or close after them."""
    return any(
        hit.entry.id == "capacity"
        and (hit.first < one.at or 0 <= hit.first - one.last <= _JOINED)
        and not (hit.first >= one.last and _has_figure(one, hit.last))
        and not (one.sentence.low[hit.first].startswith(DESIGNED) and _took(one))
        and "фактически" not in one.sentence.low[hit.last : one.at]
        for hit in one.sentence.indicators
    )


def agreed_flow(one: Draft) -> bool:
    """«вместо обещанных 800 фур ежедневно», «450 машин в сутки, о которых договорились в мае»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_AGREED):
        return False
    if low[one.quantity.lead - 1].startswith(_PROMISED):
        return True
    last = min(one.last + _JOINED, sentence.last - _RELATED)
    return any(
        low[i] == ","
        and low[i + 2].startswith("котор")
        and any(_AGREED.fit(word) for word in low[i + 3 : min(i + 3 + _RELATED, sentence.last)])
        for i in range(one.last, last)
    )


def is_to_be(one: Draft) -> bool:
    """«он рассчитан будет на 900 машин», «будет построен под 2 000 фур»: a capacity to come."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.holds(_WILL_BE) and any(
        low[i] in _WILL_BE and DESIGNED.fit(word)
        for i in range(sentence.first, one.at)
        for word in (sentence.word_before(i), sentence.word_at(i + 1))
    )


def designed(one: Draft) -> bool:
    """Return whether so many are what a post was built for: «хотя построен под 2 500»."""
    sentence = one.sentence
    if not sentence.begins(DESIGNED):
        return False
    # «расчётный предел – 200 машин»
    dashed = sentence.word_before(one.quantity.lead) in ("–", "—", "-")
    return any(
        sentence.low[i].startswith(DESIGNED)
        and sentence.between(i, one.at) <= dashed
        and not any(i < q.first < one.first for q in sentence.quantities)
        for i in range(sentence.first, one.at)
    )  # not «рассчитанный на 600 машин, в мае принимал по 310»


def _took(one: Draft) -> bool:
    """«рассчитанный на 600 машин, в мае принимал по 310»: what a post did take."""
    sentence, lead = one.sentence, one.quantity.lead
    lead -= sentence.word_before(lead) == "по"
    verb = sentence.word_before(lead)
    # «рассчитанный на 600 машин, он пропускает 1 300»
    return verb.startswith(DID) or (verb in _DOES and sentence.begins(DESIGNED))


def _has_figure(one: Draft, index: int) -> bool:
    """«принимал 640 машин при норме 400», «пропускает 620 фур, хотя построен под 2 500»."""
    return any(0 <= q.lead - index <= _JOINED for q in one.sentence.quantities)
