"""What of a sentence stays in reach of those after it: its flow, its figures, its goal.

«Экспорт составил 2 млрд … Он вырос на треть»        the flow named last
«Топ-5 торговых партнёров: 1. Китай – 31 млрд»       turnover, that a heading names
«планка торговли сдвинулась … 10 млрд»               a paragraph of goals
«подвели итоги внешней торговли области за квартал»  the whole is to follow

Its period is kept by topic_period.py and scene_period.py, its partner by topic_partner.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.flow.deliveries import flow_of
from kzcoop.claims.indicator.back import goes_back
from kzcoop.claims.indicator.idiom import GOES, goes_to_works, no_trade
from kzcoop.claims.indicator.passing import remember_passing
from kzcoop.claims.partner.topic_partner import opens_whole, remember_partner
from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.given import BANK_NOTE
from kzcoop.claims.scope.production import tells_of_output
from kzcoop.claims.status.stage import stage_of
from kzcoop.claims.time.scene_period import heads_list
from kzcoop.claims.time.topic_period import remember_period
from kzcoop.claims.topic.data_owner import cites_office
from kzcoop.claims.topic.entry import heads_entry
from kzcoop.claims.topic.topic import BALANCE, FLOWS, LEAD, Told, Topic
from kzcoop.claims.topic.whole_trade import turns_to_capital, turns_to_trade
from kzcoop.language.stems import Stems

# «планка торговли», «задача – 10 млрд»
_GOALS = Stems("задач", "ориентир", "планк", "рубеж", "цел")
_PARTNERS = Stems("партнер")
_ASKS = Stems("заказыва", "переключ", "предпоч", "присматрив", "прос", "спрос")
_TRADING = Stems("торговом", "торговый", "торговым", "торговых", "торговой")
_RANKINGS = ("партнер", "рейтинг", "спис", "табел", "таблиц")
_THERE = frozenset({"export", "turnover"})
_OF_WHAT = frozenset({"закупок", "поставок"})  # «программа поставок» tells of no flow


def remember(
    sentence: Sentence, done: Sequence[Draft], topic: Topic, aside: Sequence[Draft] = ()
) -> None:
    """Keep, after a sentence is read, what the sentences after may refer to.

    ``aside`` are its figures of other countries' trade, which date what follows.
    """
    if (stage := stage_of(sentence, done)) is not None:
        topic.stage, topic.stage_paragraph = stage, topic.paragraph
    if topic.told.sentence in _THERE and goes_back(sentence):
        # «Туда идёт мука … Обратно везут изюм. Суммы скромные – 16 млн»
        topic.told.sentence = topic.told.paragraph = "import"
        topic.sentence = sentence.number
    tells = bool(done or aside or sentence.indicators or sentence.periods or sentence.cues)
    tells = tells or _wants_goods(sentence)
    if turns_to_trade(sentence):
        topic.told = Told(
            "turnover", "turnover", named="turnover", traded=True, entry=topic.told.entry
        )
        topic.sentence = sentence.number
    elif topic.told.paragraph is not None and turns_to_capital(sentence):
        topic.told = Told(
            "investment", "investment", named="investment", traded=topic.told.traded,
            entry=topic.told.entry,
        )  # fmt: skip
        topic.sentence = sentence.number
    if not tells and not (sentence.begins(_PARTNERS) and heads_list(sentence)):
        remember_partner(sentence, done, done, topic)
        return
    if sentence.indicators:
        remember_passing(sentence, done, topic)
    flows = [one for one in done if one.indicator in FLOWS] if done else done
    if flows and BANK_NOTE in flows[0].trace and len(done) == 1:
        flows = []  # «Банк обещал коридору 2 млрд», and then on with what the corridor carries
    spoken = _spoken(sentence) if sentence.indicators else []
    if not done and sentence.quantities and tells_of_output(sentence):
        # «выпустили на 43 млрд тенге. Больше всего – в Шымкенте: 7 млрд»
        topic.told.sentence = topic.told.paragraph = topic.told.flow = None
        spoken = []
    if not spoken and sentence.begins(_PARTNERS) and heads_list(sentence):
        spoken = ["turnover"]  # «Топ-5 торговых партнёров:»
    if not (spoken or done) and sentence.number < LEAD and _lists_trade(sentence):
        spoken = ["turnover"]  # «Третьим номером в торговом списке Казахстана значится Италия»
    if not (spoken or done) and _wants_goods(sentence):
        spoken = ["export"]  # «Зерно всё чаще просит и Душанбе. За год – 1,2 млн тонн»
    # «Во что обходится обмен товарами»: of trade, whatever it is told to cost
    if spoken[:1] == ["projects_value"] and "turnover" in spoken:
        spoken.remove("projects_value")
    indicator = flows[0].indicator if flows else (spoken[0] if spoken else None)
    if flows and topic.told.sentence == "turnover" and {one.indicator for one in flows} == SIDES:
        indicator = "turnover"  # «Их товары дают 160 млн, наши – 24. Таможня насчитала 150»
    if indicator is not None:
        topic.told.sentence = indicator
        topic.sentence = sentence.number
        if topic.told.paragraph is None or (flows and not topic.told.counted):
            # «Баранину покупают в Иране. Главный получатель – Ирак: 4 тонны»
            topic.told.paragraph = indicator
        topic.told.counted = topic.told.counted or bool(flows)
    topic.told.traded = topic.told.traded or indicator == "turnover" or "turnover" in spoken
    if aside:
        topic.sentence = sentence.number  # the text is of trade all the same
    if done:
        topic.sides = done[-1].reporter, done[-1].partner
        topic.sides_sentence, topic.sides_paragraph = sentence.number, topic.paragraph
        _remember_office(sentence, done, topic)
    if topic.corridor and any(one.indicator == "turnover" and one.partner for one in done):
        topic.corridor = False  # «товарооборот – 190 млн. Из них 117 пришлось на экспорт»
    if flows or aside or sentence.periods:
        remember_period(sentence, done, flows or _balances(sentence, done) or aside, topic)
    if sentence.begins(_GOALS) and _names_goal(sentence):
        topic.goal_paragraph = topic.paragraph
    if spoken:
        topic.told.named = spoken[-1]
    if done:
        _remember_figures(sentence, done, flows, topic)
    elif spoken and (named := [value for value in spoken if value != "projects_value"]):
        topic.told.claim = named[-1]
    if aside and not done:
        return  # «Ещё 400 тыс. тонн туда продал Узбекистан»: no partner of what follows
    remember_partner(sentence, done, flows, topic)
    if not done and opens_whole(sentence):
        topic.total, topic.partner = True, ()


def _balances(sentence: Sentence, done: Sequence[Draft]) -> list[Draft]:
    """«С профицитом в 7 млрд вышли из января – мая. Товарооборот …»: dates the flows after it."""
    if not sentence.begins(BALANCE):
        return []
    return [one for one in done if one.indicator == "other" and one.kind == "money"]


def _lists_trade(sentence: Sentence) -> bool:
    """«в торговом списке», «крупнейший торговый партнёр», of a country that is named."""
    if not sentence.abroad or not sentence.begins(_TRADING):
        return False
    low = sentence.low
    return any(
        low[i].startswith(_TRADING) and sentence.word_at(i + 1).startswith(_RANKINGS)
        for i in sentence.where(_TRADING)
    )


def _remember_office(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> None:
    """«Экспорт Армении в Казахстан – 61 млн, сообщает Статистический комитет»: Armenia's."""
    whose = {one.reporter for one in done}
    if topic.data is None and cites_office(sentence) and len(whose) == 1 and HOME not in whose:
        topic.data = topic.data_kept = whose.pop()
        topic.data_at = sentence.number
        topic.data_lead, topic.data_opens = sentence.number < LEAD, True


def _wants_goods(sentence: Sentence) -> bool:
    """Whether a country is told to ask for a good or to turn to it, without a figure."""
    if sentence.quantities or not sentence.begins(_ASKS) or sentence.homes:
        return False
    return bool(sentence.rows("commodities")) and bool(sentence.abroad)


def _names_goal(sentence: Sentence) -> bool:
    """«планка торговли», «задача – 10 млрд»."""
    low = sentence.low
    return any(
        cue.entry.kind == "goal" and low[cue.first].startswith(_GOALS) for cue in sentence.cues
    )


def _spoken(sentence: Sentence) -> list[str]:
    """The flows that the words of a sentence tell of."""
    return [
        flow_of(sentence, hit)
        for hit in sentence.indicators
        if hit.entry.value in FLOWS
        and sentence.low[hit.first] not in _OF_WHAT
        and not goes_to_works(sentence, hit)
        and not (sentence.words & GOES.bit and no_trade(sentence, hit))
    ]


def _remember_figures(
    sentence: Sentence, done: Sequence[Draft], flows: Sequence[Draft], topic: Topic
) -> None:
    """Keep what the figures of a sentence count, of which goods, and how they were meant."""
    kinds = {one.kind for one in done}
    if "vehicle" in kinds:
        topic.vehicle_sentence = sentence.number
    if "pieces" in kinds:
        topic.pieces_sentence = sentence.number
    posts = [one for one in done if one.indicator == "checkpoints_count"]
    if posts:
        topic.post_sentence = sentence.number
        topic.borders = len({code for one in posts for code in one.partner})
        topic.post_whole = float(posts[0].value), tuple(posts[0].partner)
    goods = [one.commodity for one in flows if one.commodity is not None]
    if goods or any(one.unit != "tonne" for one in flows):
        topic.commodity = goods[-1] if goods else None
    for one in flows:
        if one.commodity is not None and one.indicator in SIDES:
            known = topic.goods.setdefault(one.commodity, one.indicator)
            if known != one.indicator:
                topic.goods[one.commodity] = ""  # it goes both ways
    if done[-1].measure != "share_pct" or done[-1].indicator != "goods_positions":
        # not «пошлины снимут с 80% товаров», of which no money is the sum
        topic.told.claim, topic.last_status = done[-1].indicator, done[-1].status
    if flows and flows[0] is done[0] and heads_entry(sentence):
        topic.told.entry, topic.entry_period = flows[0].indicator, flows[0].period
    if flows:
        topic.told.flow = flows[-1].indicator
        if topic.opened is None:
            topic.opened = bool(flows[0].partner)
