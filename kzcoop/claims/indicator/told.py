"""What the text before a sentence leaves in reach: the flow told last, or the one pointed back to.

«Пять лет назад этот показатель был вшестеро меньше»: of what was counted before
«Вывоз составил 511 млн. … Задача крупнее: выйти на миллиард»: of the whole trade again
«– Какую цель вам поставили? – Полтора миллиарда»: by the question
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.indicator.sense import means_other
from kzcoop.claims.place.partner_place import PREPOSITIONS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.topic.entry import heads_entry
from kzcoop.claims.topic.topic import BULLETS, Topic
from kzcoop.claims.topic.whole_trade import heads_trade
from kzcoop.language.stems import Stems, Words

# «Товарооборот … Сегодня он превышает …»
_PRONOUNS = Words("он", "она", "они", "оно")
_GOING_ON = (["из", "них"], ["причем", "из"])
_REFERS = Stems("показател", "цифр", "значени")
_NUMBER = Stems("количеств", "числ")
_LEVELS = Stems("планк", "показател", "рубеж")
_TARGETED = Stems("целев")
_BARS = Stems("планк", "рубеж")
_PARTNERS = Stems("партнер")
_DIRECTIONS = Stems("направлени")
# flows of which a goal without a word of its own is not, where the report opened with trade
_OTHERS = SIDES | {"export_potential", "projects_value"}
_GOES = SIDES | {"turnover"}
_IT = Words("ее", "его", "их")
_TOTAL = Stems("вместе", "итого", "сложив", "сумм", "суммарн")
_TOTALS = frozenset("в вместе итого сложив сумма суммарно".split())
_HEADS = Stems("лидер", "правительств", "премьер", "президент")
_ASKED = ("задач", "ориентир", "планк", "цел")
_COSTS = ("обойд", "обошл", "обход", "смет", "стоимост", "цена")
_SPENT = frozenset({"investment", "projects_value"})
_GIVES = ("дал", "дало", "закончил", "завершил", "обернул", "принес")
_GAVE = Stems(*_GIVES)
_NOW, _WANTED = Stems("нынешн"), Stems("хот", "намер", "мечта")
_INVESTORS = Stems("инвестор")
_TRADED = SIDES | {"turnover"}
_SOON = 5  # tokens from «этот показатель» to its figure
_NEXT = frozenset({"с", "со", "по"})  # what opens a sentence on the next partner
_LEADS = frozenset(":–—")
_NEAR_COLON = 3  # tokens of «целиком:»
_PIECES = 2  # sentences through which pieces are of the trade told before
_REACH = 4  # sentences through which a topic stays


def told_before(one: Draft, topic: Topic) -> str | None:
    """Return the indicator that the text before a sentence leaves in reach."""
    low, sentence = one.sentence.low, one.sentence
    row = low[sentence.first] in BULLETS and low[one.quantity.lead - 1] in _LEADS
    # «– автомобили: 74 тысячи штук» under «В закупках:»
    if one.kind == "pieces" and sentence.number - topic.pieces_sentence > _PIECES and not row:
        return None  # what is counted in pieces is traded only where the text says so
    opening = low[sentence.first : sentence.first + 3]
    near = sentence.number - topic.sentence <= _REACH
    told = topic.told.paragraph or (topic.told.sentence if near else None)
    before = sentence.number - 1
    named = topic.sentence == before != topic.sides_sentence  # told there without a figure
    if told == "investment" and named and topic.told.sentence == "turnover":
        told = "turnover"  # «Вложили 3 млрд. Зато торговать стали меньше. Вышло 1,4 млрд»
    apart = topic.told.traded and topic.told.paragraph is None
    if one.kind == "money" and apart and told in _SPENT and _year_gave(one):
        told = "turnover"  # «центр обойдётся в 80 млн. ¶ Прошлый год принёс лишь 2,1 млрд»
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
    if one.kind == "money" and topic.told.traded and _of_goal(one) and not _of_it(one):
        # «Вложения невелики – 12 млн. Стороны намерены к 2025-му выйти на полмиллиарда»
        reach = told == "investment" and (
            "выйти" in low[sentence.first : one.at] or sentence.begins(_HEADS)
        )
        if told in _OTHERS or reach:
            told = "turnover"  # «Вывоз составил 511 млн. … Задача крупнее: выйти на миллиард»
    if one.kind == "money" and told in _SPENT and one.unit != "KZT" and _instead_of_now(one):
        told = "turnover"  # «хотите 40 миллиардов долларов вместо нынешних тридцати»
    if told in _TRADED and _of_investors(one):
        told = "investment"  # «Среди инвесторов Сеул в десятке: Казахстан получил 9 млрд»
    if one.kind == "money" and _asked_the_price(one):
        return "projects_value"  # «– Сколько стоит программа? – Порядка 36 млрд тенге»
    if one.kind == "money" and topic.told.claim == "goods_positions" and not sentence.indicators:
        told = "export_potential"  # «Список – 96 позиций. Дополнительный эффект – 230 млн»
    if sentence.words & _PRONOUNS.bit and not _PRONOUNS.isdisjoint(
        low[sentence.first : sentence.first + 7]
    ):
        told = topic.told.named or told
    if told in SIDES and topic.told.traded and sentence.words & _PARTNERS.bit:
        told = "turnover"  # «Экспорт – 251 млн, импорт – 161. Главные партнёры – Россия (90 млн) …»
    if sentence.words & _DIRECTIONS.bit and topic.told.sentence == "export":
        told = "export"  # «Основными направлениями стали Россия (500 млн) и Китай»
    totals = opening[0] in _TOTALS and sentence.begins(_TOTAL)
    if topic.told.traded and "итог" in opening[:2] and opening[0] in ("итог", "общий"):
        totals = True  # «Маргарина продали на 18 млн. Общий итог года – 1,4 миллиарда»
    if told in SIDES and one.kind == "money" and totals:
        told = "turnover"  # «купили на 412 млн, а продали на 76. Итого 488 млн»
    if told in SIDES and _named_next(sentence) and topic.told.sentence == "turnover":
        told = "turnover" if topic.sentence == before else told
    if topic.told.entry and heads_entry(sentence):
        told = topic.told.entry  # «Катар: 8 млн. … проекты на 17 млрд. ¶ Оман: 63 млн»
    if told in SIDES and topic.told.traded and one.kind == "money" and _heads_year(sentence):
        told = "turnover"  # «• вывоз – 240 млн; • ввоз – 120. 2022 год целиком: 1 034 млн»
    turned = told in SIDES or told == "investment"
    if turned and topic.told.traded and one.kind == "money" and _turns_to_next(one, topic):
        told = "turnover"  # «Прага – 600 млн, из них 400 – экспорт. ¶ Словакия скромнее: 90 млн»
    if told == "investment" and one.kind != "tonne" and heads_trade(sentence):
        told = "turnover"
    if opening in (["в", "том", "числе"], ["из", "них", ","]) or opening[:2] in _GOING_ON:
        told = topic.told.flow or told  # «В том числе 6,4 миллиарда …»
    if told in TRADE and topic.told.flow in SIDES and _next_good(sentence):
        told = topic.told.flow  # «Труб мы продали на 52 млн. Муки – на 27»
    if topic.goods and told in _GOES and (one.kind == "tonne" or told in SIDES):
        told = _way_of_good(one, topic) or told
    return told


def _heads_year(sentence: Sentence) -> bool:
    """Whether a line past a list opens with a period and a colon, and names no flow."""
    low, tokens = sentence.low, sentence.mentions.tokens
    if sentence.indicators or not sentence.number or low[sentence.first] in BULLETS:
        return False
    if low[tokens.bounds[sentence.number - 1][0]] not in BULLETS:
        return False
    return any(
        period.first == sentence.first and ":" in low[period.last : period.last + _NEAR_COLON]
        for period in sentence.periods
    )


def _next_good(sentence: Sentence) -> bool:
    """«Муки – на 27 млн долларов»: the next good, and the verb of the sentence before."""
    named = sentence.rows("commodities")
    if not named or named[0].first != sentence.first or sentence.indicators:
        return False
    return sentence.word_at(named[0].last) in ("–", "—") and sentence.number > 0


def _turns_to_next(one: Draft, topic: Topic) -> bool:
    """Whether a paragraph opens with a country not told of before, and no word of trade."""
    sentence = one.sentence
    if topic.told.paragraph is None and not sentence.indicators and _headed(sentence):
        return True  # «Венгрия. Здесь туманно. Премьер назвал за 2024 год 200 млн долларов»
    if sentence.indicators or not sentence.abroad or heads_entry(sentence):
        return False
    paragraph, place = sentence.mentions.tokens.paragraph, sentence.abroad[0]
    opens = sentence.number > 0 and paragraph[sentence.number - 1] != paragraph[sentence.number]
    return (
        opens
        and place.kind == "country"
        and place.first - sentence.first <= 1
        and topic.partner != ()
        and set(place.abroad).isdisjoint(topic.partner)
    )


def _headed(sentence: Sentence) -> bool:
    """Whether the paragraph of a sentence opens with a country alone: «Венгрия.»."""
    tokens, number = sentence.mentions.tokens, sentence.number
    first = number
    while first and tokens.paragraph[first - 1] == tokens.paragraph[number]:
        first -= 1
    start, last = tokens.bounds[first]
    return first < number and any(
        place.kind == "country" and place.first == start and last - place.last == 1
        for place in sentence.mentions.places
        if place.first < last
    )


def _way_of_good(one: Draft, topic: Topic) -> str | None:
    """«Вывезли 40 тыс. тонн муки. … ¶ Обратно везут изюм. … ¶ Январь: 7 тыс. тонн муки»."""
    if any(hit.entry.value in _GOES for hit in one.sentence.indicators):
        return None
    names = {hit.entry.value for hit in one.sentence.rows("commodities")}
    return topic.goods.get(names.pop()) if len(names) == 1 else None


def _year_gave(one: Draft) -> bool:
    """Whether a year or months are what gave so much: trade, and nothing that is spent."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_GAVE):
        return False
    return any(
        period.role == "at"
        and period.last <= one.at
        and sentence.word_before(period.first) not in PREPOSITIONS
        and not one.crossed(period.last, one.at)
        and any(low[i].startswith(_GIVES) for i in range(period.last, one.quantity.lead))
        for period in sentence.periods
    )


def _named_next(sentence: Sentence) -> bool:
    """«(Торговля с ЕАЭС – 2 млрд.) С Китаем – 40 млрд»: the next partner, and no flow by name."""
    if not sentence.abroad or sentence.low[sentence.first] not in _NEXT:
        return False
    near = sentence.abroad[0].first - sentence.first <= len(_NEXT)
    return near and not any(hit.entry.value in SIDES for hit in sentence.indicators)


def _instead_of_now(one: Draft) -> bool:
    """Whether a sentence of no indicator wants so much instead of what is."""
    sentence = one.sentence
    if sentence.indicators or not sentence.begins(_NOW):
        return False
    return sentence.begins(_WANTED) and any(
        sentence.low[at - 1] in ("вместо", "с") for at in sentence.where(_NOW)
    )


def _of_investors(one: Draft) -> bool:
    """Whether a sentence opens with investors, and tells of nothing else."""
    sentence = one.sentence
    if one.kind != "money" or not sentence.begins(_INVESTORS):
        return False
    opening = sentence.low[sentence.first : sentence.first + _SOON]
    return any(word.startswith("инвестор") for word in opening) and all(
        hit.entry.kind == "investment" for hit in sentence.indicators
    )


def _of_it(one: Draft) -> bool:
    """«Экспорт прибавил 9%. К 2029 году его собираются довести до 52 млрд»: the flow told last."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.holds(_IT) and any(
        low[i] in _IT and not low[i + 1].startswith(_ASKED)  # «Её цель – 90 млн»: of a road map
        for i in range(sentence.first, one.at)
    )


def _of_goal(one: Draft) -> bool:
    """Whether a sentence of no flow tells of a goal, or answers who asked for one."""
    sentence = one.sentence
    if any(hit.entry.id != "sending" and not means_other(one, hit) for hit in sentence.indicators):
        return False  # but «цель, которую поставили президенты»
    goal = sentence.has("goal") or (sentence.has("planned") and sentence.begins(_LEVELS))
    return goal or sentence.begins(_TARGETED) or _asked_for_goal(one)


def _asked_for_goal(one: Draft) -> bool:
    """«– Какую цель вам поставили? – Полтора миллиарда к 2030 году»: by the question."""
    sentence = one.sentence
    if sentence.number == 0:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    asked = sentence.low[first:last]
    return "?" in asked and any(word.startswith(_ASKED) for word in asked)


def _asked_the_price(one: Draft) -> bool:
    """Whether the sentence before asks what something costs."""
    sentence = one.sentence
    if sentence.number == 0:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    asked = sentence.low[first:last]
    return "?" in asked[-2:] and any(
        word.startswith(_COSTS) or (word.startswith("сто") and "сколько" in asked[:at])
        for at, word in enumerate(asked)
    )


def points_back(one: Draft) -> bool:
    """«Пять лет назад этот показатель был вшестеро меньше»: of what was counted before."""
    sentence = one.sentence
    if one.kind in ("percent", "ratio") and _of_that_number(one):
        return True
    if not sentence.begins(_REFERS):
        return False
    if one.kind == "money":
        # «поднять данный показатель до 9 млрд, замещая импорт»
        before = sentence.low[max(sentence.first, one.at - _SOON) : one.at]
        named = any(hit.first < one.at for hit in sentence.indicators)
        return not named and any(
            this.startswith(("данн", "эт")) and word.startswith("показател")
            for this, word in pairwise(before)
        )
    return one.kind in ("percent", "ratio") and not sentence.indicators


def _of_that_number(one: Draft) -> bool:
    """«Фирм там 27. За три года это число хотят утроить, а оборот – довести до …»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_NUMBER) or any(hit.first < one.at for hit in sentence.indicators):
        return False
    opened = range(max(sentence.first, one.at - _SOON), one.at - 1)
    return any(low[i].startswith(("данн", "эт")) and low[i + 1].startswith(_NUMBER) for i in opened)


def divides(one: Draft) -> bool:
    """Whether a sentence divides what the one before told: «Из них», «В том числе»."""
    sentence = one.sentence
    opening = sentence.low[sentence.first : sentence.first + 3]
    return opening == ["в", "том", "числе"] or opening[:2] == ["из", "них"]
