"""Whether a bare number counts checkpoints, and of which count it is a part.

«25 пунктов пропуска: два железнодорожных, шесть автомобильных и 17 упрощённых»      each a count
«до остальных шести руки не дошли»                                   some of those counted before
«пользовались другими постами: их на границе ещё пять»               a number that ends its clause
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.count.post_parts import counts_posts, part_of_posts
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.language.stems import Stems

# what a post consists of
POST_PARTS = Stems("бокс", "кабин", "окон", "окна", "полос")
# adjectives that tell the kind of a post: «шесть автомобильных»
_KINDS = (
    "авиацион", "автодорож", "автомобил", "воздуш", "грузов", "двусторон", "двухсторон",
    "железнодорож", "международн", "многосторон", "морск", "пассажирск", "речн", "упрощ",
)  # fmt: skip
_VERB = re.compile(r"[а-я]{3,}[аеиюуя]т(ся)?$")  # «семь автомобильных относятся к области»
_LISTED = frozenset({",", ";", "и", "а", "также", "–", "—", "(", ")", ":"})
_TELLS = frozenset({"включая", "их"})
_CLAUSE_ENDS = frozenset(",.;")
_OTHERS = ("други", "остальн", "оставш", "прочи")
_PLURALS = ("ые", "ых", "ым", "ие", "их", "им")  # «трёх прочих»
_DASHES = frozenset("–—-")
_BEFORE_NAMES = frozenset(",(:–—-")
_LIST = frozenset('«»",и')
_ITEM_OPENS = frozenset(", ; : . ( • – —".split())
_ITEM_ENDS = frozenset({*", . ; )".split(), "и", "а"})
_MOST = 60  # posts on all borders
_NEAR, _BACK = 4, 5
_FAR = 7  # tokens of «из которых к настоящему времени завершён один»
_REST = ("остальн", "оставш")
_REACHED = ("очеред", "рук")
_WHOLLY = frozenset("капитально лишь пока полностью только уже целиком".split())
_ONLY = frozenset({"лишь", "пока", "только"})
_WHICH = frozenset({"которых", "них"})
_AT = frozenset({"на", "по", "у"})
_AT_WORK = (
    "вед", "завер", "ид", "ищ", "модерниз", "начал", "начат", "подрядчик", "продолж", "работ",
    "разработ", "реконструк", "ремонт", "стро",
)  # fmt: skip
# «ещё семь стоят в плане»
_DUE = (
    "внесен", "включен", "дострои", "ждут", "закончат", "значат", "обнов", "отремонт",
    "реконструир", "ремонтир", "сдад", "стоят", "строят",
)  # fmt: skip
_WORKS = ("капремонт", "модерниз", "обновлени", "перестройк", "реконструк", "ремонт")
_DONE = (
    "введен", "готов", "завершен", "запущен", "модернизирован", "обновлен", "открыт",
    "отремонтирован", "сдан",
)  # fmt: skip


def of_kind(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> Draft | None:
    """Return the count of posts that a bare number is of, by the kind that follows it, or None.

    Parameters
    ----------
    drafts, index
        The drafts of the sentence, in order, and the place of the number among them.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    one = drafts[index]
    low, sentence = one.sentence.low, one.sentence
    if whole := part_of_posts(drafts, index):
        return whole
    if whole := _of_a_whole(drafts, index, previous):
        return whole
    if _is_rest(drafts, index, previous) or _in_pair(drafts, index):
        return one
    if _counts_done(one):
        return one
    if _of_them(one) or _names_follow(one) or _on_border(one) or _more_due(one, previous):
        return one
    after = low[one.last : sentence.last]
    if after and after[0] in ("–", "—"):
        after = after[1:]  # «пять – многосторонние»
    if not after or not after[0].startswith(_KINDS):
        return None
    following = after[1] if len(after) > 1 else "."
    told = following in _LISTED or following.startswith(_KINDS) or _VERB.search(following)
    if following.isalpha() and not told:
        return None  # «шесть автомобильных мостов»
    here = [d for d in drafts if d is not one and counts_posts(d)]
    if not here and _told_posts(one):
        return one  # «Что касается пунктов пропуска, то их восемь автомобильных»
    if here:
        return min(here, key=lambda d: abs(d.at - one.at))
    recent = [d for d in previous[-4:] if d.indicator == "checkpoints_count"]
    near = recent and recent[-1].sentence.number >= sentence.number - 1
    return recent[-1] if near else None


def _of_a_whole(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> Draft | None:
    """The count of posts that a bare number is some of: «до остальных шести», «по трём ищут …»."""
    one = drafts[index]
    sentence, low = one.sentence, one.sentence.low
    if one.quantity.noun is not None or one.value != int(one.value):
        return None
    recent = [
        d
        for d in previous[-4:]
        if d.indicator == "checkpoints_count" and d.sentence.number >= sentence.number - 2
    ]
    back = sentence.mentions.tokens.bounds[max(0, sentence.number - 1)][0]
    told = bool(recent) or any(is_post(word) for word in low[back : one.at])
    here = [d for d in drafts[:index] if counts_posts(d) or (told and _counts_objects(d))]
    wholes = [d for d in (*recent, *here) if d.value > one.value]
    if not wholes:
        return None
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in _WHOLLY  # «отремонтирован полностью один»
    before = sentence.word_before(lead)
    after = sentence.word_at(one.last)
    not_yet = before == "до" and after.startswith(_REACHED)  # «до 27 руки не дошли»
    if before.startswith(_REST) or after.startswith(_REST) or not_yet:
        one.qualifier = "exact"  # «до остальных шести руки не дошли»
        return wholes[-1]
    none = "ни" in low[max(sentence.first, lead - 2) : lead]  # «ни в одном»
    if here and sentence.word_before(here[0].quantity.lead) == "из" and not none:
        return wholes[-1]  # «Из четырёх постов, что в плане, сдан один, по трём работы идут»
    led = low[max(sentence.first, lead - _FAR) : lead]
    if here and "из" in led and not _WHICH.isdisjoint(led):
        return wholes[-1]  # «… постов, из которых завершён один»
    of_them = after == "из" and sentence.word_at(one.last + 1) in _WHICH
    if (
        here
        and of_them
        and any(
            word.startswith(_DONE)
            for word in low[one.last : min(one.last + _FAR + 2, sentence.last)]
        )
    ):
        return wholes[-1]  # «шесть постов; один из них, «Аухатты», уже сдан»
    if here and of_them and before in _AT and sentence.word_before(lead - 1) in _ONLY:
        return wholes[-1]  # «семь постов, техника появилась только на одном из них»
    if (here or recent) and before in _AT and after.startswith(_AT_WORK):
        return wholes[-1]  # «сданы 4, на пяти идут работы, по трём ищут подрядчика»
    close = here or recent[-1].sentence.number == sentence.number - 1
    more = before == "еще" and (_ends_clause(after) or after.startswith(_AT_WORK))
    return wholes[-1] if close and (more or before.startswith(_DONE)) else None


def _in_pair(drafts: Sequence[Draft], index: int) -> bool:
    """«подключат все посты, сейчас очередь действует на пяти из восьми»: some of those named."""
    one = drafts[index]
    low, sentence = one.sentence.low, one.sentence
    beside: Sequence[Draft] = [one]
    if low[one.last : one.last + 1] == ["из"]:
        beside = drafts[index : index + 2]
    elif sentence.word_before(one.quantity.lead) == "из" and index:
        beside = drafts[index - 1 : index + 1]
    if len(beside) != 2 or beside[1].quantity.lead - beside[0].last != 1:
        return False
    some, whole = beside
    if any(d.quantity.noun is not None or d.kind not in ("bare", "count") for d in beside):
        return False
    led = sentence.word_before(some.quantity.lead) in _AT
    if not (0 < some.value < whole.value <= _MOST):
        return False
    if led and any(is_post(low[i]) for i in range(sentence.first, some.at)):
        return True
    # «Посты обновляют по всей границе. Готовы уже 11 из 37»
    at = some.quantity.lead - 1
    at -= low[at] in ("лишь", "пока", "только", "уже")
    back = sentence.mentions.tokens.bounds[max(0, sentence.number - 1)][0]
    done = at >= sentence.first and low[at].startswith(_DONE)
    return done and any(is_post(word) for word in low[back : sentence.first])


def _counts_done(one: Draft) -> bool:
    """«Министр рассказал о новых постах: шесть введены в строй»: a number and what is done."""
    sentence, low = one.sentence, one.sentence.low
    lead = one.quantity.lead
    if one.quantity.noun is not None or sentence.word_before(lead) not in (":", "–", "—"):
        return False
    if not sentence.word_at(one.last).startswith(_DONE) or sentence.begins(POST_PARTS):
        return False
    return any(is_post(low[i]) for i in range(max(sentence.first, lead - _BACK), lead))


def _is_rest(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """«у двух из пяти … Для трёх обойдённых», «Недоставало трёх»: what a whole less its part is."""
    one = drafts[index]
    sentence = one.sentence
    if one.quantity.noun is not None or one.kind not in ("bare", "count"):
        return False
    told = [d for d in previous[-3:] if d.sentence.number >= sentence.number - 1]
    told = [d for d in (*told, *drafts[:index]) if counts_posts(d)][-2:]
    if told and sentence.word_at(one.last).startswith(_OTHERS):
        return True  # «Обновление девяти прочих подходит к концу»
    values = sorted(d.value for d in told)
    if len(values) != 2 or values[1] - values[0] != one.value or values[0] == one.value:
        return False
    after = sentence.word_at(one.last)
    return (
        after in _LISTED or after in _CLAUSE_ENDS or after.endswith(_PLURALS)
        or _VERB.search(after) is not None
    )  # fmt: skip


def _more_due(one: Draft, previous: Sequence[Draft]) -> bool:
    """«обновит четыре пункта … Ещё семь стоят в плане на 2027 год»: more of the posts told."""
    sentence = one.sentence
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in _AT
    if one.quantity.noun is not None or sentence.word_before(lead) != "еще":
        return False
    stems = _DUE if lead == one.quantity.lead else (*_DUE, *_AT_WORK)  # «ещё на шести идут работы»
    ahead = sentence.low[one.last : min(one.last + _NEAR, sentence.last)]
    due = next((i for i, word in enumerate(ahead) if word.startswith(stems)), None)
    # «Ещё девять вот-вот закончат обновлять», «Реконструкция ещё шести близка к концу»
    worked = sentence.word_before(lead - 1).startswith(_WORKS)
    return (worked or (due is not None and _CLAUSE_ENDS.isdisjoint(ahead[:due]))) and any(
        d.indicator == "checkpoints_count" and d.sentence.number >= sentence.number - 2
        for d in previous[-4:]
    )


def _ends_clause(word: str) -> bool:
    """«ещё три, включая «Аят», обновят», «ещё два – в 2028 году»."""
    return word in _CLAUSE_ENDS or word in _DASHES


def _names_follow(one: Draft) -> bool:
    """«на двух, «Аяте» и «Убагане», работы идут», «готов один – «Аят»»: as many names at once."""
    low, sentence = one.sentence.low, one.sentence
    if one.quantity.noun is not None or sentence.begins(POST_PARTS):
        return False
    at = one.last
    if at >= sentence.last or low[at] not in _BEFORE_NAMES:
        return False
    at += 1 + (low[at + 1 : at + 2] in (["«"], ['"']))
    posts = sentence.posts
    start = next((i for i, place in enumerate(posts) if place.first == at), None)
    if start is None:
        return False
    listed = 1
    for left, right in pairwise(posts[start:]):
        if not _LIST.issuperset(low[left.last : right.first]):
            break
        listed += 1
    return listed == one.value


def _of_them(one: Draft) -> bool:
    """«пользовались другими постами: их на границе ещё пять»: a number that ends its clause."""
    low, sentence = one.sentence.low, one.sentence
    if not _CLAUSE_ENDS.issuperset(low[one.last : one.last + 1]):
        return False
    if sentence.word_before(one.quantity.lead) == "их":
        # «… о пунктах пропуска. Всего на границе их пятьдесят два»
        back = low[max(0, sentence.first - _FAR) : one.at]
        return any(is_post(word) for word in back)
    if sentence.word_before(one.quantity.lead) != "еще":
        return False
    them = next((i for i in range(one.at, sentence.first, -1) if low[i] == "их"), None)
    if them is None:
        return False
    return any(is_post(word) for word in low[max(sentence.first, them - _BACK) : them])


def _on_border(one: Draft) -> bool:
    """«Пункты пропуска распределены так: на российском участке – 30, с Ираном – два»: an item."""
    sentence, low = one.sentence, one.sentence.low
    dash = one.quantity.lead - 1
    if sentence.word_at(dash) not in _DASHES or one.value != int(one.value):
        return False
    if not 0 < one.value <= _MOST or sentence.indicators or sentence.has("up", "down"):
        return False
    if one.last < sentence.last and low[one.last] not in _ITEM_ENDS:
        return False
    opening = next((i for i in range(dash - 1, sentence.first, -1) if low[i] in _ITEM_OPENS), None)
    first = sentence.first if opening is None else opening
    border = any(
        p.kind in ("adjective", "country") and first <= p.first < dash for p in sentence.abroad
    )
    if not border and not low[dash - 1].startswith(_KINDS):
        return False
    if any(is_post(low[i]) for i in range(sentence.first, dash)):
        return True
    told, _ = sentence.mentions.tokens.bounds[max(0, sentence.number - 2)]
    return any(is_post(word) for word in low[told : sentence.first])


def _told_posts(one: Draft) -> bool:
    """Whether the sentence has named posts before a number of their kind."""
    low, sentence = one.sentence.low, one.sentence
    return any(is_post(low[i]) for i in range(sentence.first, one.at)) and not _TELLS.isdisjoint(
        low[sentence.first : one.at]
    )


def _counts_objects(one: Draft) -> bool:
    """«договоры по 12 объектам», where posts were counted before."""
    noun = one.quantity.noun
    return not one.rejected and noun is not None and noun.id == "object"
