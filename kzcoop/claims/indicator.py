"""Which indicator a figure has: the likeliest candidate, or what its kind implies.

«Пять лет назад этот показатель был вшестеро меньше»: the one of the figure before
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.counted import count_indicator
from kzcoop.claims.counted_part import part_of_counted
from kzcoop.claims.draft import Draft
from kzcoop.claims.indicator_candidates import candidates
from kzcoop.claims.rank import rank_indicator
from kzcoop.claims.sentence import answers_goal
from kzcoop.claims.topic import Topic
from kzcoop.language.stems import Stems, Words

# not «прошлого года»
_PASSED = frozenset("прошел прошла прошли прошло прошедших".split())
# «построят за 120 млрд»
_BUILT = (
    "возведут", "возвел", "возводит", "построен", "построил", "построит", "построят", "соорудит",
    "соорудят", "строит", "строят",
)  # fmt: skip
_LEADS_TO = 3  # tokens from «вырастет втрое» to «и составит 900 машин»
_MOVING = Stems(
    "провез",
    "достав",
    "поезд",
    "порт",
    "станци",
    "рейс",
    "железн",
    "провоз",
    "обработа",
    "прокач",
    "провест",
    "проведут",
)
# «Товарооборот … Сегодня он превышает …»
_PRONOUNS = Words("он", "она", "они", "оно")
_GOING_ON = (["из", "них"], ["причем", "из"])
_REFERS = Stems("показател", "цифр", "значени")
_LEVELS = Stems("планк", "показател", "рубеж")
_PARTNERS = Stems("партнер")
_TARGETED = Stems("целев")
_AIMS = ("планк", "рубеж", "цель")
_BARS = Stems("планк", "рубеж")
_DIRECTIONS = Stems("направлени")
_LEFT = ("ушел", "ушл")
_MOVES = frozenset({"freight", "transit"})
FLOWS = frozenset({"export", "import", "investment", "turnover"})
# flows of which a goal without a word of its own is not, where the report opened with trade
_OTHERS = SIDES | {"projects_value"}
_OURS = ("вывоз", "поставк", "продукци", "сырь", "товар", "экспорт")
_ASKED = ("задач", "ориентир", "планк", "цел")
_SOON = 5  # tokens from «этот показатель» to its figure
_PIECES = 2  # sentences through which pieces are of the trade told before
_DAILY = 3  # sentences through which vehicles are counted by the day
_REACH = 4  # sentences through which a topic stays
_MINIMUM = 0.8  # score of a candidate that is believed


def assign_indicator(one: Draft, done: Sequence[Draft], topic: Topic) -> None:
    """Set what a figure is about: what it counts, the best candidate, or what its kind implies."""
    number = one.sentence.number
    daily, posts = number - topic.vehicle_sentence <= _DAILY, number - topic.post_sentence == 1
    count_indicator(one, done, daily, posts)
    if one.rejected:
        return
    told = topic.told.flow if one.kind == "money" else topic.told.claim
    if told in SIDES and topic.told.sentence == "turnover" and one.kind != "money":
        told = "turnover"  # «товарооборот – 540 млн: 150 – экспорт, … За год показатель вырос»
    if one.indicator is None and told and _points_back(one):
        one.indicator = told
        one.note("«этот показатель»: what the figure before is about")
    opens = one.quantity.form == "fraction" and one.quantity.lead == one.sentence.first
    named = [h for h in one.sentence.indicators if not one.sentence.low[h.first].startswith("уш")]
    if one.indicator is None and opens and not named and topic.told.claim in _MOVES:
        one.indicator = topic.told.claim  # «проследовало 9 тыс. ДФЭ. Половина ушла в Польшу»
    if one.indicator is None and one.kind == "percent":
        one.indicator = part_of_counted(one)
    if one.indicator is None:
        _weigh(one, done, topic)
        if one.rejected:
            return
    listed = one.indicator == "export" and topic.told.claim == "goods_positions"
    listed = listed and one.kind == "money" and _adds_to_list(one)
    if listed or _grows_by_list(one, done):
        one.indicator = "export_potential"  # «52 наименования. Это ещё 45 миллионов экспорта»
    beside = _on_side(one)
    if beside is not None and one.indicator in SIDES:
        one.indicator = beside  # «3,9 млн пришлось на экспорт и 0,7 млн – на импорт»
    if (whole := _fraction_of(one)) is not None:
        one.indicator = whole  # «почти половина накопленных прямых инвестиций»
    if done and one.indicator == done[-1].indicator and _turns(one, done[-1]):
        one.indicator = "import" if one.indicator == "export" else "export"
    if _of_partners(one):
        one.indicator = "turnover"  # «С долей 17% Казахстан – третий среди торговых партнёров»
    if one.indicator == "turnover" and _falls_on_ours(one):
        one.indicator = "export"  # «из них 1,3 млрд пришлось на казахстанские товары»
    if one.kind == "rank":
        one.indicator = rank_indicator(one) or one.indicator
    if one.indicator == "export_potential" and one.kind in ("percent", "ratio"):
        one.indicator = "export"


def _grows_by_list(one: Draft, done: Sequence[Draft]) -> bool:
    """«перечень из 90 наименований, поставки которых могут вырасти на 250 млн»."""
    last = done[-1].indicator if done else None
    low, lead = one.sentence.low, one.quantity.lead
    of_them = any(word.startswith("котор") for word in low[done[-1].last : lead]) if done else False
    money = one.kind == "money" and one.indicator in SIDES
    return money and last == "goods_positions" and of_them and low[lead - 1] == "на"


def _turns(one: Draft, last: Draft) -> bool:
    """Whether a flow goes the other way than the one before in its sentence.

    «туда ушло товаров на 320 млн, обратно – на 130»
    «казахстанские поставки – 240 млн – выросли, польские (402 млн) – тоже»
    """
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES or one.sentence is not last.sentence:
        return False
    between = range(last.last, one.quantity.lead)
    if any(low[i] in ("обратно", "оттуда") for i in between):
        return True
    ours = any(p.codes == ("KAZ",) and p.kind == "adjective" and p.first < last.at
               and low[p.last].startswith(_OURS) for p in sentence.places)  # fmt: skip
    return ours and any(
        p.kind == "adjective" and p.codes != ("KAZ",) and p.first in between
        and p.last == one.quantity.lead - 1 and low[p.last] in ("(", "–", "—")
        for p in sentence.places
    )  # fmt: skip


def _fraction_of(one: Draft) -> str | None:
    """What a fraction is of, where a flow follows it at once, past its adjectives."""
    if one.quantity.form != "fraction" or one.indicator not in FLOWS:
        return None
    low, sentence = one.sentence.low, one.sentence
    for index in range(one.last, min(one.last + 4, sentence.last)):
        for hit in sentence.indicators:
            if hit.first <= index < hit.last and hit.entry.value in FLOWS:
                return hit.entry.value if hit.entry.kind in FLOWS else None
        if not low[index].endswith(("ых", "их", "ой", "ого", "его")):
            return None
    return None


def _of_bar(one: Draft) -> bool:
    """Whether «планку» stands between a paper that was signed and a figure."""
    first = one.candidates[0].first if one.candidates else -1
    words = one.sentence.low[first : one.at] if first >= one.sentence.first else []
    return any(word.startswith("планк") for word in words)


def _of_partners(one: Draft) -> bool:
    """Whether a percentage is the share by which a partner is ranked."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "percent" or sentence.indicators or not sentence.begins(_PARTNERS):
        return False
    led = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    return any(word.startswith("дол") for word in led)


def _adds_to_list(one: Draft) -> bool:
    before = one.sentence.low[max(one.sentence.first, one.quantity.lead - 4) : one.last]
    return any(word in ("еще", "плюс") or word.startswith("дополнит") for word in before)


def _on_side(one: Draft) -> str | None:
    """The flow that a dash and «на» give a figure: «0,7 млн – на импорт»."""
    after = one.sentence.low[one.last : one.last + 3]
    if len(after) < 3 or after[0] not in ("–", "—", "-") or after[1] != "на":
        return None
    return {"импорт": "import", "ввоз": "import", "экспорт": "export", "вывоз": "export"}.get(
        after[2]
    )


def _falls_on_ours(one: Draft) -> bool:
    """Whether a part of the turnover is told to fall on Kazakhstan's goods."""
    after = one.sentence.low[one.last : one.last + 4]
    return (
        bool(after)
        and after[0].startswith(("прих", "приш"))
        and any(
            on == "на" and whose.startswith("казахстанск") and what.startswith(_OURS)
            for on, whose, what in zip(after, after[1:], after[2:], strict=False)
        )
    )


def _points_back(one: Draft) -> bool:
    """«Пять лет назад этот показатель был вшестеро меньше»: of what was counted before."""
    sentence = one.sentence
    if one.kind == "money":
        # «поднять данный показатель до 9 млрд, замещая импорт»
        before = sentence.low[max(sentence.first, one.at - _SOON) : one.at]
        named = any(hit.first < one.at for hit in sentence.indicators)
        return not named and any(
            this.startswith(("данн", "эт")) and word.startswith("показател")
            for this, word in pairwise(before)
        )
    if one.kind not in ("percent", "ratio") or sentence.indicators:
        return False
    return sentence.begins(_REFERS)


def _weigh(one: Draft, done: Sequence[Draft], topic: Topic) -> None:
    """Set the indicator that the words around make the likeliest."""
    ranked = candidates(one, done, _told(one, topic), topic.titled_flow)
    one.candidates = tuple(ranked)
    worked = one.kind == "money" and (not ranked or ranked[0].first < 0) and _of_jobs(one, done)
    if worked:
        one.indicator = "projects_value"
    elif not ranked or ranked[0].score < _MINIMUM:
        one.indicator = _default_indicator(one)
        if one.indicator is None:
            one.reject("out_of_scope")
            return
    else:
        one.indicator = ranked[0].indicator
        if ranked[0].first < 0 and one.kind == "money" and _builds_for(one):
            one.indicator = "projects_value"  # «построят новый терминал за 11 млрд тенге»
        if one.kind == "teu" and one.indicator in SIDES and _told(one, topic) in _MOVES:
            one.indicator = _told(one, topic)  # «контейнеров отправили 6 тыс. ДФЭ»
        if one.indicator == "freight" and topic.told.flow == "transit" and _of_them(one):
            one.indicator = "transit"  # «Из них по железной дороге – 24 млн тонн»
        if one.kind == "money" and one.indicator == "other" and _of_bar(one):
            one.indicator = "turnover"  # «подписали карту и подняли планку: вместо двух – три»
        if topic.corridor and ranked[0].first < 0 and one.kind in ("tonne", "teu", "wagon"):
            one.indicator = "transit"  # «маршрутом воспользовались 733 тыс. тонн»
        if (
            one.kind == "tonne"
            and one.indicator == "export"
            and ranked[0].word.startswith(_LEFT)
            and _told(one, topic) in _MOVES
            and not one.sentence.rows("commodities")
        ):
            one.indicator = "freight"  # of a railway: «Из Казахстана в Китай ушло 11 млн тонн»


def _of_jobs(one: Draft, done: Sequence[Draft]) -> bool:
    """«сборка тракторов (14 млн долларов, 180 рабочих мест), фабрика (22 млн, 300)»."""
    sentence, low = one.sentence, one.sentence.low
    following = [q for q in sentence.quantities if 0 <= q.lead - one.last <= 1]
    if any(q.noun is not None and q.noun.kind == "jobs" for q in following):
        return True
    bracket = low[one.quantity.lead - 1] == "("
    return bracket and any(
        other.indicator == "projects_value" and low[other.quantity.lead - 1] == "("
        for other in done
    )


def _of_them(one: Draft) -> bool:
    """Whether a sentence divides what the one before told: «Из них», «В том числе»."""
    sentence = one.sentence
    opening = sentence.low[sentence.first : sentence.first + 3]
    return opening == ["в", "том", "числе"] or opening[:2] == ["из", "них"]


def _told(one: Draft, topic: Topic) -> str | None:
    """The indicator that the text before a sentence leaves in reach."""
    low, sentence = one.sentence.low, one.sentence
    if one.kind == "pieces" and sentence.number - topic.pieces_sentence > _PIECES:
        return None  # what is counted in pieces is traded only where the text says so
    opening = low[sentence.first : sentence.first + 3]
    near = sentence.number - topic.sentence <= _REACH
    told = topic.told.paragraph or (topic.told.sentence if near else None)
    if (
        one.kind == "money"
        and sentence.begins(_LEVELS)
        and any(word.startswith(_LEVELS) for word in low[sentence.first : one.at])
    ):
        told = topic.told.flow or told  # «потом этот показатель дойдёт до 12 млрд»
        if topic.told.sentence == "turnover" and told in SIDES:
            told = "turnover"  # «товарооборот – 5 млрд, из них 3 – экспорт. Показатель …»
        if topic.told.paragraph == "turnover" and sentence.begins(_BARS):
            told = "turnover"  # «оборот упал, просел вывоз: … Планку в 10 млрд …»
    goal = sentence.has("goal") or (sentence.has("planned") and sentence.begins(_LEVELS))
    goal = goal or sentence.begins(_TARGETED) or _asked_for_goal(one)
    # «цель, которую поставили президенты»
    named = any(hit.entry.id != "sending" for hit in sentence.indicators)
    goal = goal and one.kind == "money" and not named
    asked = one.kind == "money" and not named and answers_goal(sentence)
    # «Вложения невелики – 12 млн. Стороны намерены к 2025-му выйти на полмиллиарда»
    reach = told == "investment" and "выйти" in low[sentence.first : one.at]
    if (goal or asked) and topic.told.lead == "turnover" and (told in _OTHERS or reach):
        told = "turnover"  # «Вывоз составил 511 млн. … Задача крупнее: выйти на миллиард»
    if one.kind == "money" and topic.told.claim == "goods_positions" and not sentence.indicators:
        told = "export_potential"  # «Список – 96 позиций. Дополнительный эффект – 230 млн»
    if sentence.holds(_PRONOUNS) and not _PRONOUNS.isdisjoint(
        low[sentence.first : sentence.first + 7]
    ):
        told = topic.told.named or told
    if sentence.begins(_DIRECTIONS) and topic.told.sentence == "export":
        told = "export"  # «Основными направлениями стали Россия (500 млн) и Китай»
    if opening in (["в", "том", "числе"], ["из", "них", ","]) or opening[:2] in _GOING_ON:
        told = topic.told.flow or told  # «В том числе 6,4 миллиарда …»
    return told


def _asked_for_goal(one: Draft) -> bool:
    """«– Какую цель вам поставили? – Полтора миллиарда к 2030 году»: by the question."""
    sentence = one.sentence
    if sentence.number == 0:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    asked = sentence.low[first:last]
    return "?" in asked and any(word.startswith(_ASKED) for word in asked)


def _default_indicator(one: Draft) -> str | None:
    """What tonnes, containers or wagons are where no word says it but something moves: freight."""
    if one.kind == "rank":
        return "turnover"  # «третье место среди торговых партнёров»
    low = one.sentence.low
    if one.kind == "money" and low[one.quantity.lead - 2 : one.quantity.lead] == ["пути", "к"]:
        return "turnover"  # «Казахстан и Грузия на пути к $2 млрд»
    led = low[max(one.sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if one.kind == "money" and any(word.startswith(_AIMS) for word in led):
        return "turnover"  # «ещё недавно цель в два миллиарда долларов казалась далёкой»
    if one.kind == "money" and _builds_for(one):
        one.note("built for so much")
        return "projects_value"
    if one.kind in ("percent", "ratio") and any(
        q.kind == "vehicle" and 0 <= q.lead - one.last <= _LEADS_TO for q in one.sentence.quantities
    ):
        one.note("grows to so many vehicles a day: capacity")
        return "other"
    if one.kind not in ("tonne", "teu", "wagon"):
        return None
    words = one.sentence.low[one.sentence.first : one.sentence.last]
    if one.kind == "tonne" and not (one.sentence.begins(_MOVING) or _PASSED & set(words)):
        return None
    one.note("something moves: freight")
    return "freight"


def _builds_for(one: Draft) -> bool:
    """«на границе построят аэропорт за 120 млрд тенге»: what is built costs so much."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead) != "за":
        return False
    clause = sentence.clause(one.at)
    return any(
        sentence.low[index].startswith(_BUILT)
        for index in range(sentence.first, one.at)
        if sentence.clause(index) == clause
    )


def name_compared(done: Sequence[Draft]) -> None:
    """Give the two sides of a comparison their flows.

    «импорт вшестеро больше экспорта – 607 против 105»
    """
    for index, one in enumerate(done[:-2]):
        if one.kind != "ratio" or one.indicator != "other":
            continue
        left, right = done[index + 1], done[index + 2]
        low, sentence = one.sentence.low, one.sentence
        if (
            left.kind != "money"
            or right.kind != "money"
            or "против" not in low[left.last : right.at]
        ):
            continue
        sides = [hit for hit in sentence.indicators if hit.entry.value in SIDES]
        before = [hit.entry.value for hit in sides if hit.first < one.at]
        after = [hit.entry.value for hit in sides if one.last <= hit.first < left.at]
        if before and after:
            left.indicator, right.indicator = before[-1], after[0]
