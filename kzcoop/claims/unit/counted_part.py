"""Parts and changes of what was counted, and more of it: which noun they count.

«55% всех объявленных проектов», «10 тыс. машин в сутки, в том числе 4 тыс. грузовых»
«число американских компаний увеличилось на 9 процентов»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.unit.ellipsis_form import names_another
from kzcoop.claims.unit.named_noun import AFTER, COUNTS, MODIFIERS, PLURALS
from kzcoop.claims.unit.shared_unit import OWN_SCALE, take_unit
from kzcoop.language.stems import Stems

_VEHICLES = ("автобус", "груженых", "грузовы", "легков", "порожн")
_MOVING = frozenset({"lorry", "train"})
_CARGO = ("контейнеров", "отправок")
_LINES = ("лини", "наименован", "номенклатур", "позици")
_PARTED = frozenset({"enterprises_count", "goods_positions", "projects_count"})
_NUMBER = Stems("числ", "количеств")
_NUMBERED = ("_count", "freight")  # «количество поездов выросло на 12%»
_THOUSAND = 1_000
_PROJECTS = Stems("инвестпроекты", "проекты")
_HEADING = 8  # tokens of «Проекты с участием Германии:»
_REST = ("остальн", "оставш", "проч")
_STAGES = frozenset({"done", "planned", "studied"})
_LAST, _BESIDE = 20, 2  # figures back to the projects; tokens to what tells how far they are
_BY_STAGE = Stems("стади", "готовност")
_FAR = 8  # sentences from a portfolio to its parts by stage
_NEAR = 6  # tokens from a share to the noun of its whole


def part_of_counted(one: Draft) -> str | None:
    """«55% всех объявленных проектов»: what it is a part of, projects or firms."""
    low, counted = one.sentence.low, one.sentence.mentions.hits["counted"]
    if low[one.first] == "на" or one.sentence.word_before(one.quantity.lead) == "на":
        return None
    for index in range(one.last, min(one.last + _NEAR, one.sentence.last)):
        hit = counted.get(index)
        if low[index].startswith(_CARGO):
            return "freight"  # «40% контейнеров, идущих этим путём»
        if hit is not None and hit.entry.id in _MOVING:
            return "freight"  # «треть контейнерных поездов идёт со скидкой»
        if hit is not None and hit.entry.kind in _PARTED:
            if hit.entry.kind == "goods_positions" and not low[hit.last - 1].startswith(_LINES):
                return None  # «61% продовольственных товаров» counts none
            return hit.entry.kind if low[hit.last - 1].endswith(PLURALS) else None
        if not low[index].endswith(MODIFIERS) and low[index] not in ("и", "всех"):
            return None
    return None


def part_of_vehicles(drafts: Sequence[Draft], index: int) -> bool:
    """«10 тыс. машин в сутки, в том числе 4 тыс. грузовых»: of what moves."""
    one = drafts[index]
    low, sentence = one.sentence.low, one.sentence
    earlier = [d for d in drafts[:index] if d.kind in ("vehicle", "vehicles") and not d.rejected]
    after = low[one.last] if one.last < sentence.last else "."
    opened = low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if not earlier or one.value >= earlier[-1].value:
        return False
    if "числе" not in opened and "них" not in opened and not after.startswith(_VEHICLES):
        return False
    return take_unit(one, earlier[-1])


def part_of_projects(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """«из 40 проектов на 2 млрд семь запущены, по пяти ищут инвестора»: by how far they are."""
    one = drafts[index]
    sentence = one.sentence
    whole = next(
        (
            d
            for d in (*reversed(drafts[:index]), *reversed(previous[-_LAST:]))
            if d.kind == "count" and not d.rejected and d.value > one.value and _counts_projects(d)
        ),
        None,
    )
    if whole is None and one.sentence.begins(_PROJECTS) and _headed(one):
        return _take_stage(one)
    if whole is None:
        return False
    far = _FAR if sentence.begins(_BY_STAGE) else 1  # «По стадиям: введены 21, строятся 38, …»
    if sentence.number - whole.sentence.number > far:
        return False
    if one.quantity.scale != OWN_SCALE or not 0 < one.value < whole.value:
        return False
    if one.value != int(one.value) or not _staged(one):
        return False
    after = one.last + (sentence.word_at(one.last) in ("еще", "пока", "уже"))
    if names_another(one) and not any(cue.first == after for cue in sentence.cues):
        return False  # «возводят четыре электростанции», but «по 12 идут переговоры»
    noun = whole.quantity.noun
    if one.value == 1 and noun is not None and noun.id == "object" and _told_posts(one):
        return False  # «план реконструкции постов касается шести объектов; сдан пока один»
    one.kind, one.unit = whole.kind, whole.unit
    # «Взялись за пункты пропуска. В списке 20 объектов. Первые пять сдали весной»: posts
    same = whole.sentence is sentence or _told_posts(whole)
    if noun is not None and noun.id == "object" and same:
        one.quantity = replace(one.quantity, noun=noun)  # of posts or of projects, as they are
    else:
        one.indicator = "projects_count"
    one.note("some of the projects before")
    return True


def _told_posts(one: Draft) -> bool:
    """Whether the sentence or the one before speaks of posts before a number."""
    tokens, at = one.sentence.mentions.tokens, one.sentence.number
    first, _ = tokens.bounds[max(0, at - 1)]
    return any(is_post(word) for word in tokens.low[first : one.at])


def _headed(one: Draft) -> bool:
    """Whether projects without a number head the list of a sentence: «Проекты: 12 завершены, …»."""
    low, sentence = one.sentence.low, one.sentence
    colon = next((i for i in range(sentence.first, one.at) if low[i] in (":", "–", "—")), None)
    if colon is None or colon - sentence.first > _HEADING:
        return False
    return any(low[i].startswith(_PROJECTS) for i in range(sentence.first, colon))


def _take_stage(one: Draft) -> bool:
    """Let a number count projects where what stands beside it tells how far they are."""
    whole_number = one.quantity.scale == OWN_SCALE and one.value == int(one.value)
    if not whole_number or not _staged(one) or names_another(one):
        return False
    one.kind = one.unit = "count"
    one.indicator = "projects_count"
    one.note("projects, by how far they are")
    return True


def _counts_projects(one: Draft) -> bool:
    noun = one.quantity.noun
    return one.indicator == "projects_count" or (noun is not None and noun.kind == "projects_count")


def _staged(one: Draft) -> bool:
    """Whether the words right beside a number tell how far something is."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead).startswith(_REST):
        return True
    clause = sentence.clause(one.at)
    about = sentence.word_before(one.quantity.lead) == "по"
    if any(
        sentence.clause(hit.first) == clause
        and hit.entry.value != "projects_value"
        and not (about and hit.entry.id == "contracts")  # «по восьми уже есть договорённости»
        and not sentence.low[hit.first].startswith("инвестор")
        for hit in sentence.indicators
    ):
        return False
    return any(
        cue.entry.kind in _STAGES
        and sentence.clause(cue.first) == clause
        and (0 <= cue.first - one.last <= _BESIDE or 0 <= one.quantity.lead - cue.last <= _BESIDE)
        for cue in sentence.cues
    )


def change_of_count(drafts: Sequence[Draft], index: int) -> bool:
    """«прошло 130 тыс. машин, что на 22% или 29 тысяч больше»: of what was counted."""
    one = drafts[index]
    if index < 2 or drafts[index - 1].kind != "percent":
        return False
    whole, low = drafts[index - 2], one.sentence.low
    between = [word for word in low[drafts[index - 1].last : one.quantity.lead] if word != "на"]
    more = low[one.last : one.last + 1]
    if between not in (["или"], [",", "или"]) or more not in (["больше"], ["меньше"]):
        return False
    if whole.quantity.noun is None or one.value >= whole.value:
        return False
    one.quantity = replace(one.quantity, noun=whole.quantity.noun)
    one.kind, one.unit = whole.kind, whole.unit
    one.note("a change of what was counted")
    return True


def part_of_before(one: Draft, previous: Sequence[Draft]) -> bool:
    """«Из них 1,5 тысячи – грузовые»: a part of what the sentence before counts."""
    sentence = one.sentence
    if sentence.low[sentence.first : sentence.first + 2] != ["из", "них"] or not previous:
        return False
    whole = previous[-1]
    if sentence.number - whole.sentence.number > 1 or one.value >= whole.value:
        return False
    if whole.kind in ("percent", "ratio", "rank") or whole.rejected:
        return False
    if not any(hit.entry.value in SIDES for hit in sentence.indicators):
        one.indicator = whole.indicator  # but «Из них на импорт пришлось 90 миллионов»
    return take_unit(one, whole)


def counts_again(one: Draft, other: Draft) -> bool:
    """«работают 900 фирм, в соседней стране – 1,2 тыс. турецких»: of what is counted before."""
    noun = other.quantity.noun
    after = one.sentence.low[one.last] if one.last < one.sentence.last else "."
    counted = noun.kind if noun is not None else other.indicator  # «предприятий … три тысячи»
    if other.kind != "count" or counted is None or not counted.endswith(COUNTS):
        return False
    if one.quantity.scale != _THOUSAND or not (after in AFTER or after.endswith(MODIFIERS)):
        return False
    one.indicator = counted
    return take_unit(one, other)


def numbered_of(one: Draft) -> str | None:
    """Return what grows in «число американских компаний увеличилось на 9 процентов»."""
    if one.kind not in ("percent", "ratio"):
        return None
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    if low[one.last : one.last + 1] == ["от"]:
        # «36% от общего количества предприятий»
        for here in range(one.last + 1, min(one.last + 7, sentence.last)):
            hit = counted.get(here)
            if hit is not None and hit.entry.kind.endswith(_NUMBERED):
                return hit.entry.kind
        if any(word.startswith("числ") for word in low[one.last + 1 : one.last + 4]):
            # «1 830 компаний, или 38% от общего их числа»
            own = [q for q in sentence.quantities if q.last <= one.first and q.noun is not None]
            noun = own[-1].noun if own else None
            if noun is not None and noun.kind.endswith(_NUMBERED):
                return noun.kind
    if not sentence.begins(_NUMBER):
        return None
    for index in range(sentence.first, one.at):
        if low[index].startswith(_NUMBER) and low[index] != "числе":
            for here in range(index + 1, min(index + 6, one.at)):
                hit = counted.get(here)
                if hit is not None and hit.entry.kind.endswith(_NUMBERED):
                    return hit.entry.kind
    return None
