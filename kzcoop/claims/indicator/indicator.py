"""Which indicator a figure has: the likeliest candidate, or what its kind implies.

«экспорт вырос до 40 млн»: the word that speaks for it most
«55% всех объявленных проектов», «третье место по обороту»: what is counted or ranked
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.count.counted import count_indicator
from kzcoop.claims.count.rank_of import rank_indicator
from kzcoop.claims.indicator.beside import settle_beside
from kzcoop.claims.indicator.candidates import candidates
from kzcoop.claims.indicator.implied import implied, let_through
from kzcoop.claims.indicator.implied_works import builds_for, of_jobs, works_for
from kzcoop.claims.indicator.of_firms import of_firms
from kzcoop.claims.indicator.of_way import on_our_way
from kzcoop.claims.indicator.part_of_told import part_of_told
from kzcoop.claims.indicator.passing import passes_on
from kzcoop.claims.indicator.told import divides, points_back, told_before
from kzcoop.claims.indicator.unnamed_trade import aims_together
from kzcoop.claims.measure.called_for import leaders_want
from kzcoop.claims.measure.measure_change import PASSING
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import agreed_on
from kzcoop.claims.scene.indicator_score import Candidate
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scope.given import given
from kzcoop.claims.scope.passage import goes_our_way
from kzcoop.claims.topic.topic import Topic
from kzcoop.claims.unit.counted_part import part_of_counted
from kzcoop.language.stems import Stems, Words

_LARGEST = ("дорог", "значительн", "крупн", "масштабн")
_OPENING = 5  # tokens in which a sentence says of which paper it tells
_ON_RAILS = frozenset({"percent", "teu", "tonne", "wagon"})
_LEFT = ("ушел", "ушл")
_LISTS = ("график", "карт", "перечен", "перечн", "план", "програм", "спис")
# words of goods on their way that tell neither haulage nor transit
_NEUTRAL = ("груза", "грузов", "грузы", "провез", "проследовал")
_STATIONS = Stems("между", "переход", "порт", "пост", "станци", "стык", "терминал")
_BECOMES = Stems("будет", "вырастет", "довед", "достигн", "подним", "расшир", "станет", "увелич")
_BALANCE = Words("оно")
_MOVES = frozenset({"freight", "transit"})
_PIECES = 2  # sentences through which goods are counted in pieces
_DAILY = 3  # sentences through which vehicles are counted by the day
_IT = Words("ее")
_RAISE = ("довед", "довест", "нараст", "подн", "увелич")
_WENT = Words("прошел", "прошло", "прошли", "проследовало")
_LED = 3  # tokens of «через пост «»
_SIGNED = ("договор", "контракт", "подписан", "соглашени")
_MINIMUM = 0.8  # score of a candidate that is believed


def assign_indicator(one: Draft, done: Sequence[Draft], topic: Topic) -> None:
    """Set what a figure is about: what it counts, the best candidate, or what its kind implies."""
    number = one.sentence.number
    daily = number - topic.vehicle_sentence <= _DAILY
    posts = number - topic.post_sentence == 1 or _posts_before(one)
    goods = number - topic.pieces_sentence <= _PIECES
    count_indicator(one, done, daily, posts, "pieces" if goods else topic.told.claim)
    if one.rejected:
        return
    told = topic.told.flow if one.kind == "money" else topic.told.claim
    whole = "turnover" in (topic.told.sentence, topic.told.paragraph)
    if told in SIDES and whole and one.kind != "money":
        told = "turnover"  # «товарооборот – 540 млн: 150 – экспорт, … За год показатель вырос»
    if told == "other" and one.kind == "percent" and topic.told.flow:
        told = topic.told.flow  # «вернулись с двумя меморандумами. 3,6% – такой показатель»
    if one.indicator is None and told and points_back(one):
        one.indicator = told
        one.note("«этот показатель»: what the figure before is about")
    if one.indicator is None:
        one.indicator = part_of_told(one, done, topic)
    if one.indicator is None and one.kind == "percent":
        one.indicator = part_of_counted(one)
    if one.indicator is None and of_firms(one, done, topic):
        one.indicator = "enterprises_count"
    joined = done and one.kind == "money" and one.sentence.low[one.quantity.lead - 1] == "и"
    if one.indicator is None and joined and _joined(one, done[-1]):
        one.indicator = done[-1].indicator  # «двух заводов стоимостью 3,5 и 1,2 млрд долларов»
    if one.indicator is None and one.kind == "money":
        one.indicator = given(one)
    if one.indicator is None and goes_our_way(one):
        one.indicator = "transit"
        one.note(PASSING)
    if one.indicator is None:
        _weigh(one, done, topic)
        if one.rejected:
            return
    if one.indicator == "freight" and done and _still_passes(one, done[-1]):
        one.indicator = "transit"
    passing = topic.told.sentence == "transit" and number - topic.sentence <= 1
    if one.indicator == "freight" and passing and _passes_on(one):
        one.indicator = "transit"
    if topic.passing and passes_on(one):
        one.indicator = "transit"
        one.note("the report is on transit")
    settle_beside(one, done, topic.told.claim)
    if one.kind == "rank":
        one.indicator = rank_indicator(one) or one.indicator
    if one.indicator == "export_potential" and one.kind in ("percent", "ratio"):
        one.indicator = "export"


def _joined(one: Draft, last: Draft) -> bool:
    """Whether «и» alone joins a figure to one that has its unit from it."""
    joined = one.sentence.low[last.last : one.quantity.lead] == ["и"]
    return joined and last.kind == "money" and last.quantity.kind == "bare"


def _weigh(one: Draft, done: Sequence[Draft], topic: Topic) -> None:
    """Set the indicator that the words around make the likeliest."""
    told = told_before(one, topic)
    ranked = candidates(one, done, told, topic.titled_flow)
    one.candidates = tuple(ranked)
    none = not ranked or ranked[0].first < 0 or ranked[0].score < _MINIMUM
    worked = one.kind == "money" and none and of_jobs(one, done)
    if worked:
        one.indicator = "projects_value"
    elif one.kind == "money" and told == "investment" and not none and _spends_it(one, ranked[0]):
        one.indicator = "investment"  # «обещали вложить 20 млрд. Реально освоено три»
    elif (
        one.kind == "money"
        and topic.told.claim == "other"
        and (_is_one_of_deals(one) or _was_again(one))
    ):
        one.indicator = "other"  # «восемь контрактов на 15 млрд. Самый крупный, на шесть, …»
    elif not ranked or ranked[0].score < _MINIMUM or _wanted_apart(one, ranked[0]):
        one.indicator = implied(one) or _of_capacity(one, done, topic) or _only_word(one, ranked)
        if one.indicator is None and on_our_way(one):
            one.indicator = "transit"
            one.note("on a way across the country")
        if one.indicator is None:
            one.reject("out_of_scope")
            return
    else:
        one.indicator = ranked[0].indicator
        if ranked[0].first < 0 and one.indicator in SIDES and aims_together(one):
            one.indicator = "turnover"  # «экспорт – 90 млн. До 400 стороны намерены дорасти»
        if ranked[0].first < 0 and one.kind == "money" and (builds_for(one) or works_for(one)):
            one.indicator = "projects_value"  # «построят новый терминал за 11 млрд тенге»
        moved = told if told in _MOVES else done[-1].indicator if done else None
        if one.kind == "teu" and one.indicator in SIDES and moved in _MOVES:
            one.indicator = moved  # «контейнеров отправили 6 тыс. ДФЭ»
        if one.indicator == "freight" and topic.told.flow == "transit" and divides(one):
            one.indicator = "transit"  # «Из них по железной дороге – 24 млн тонн»
        if one.kind == "money" and one.indicator == "other" and (_of_bar(one) or agreed_on(one)):
            one.indicator = "turnover"  # «подписали карту и подняли планку: вместо двух – три»
        if topic.corridor and ranked[0].first < 0 and one.kind in ("tonne", "teu", "wagon"):
            one.indicator = "transit"  # «маршрутом воспользовались 733 тыс. тонн»
            if topic.told.claim == "other" and _raises_it(one):
                one.indicator = "other"  # «мощность – 6 млн тонн. Её увеличат до 10 млн»
        if one.kind == "ratio" and one.indicator == "freight" and let_through(one):
            one.indicator = "other"  # «автобусов обслуживает вдвое больше, чем до ремонта»
        if one.kind == "tonne" and one.indicator == "other" and ranked[0].word.startswith(_SIGNED):
            one.indicator = (
                told if told in SIDES else "export"
            )  # «подписан контракт на 5 тыс. тонн»
        if one.kind == "tonne" and one.indicator in SIDES and ranked[0].first < 0:
            one.indicator = "freight" if _through_post(one) else one.indicator
        if (
            one.kind == "tonne"
            and one.indicator == "export"
            and ranked[0].word.startswith(_LEFT)
            and told in _MOVES
            and not one.sentence.rows("commodities")
        ):
            one.indicator = "freight"  # of a railway: «Из Казахстана в Китай ушло 11 млн тонн»


def _wanted_apart(one: Draft, best: Candidate) -> bool:
    """«поставки встали, хотя нам ещё идти до $40 млрд, которых ждут главы государств»: of both."""
    apart = best.first >= 0 and best.indicator != "turnover"
    return apart and leaders_want(one) and one.sentence.between(best.first, one.at) > 0


def _only_word(one: Draft, ranked: Sequence[Candidate]) -> str | None:
    """«С тридцати миллиардов до ста, о которых мечтают, оборот не дотянешь»: far, and alone."""
    if one.kind != "money" or not ranked or ranked[0].first < 0:
        return None
    told = {hit.entry.value for hit in one.sentence.indicators}
    return ranked[0].indicator if told == {"turnover"} else None


def _through_post(one: Draft) -> bool:
    """«Экспорт – 2,6 млрд. Через Сарыагаш прошло 21 млн тонн»: hauled, whatever was told before."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_WENT) or sentence.rows("commodities"):
        return False
    return any(
        "через" in low[max(sentence.first, post.first - _LED) : post.first]
        and not sentence.between(post.first, one.at)
        for post in sentence.posts
    )


def _raises_it(one: Draft) -> bool:
    """«договорились увеличить её до 10 млн»: what the sentence before told, by a pronoun."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.holds(_IT) and any(
        low[i] in _IT and (low[i - 1].startswith(_RAISE) or low[i + 1].startswith(_RAISE))
        for i in range(sentence.first + 1, one.at)
    )


def _posts_before(one: Draft) -> bool:
    """«график работ на пунктах пропуска. В программу вошло 37 объектов»: posts named before."""
    sentence, noun = one.sentence, one.quantity.noun
    if noun is None or noun.id != "object":
        return False
    listed = sentence.low[sentence.first : one.quantity.lead]
    if any(word.startswith(_LISTS) for word in listed) and any(map(is_post, listed)):
        return True  # «В программе обновления погранпереходов шесть объектов»
    return sentence.number > 0 and _named_beside(one)


def _named_beside(one: Draft) -> bool:
    """Whether posts are named in the sentence before a figure, or on either side of its list."""
    sentence, tokens = one.sentence, one.sentence.mentions.tokens
    first, last = tokens.bounds[sentence.number - 1]
    if any(is_post(word) for word in sentence.low[first:last]):
        return True
    listed = sentence.low[sentence.first : one.quantity.lead]
    plant = not sentence.low[one.last - 1].startswith("объект")
    if plant or not any(word.startswith(_LISTS) for word in listed):
        return False
    # «… В программе шесть объектов. Готов «Аят»»: the posts that are named on either side
    near = range(sentence.number - 1, sentence.number + 2)
    return any(
        place.kind == "checkpoint"
        and tokens.sentence[place.first] in near
        and tokens.paragraph[tokens.sentence[place.first]] == tokens.paragraph[sentence.number]
        for place in sentence.mentions.places
    )


def _is_one_of_deals(one: Draft) -> bool:
    """Whether a sentence opens with one of the papers counted before, and tells its worth."""
    sentence, low = one.sentence, one.sentence.low
    opening = low[sentence.first : min(sentence.first + _OPENING, one.quantity.lead)]
    priced = low[one.quantity.lead - 1] in ("в", "на", "стоит", "стоимостью")
    return priced and any(
        word.startswith(_LARGEST) or opening[at : at + 3] == ["один", "из", "них"]
        for at, word in enumerate(opening)
    )


def _was_again(one: Draft) -> bool:
    """«Сальдо достигло 11 млрд. Годом ранее оно составляло 13»: by a pronoun that no flow has."""
    sentence = one.sentence
    return sentence.holds(_BALANCE) and not sentence.indicators


def _passes_on(one: Draft) -> bool:
    """«Сводка о транзите: по рельсам проследовало 26 млн тонн грузов»: no haulage by its words."""
    sentence = one.sentence
    if one.kind not in _ON_RAILS or sentence.begins(_STATIONS):
        return False
    told = [hit for hit in sentence.indicators if hit.entry.kind != "transit"]
    return bool(told) and all(sentence.low[hit.first].startswith(_NEUTRAL) for hit in told)


def _spends_it(one: Draft, best: Candidate) -> bool:
    """Whether money is told to be spent, and on no works."""
    words = [hit for hit in one.sentence.indicators if hit.entry.kind != "cost"]
    return best.word.startswith(("освоен", "затрачен", "потрачен")) and not words


def _of_capacity(one: Draft, done: Sequence[Draft], topic: Topic) -> str | None:
    """«Пропускная способность – 6 млн тонн. Через три года станет 10 млн»: a capacity again."""
    near = topic.sides_sentence == one.sentence.number - 1 and not done
    told = near and topic.told.claim == "other" and not one.sentence.indicators
    amount = one.kind in ("teu", "tonne", "vehicle", "wagon")
    return "other" if told and amount and one.sentence.begins(_BECOMES) else None


def _still_passes(one: Draft, last: Draft) -> bool:
    """«Транзит зерна – 2 млн тонн: в Узбекистан проследовало 900 тыс.»: of the transit told."""
    between = one.sentence.low[last.last : one.at]
    told = one.candidates[0].word if one.candidates else ""
    return (
        last.indicator == "transit"
        and last.kind == one.kind
        and one.kind in ("teu", "tonne", "wagon")
        and (told.startswith("проследов") or told == "the figure before" or ":" in between)
    )


def _of_bar(one: Draft) -> bool:
    """Whether «планку» stands between a paper that was signed and a figure."""
    first = one.candidates[0].first if one.candidates else -1
    words = one.sentence.low[first : one.at] if first >= one.sentence.first else []
    return any(word.startswith("планк") for word in words)
