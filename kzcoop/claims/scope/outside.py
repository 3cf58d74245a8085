"""Figures out of scope by their kind, and those that belong to one out of scope.

«на внутреннем рынке продали 900 млн яиц, на 2% больше», «добыто 57 млн тонн, плюс 2,3%»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.count.counted import of_deals, of_jobs, of_trains, of_trips
from kzcoop.claims.count.counted_people import of_residents
from kzcoop.claims.count.counted_vehicles import of_ships
from kzcoop.claims.flow.arrivals import arrivals
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.production import tells_of_output
from kzcoop.claims.topic.topic import Topic
from kzcoop.language.stems import Stems

_OUT = frozenset({"out", "name", "unread"})
_MADE_OF = Stems("вошл", "включ", "входят", "входит", "состав", "груз", "колонн", "парти")
# what a sentence after may go on about
_TOLD = frozenset({"money", "percent", "piece", "pieces", "ratio", "tonne"})
_AMOUNTS = frozenset({"money", "piece", "pieces", "tonne"})
_PRICED = Stems("подешев", "подорожа")
_PROJECTS = Stems("инвестпроект", "проект")
_PERSONS = frozenset("двоих троих четверых пятерых двоим троим четверым пятерым".split())
_NOUN = 5  # tokens from a figure past its noun to a change of it


def reject_by_kind(drafts: Sequence[Draft]) -> None:
    """Reject names, what is out of scope and what cannot be read: «10 лет», «Ту-154»."""
    for one in drafts:
        if one.kind in _OUT and not (
            of_trains(one)
            or of_trips(one)
            or of_jobs(one)
            or of_deals(one)
            or of_ships(one)
            or of_residents(one)
        ):
            one.reject({"out": "out_of_scope", "name": "name"}.get(one.kind, "unread"))
        elif one.kind == "bare" and one.last - one.first == one.sentence.last - one.sentence.first:
            one.reject("out_of_scope")  # «1 204»: how many have read the page
        elif one.kind == "bare" and one.sentence.low[one.first] in _PERSONS:
            one.reject("out_of_scope")  # «больше половины пришлось на троих: Китай – 22%, …»
        elif not one.value and one.quantity.form == "words":
            one.reject("out_of_scope")  # «начинали почти с нуля», «9 тыс. тонн против нуля»


def goes_on_outside(drafts: Sequence[Draft], topic: Topic) -> bool:
    """«На внутреннем рынке продали 86 тыс. тонн. Рост составил 2,7% (год назад – 83)».

    Also «Производство обуви – 43 млрд тенге. Далее идут Алматы (7 млрд) и Астана (4 млрд)».
    """
    sentence = drafts[0].sentence
    if _of_relief(drafts[0]):
        return True
    if topic.paragraph != topic.out_paragraph:
        return False
    if topic.made_sentence == sentence.number - 1:
        if (
            sentence.begins(_PROJECTS)
            or arrivals(sentence)
            or not all(one.kind in _TOLD for one in drafts)
        ):
            return False
        return not any(foreign(place) for place in sentence.places) and not any(
            hit.entry.value in FLOWS or hit.entry.kind == "purchase" for hit in sentence.indicators
        )
    return (
        topic.out_sentence == sentence.number - 1
        and drafts[0].kind in ("percent", "ratio")
        and not sentence.indicators
        and not sentence.places
        and not sentence.has("goal")  # «условились удвоить этот показатель»
    )


def remember_outside(sentence: Sentence, drafts: Sequence[Draft], topic: Topic) -> None:
    """Keep that all of a sentence is out of scope, and whether it tells of prices or output."""
    if not any(one.rejected == "out_of_scope" and one.kind in _TOLD for one in drafts):
        return
    goes_on = topic.made_sentence == sentence.number - 1 and topic.paragraph == topic.out_paragraph
    if goes_on or sentence.begins(_PRICED) or tells_of_output(sentence):
        topic.made_sentence, topic.out_paragraph = sentence.number, topic.paragraph
    if any(one.kind in _AMOUNTS for one in drafts):
        topic.out_sentence, topic.out_paragraph = sentence.number, topic.paragraph


def _of_relief(one: Draft) -> bool:
    """«… отправил партию гуманитарной помощи. В неё вошли 48 тонн муки»: what aid is made of."""
    sentence = one.sentence
    if not sentence.begins(_MADE_OF) or sentence.number == 0:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    before = sentence.mentions.tokens.low[first:last]
    return any(word.startswith("гуманитарн") for word in before) and any(
        word.startswith(("груз", "парти", "помощ")) for word in before
    )


def follows_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a change belongs to a figure out of scope: «добыто 57,4 млн тонн, плюс 2,3%»."""
    if one.kind not in ("percent", "ratio"):
        return False
    if _in_brackets(one):
        listed = [d for d in drafts if d.at < one.at and d.kind == one.kind]
        if listed and listed[-1].rejected == "out_of_scope" and _in_brackets(listed[-1]):
            return True  # «вложения в основной капитал (+12%), промышленность (+7%)»
    if _of_rejected(one, drafts) or _bracketed(one, drafts):
        return True
    if one.sentence.indicators:
        return False
    before = [other for other in drafts if other.at < one.at and other.kind in ("tonne", "money")]
    return bool(before) and before[-1].rejected == "out_of_scope"


def _of_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """«на внутреннем рынке продали 900 млн яиц, на 2% больше»: of the figure right before."""
    low = one.sentence.low
    last = next((other for other in reversed(drafts) if other.at < one.at), None)
    if last is None or last.rejected not in ("out_of_scope", "unread") or last.aside:
        return False
    between = low[last.last : one.first]
    if between[-1:] == ["что"]:
        between = between[:-1]  # «забили 170 тыс. тонн скота, что на 4% выше»
    more = low[one.last : one.last + 1] in (["больше"], ["меньше"], ["выше"], ["ниже"])
    return more and between[-1:] in ([","], ["–"], ["—"], ["("]) and len(between) <= _NOUN


def _bracketed(one: Draft, drafts: Sequence[Draft]) -> bool:
    """«на внутреннем рынке продали 90 тыс. тонн продукции (-1,1%)»: of the amount before."""
    last = next((other for other in reversed(drafts) if other.at < one.at), None)
    return (
        last is not None
        and last.kind in ("money", "pieces", "tonne")
        and last.rejected == "out_of_scope"
        and not last.aside
        and _in_brackets(one)
        and one.first - last.last <= _NOUN
    )


def _in_brackets(one: Draft) -> bool:
    """Whether a bracket opens right before a figure: «(+19,8%)»."""
    return one.sentence.word_before(one.first) == "("


def lists_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """«производство росло, +15%, +6%, +13% в год»: the next of a list of changes out of scope."""
    if one.kind != "percent" or one is drafts[0]:
        return False
    last = next((other for other in reversed(drafts) if other.at < one.at), None)
    return (
        last is not None
        and last.kind == "percent"
        and last.rejected == "out_of_scope"
        and not last.aside
        and one.sentence.low[last.last : one.first] == [","]
    )
