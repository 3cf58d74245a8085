"""What vehicles, trains and vessels are that a figure counts: freight, a flow a day, goods.

«через порт прошло 3,5 тысячи грузовиков»                 freight
«оформляют 650 машин в сутки»                             a flow a day
«построен под 2 500 грузовиков»                           a capacity
«компания экспортировала 9 тыс. машин»                    goods
«очередь из 180 фур», «брошено 30 составов»               nothing counted here
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.count.post_capacity import DESIGNED, DID, by_capacity, designed
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words

# lorries that passed are freight
_PASSED = Stems(
    "везли", "въезж", "въеха", "выезж", "выеха", "минова", "обслуж", "оформ", "перевез", "перевоз",
    "переправ", "пересек", "принял", "проезж", "проехал", "пропустил", "пропущен", "проследова",
    "проход",
)  # fmt: skip
_SAILED = Stems(
    *_PASSED, "обработ", "отгруж", "отгруз", "отправ", "подошл", "принят", "прибы",
    "ушл", "вышл", "зашл",
)  # fmt: skip
_SHIPS = frozenset({"судам", "судами", "судно", "судна", "судов"})
_NORM = Stems("норма", "норме", "нормы")
_GO = frozenset("едет едут идет идут проезжает проезжают проходит проходят".split())
_GOES = Words("едет", "едут", "идет", "идут", "следует", "следуют")
_PASSES = Stems("пересека", "проезж", "проход")
_PASSING = re.compile(
    r"(едет|едут|идет|идут|следует|следуют|прош(ел|ла|ло|ли)|(пересека|проезжа|проход)[а-я]*(?<!ть))$"
)
_DIVIDES = frozenset(",;:–—")
_WENT = Words("прошел", "прошла", "прошли", "прошло")  # not «прошлого года»
# words of a flow a day
_DAILY = Words("день", "дневных", "ежедневно", "ежесуточно", "каждый", "сутки")
_DAILY_STEMS = Stems("ежедневн", "ежесуточн", "среднесуточн", "суточн")
_STANDS = Stems("брошен", "застря", "простаива", "скопил", "стоял", "стоят")
_FLOWS = ("грузопоток", "движени", "поток")
_LORRIES = ("автопоезд", "большегруз", "грузовик", "грузов", "фур")
_QUEUES = Stems("ждут", "ожида", "очеред", "скаплива", "стоян")
_GATHERED, _CROWD = ("затор", "очеред", "пробк"), ("скоплен",)
_PORTS = Stems("гаван", "паром", "переход", "порт", "причал", "пункт", "терминал")
_THROUGH = Stems("пропуск")
# «сегодня пропускает 350 машин, будет – 1 500 в сутки»: what a post does each day
_EACH_DAY = ("обрабатывает", "обслуживает", "принимает", "пропускает", "проходит")
_COUNTED = ("насчита", "прошл", "проезжа", "проехал", "фактическ", *DID)
_ABLE = Stems("смож", "смог")
_MARKET = 4  # tokens from «на рынок КНР» to the vehicles
_TOO_MANY = 100_000  # vehicles that no border passes in a day
_ROW = frozenset("–—-:")
_SOME = 1_000  # lorries that a post passes in months


def vehicles(
    one: Draft, done: Sequence[Draft], daily_before: bool, moved: str | None = None
) -> None:
    """Vehicles are freight that passed, a flow a day beside others of a day, or goods."""
    beside = daily_before or any(other.kind == "vehicle" for other in done)
    before = one.sentence.low[max(one.sentence.first, one.quantity.lead - 6) : one.quantity.lead]
    gathered = before[-1:] in (["в"], ["из"]) and any(
        word.startswith(_GATHERED) for word in before if "," not in before
    )  # «оценили очередь на границе в 7 тыс. машин»
    gathered = gathered or any(word.startswith(_CROWD) for word in before[-2:])
    after = one.sentence.low[one.last : one.last + 2]
    if gathered or any(word.startswith("собрал") for word in after):
        one.reject("out_of_scope")  # «очередь из 180 фур», «скопление 9 тыс. фур»
        return
    if one.sentence.low[one.last : one.last + 2] in (["за", "раз"], ["одновременно"]):
        one.reject("out_of_scope")  # «досматривают две фуры за раз»
        return
    more = one.sentence.low[one.last : one.last + 1] in (["больше"], ["меньше"])
    counts = [d for d in done if more and d.kind == "count" and d.quantity.noun is not None]
    if counts:
        # «прошло 130 тыс. машин, что на 22% или 29 тысяч больше»
        one.kind, one.unit, one.indicator = "count", "count", counts[-1].indicator
        return
    # «прошли 290 машин, что отвечает пропускной способности»: a flow
    capacity = by_capacity(one) or designed(one)
    if one.kind == "vehicles":
        each = one.sentence.word_before(one.quantity.lead) == "проходит"
        dated = any(period.first < one.at for period in one.sentence.periods)
        if each and beside and not dated:
            # «пропускает 2 тыс. машин в сутки. Сейчас проходит около 900 грузовиков»
            one.kind, one.unit, one.indicator = "vehicle", "vehicle/day", "freight"
            return
        passed = one.sentence.begins(_PASSED) or one.sentence.holds(_WENT)
        passed = passed or _in_row(one) or _moved(one)
        daily = _is_daily(one) or (designed(one) and _of_post(one))
        through = capacity and one.sentence.begins(_THROUGH)
        if _traded(one) and not (daily or passed or through):
            one.kind = "pieces"  # «компания экспортировала 9 тыс. машин»
            return
        able = through or (capacity and not passed and one.sentence.begins(_PORTS))
        if _of_year(one) and (daily or beside or passed or able):
            one.kind, one.indicator = "count", "other" if able else "freight"
            return
        if passed and not daily and not through:
            one.kind, one.indicator = "count", "freight"
            return
        if not (daily or beside or through):
            listed = moved == "pieces" and not _wait(one.sentence)
            if _traded(one) or _sold(one) or _listed(done) or listed:
                one.kind = "pieces"
            elif moved in ("freight", "transit") and (
                _are_lorries(one) or (one.quantity.noun is None and not _wait(one.sentence))
            ):
                # also «Грузов прошло 34 млн тонн. Машин было 690 тысяч»
                # «прошло 16 тыс. грузовиков. По китайскому участку – 214 тыс. фур»
                one.kind, one.indicator = "count", "freight"
            elif done and _goes_on(one, done[-1]):
                one.kind, one.indicator = "count", "freight"
            else:
                one.reject("out_of_scope")
            return
        one.kind, one.unit = "vehicle", "vehicle/day"
    if done and _is_part(one, done[-1]):
        one.indicator = done[-1].indicator  # «следует 1 400 машин, из них 320 – грузовые»
        return
    # «смогут проехать», «сможет пропускать» is a capacity
    built = one.sentence.begins(DESIGNED) and not capacity  # «хотя проектом предусмотрено 900»
    future = one.sentence.has("potential", "planned", "goal") and not built
    future = future or one.sentence.begins(_ABLE)
    again = one.indicator == "other"  # «способность – 450 машин в сутки. Раньше было 120»
    # «при норме в 300 машин едет 180»
    goes = one.sentence.begins(_NORM) and one.sentence.word_before(one.quantity.lead) in _GO
    goes = goes or _goes_through(one) or (again and _did(one))
    one.indicator = "other" if (again or capacity or future) and not goes else "freight"


def _goes_on(one: Draft, last: Draft) -> bool:
    """«терминал обработал 24 тыс. вагонов, автомобильный – 31 тыс. единиц техники»."""
    dashed = one.sentence.word_before(one.quantity.lead) in _ROW
    return dashed and last.indicator in ("freight", "transit") and last.status == "actual"


def _is_part(one: Draft, whole: Draft) -> bool:
    """Whether a flow a day is some of the one before: «…, из них 320 – грузовые»."""
    words = one.sentence.low[whole.last : one.quantity.lead]
    told = ("из" in words and "них" in words) or "числе" in words
    return whole.kind == "vehicle" and told and one.value < whole.value


def _goes_through(one: Draft) -> bool:
    """«рассчитан на 400 машин, а проезжают до 950»: its own clause tells what passes."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_PASSES) or sentence.holds(_WENT) or sentence.holds(_GOES)):
        return False
    opened = next(
        (i for i in range(one.quantity.lead - 1, sentence.first, -1) if low[i] in _DIVIDES),
        sentence.first,
    )
    words = low[opened : one.quantity.lead]
    verb = next((i for i, word in enumerate(words) if _PASSING.match(word)), None)
    if verb is None or any(word.startswith("котор") for word in words):
        return False  # not «пост, через который за сутки проходит 50 машин»
    if words[verb].startswith("следу") and any(tense(w) == "infinitive" for w in words[verb:]):
        return False  # «через пост следует пропускать 900 машин»
    between = any(opened + verb < q.first < one.first for q in sentence.quantities)
    return "при" not in words[verb:] and not between  # «проезжает 900 машин при расчётных 400»


def _did(one: Draft) -> bool:
    """«предел – 200 машин в сутки. В январе насчитали 410»: what passed, after a capacity."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[i].startswith(_COUNTED) and sentence.between(i, one.at) == 0
        for i in range(sentence.first, one.at)
    )


def _in_row(one: Draft) -> bool:
    """««Кордай»: 96 тыс. грузовых машин (+31%)»: the line of a post in a list."""
    sentence, dash = one.sentence, one.quantity.lead - 1
    if sentence.word_at(dash) not in _ROW or one.value < _SOME or _wait(sentence):
        return False
    label = dash - (sentence.word_before(dash) in '»"')
    return any(place.kind == "checkpoint" and place.last == label for place in sentence.places)


def _moved(one: Draft) -> bool:
    """«грузовое движение через границу составило 118 тыс. машин»: what a word of freight counts."""
    return any(
        hit.entry.kind == "freight" and one.sentence.low[hit.last - 1].startswith(_FLOWS)
        for hit in one.sentence.indicators
        if hit.first < one.at
    )


def _are_lorries(one: Draft) -> bool:
    """Whether lorries are counted that neither stand nor wait."""
    low, sentence = one.sentence.low, one.sentence
    lorry = any(word.startswith(_LORRIES) for word in low[one.at : one.last])
    return lorry and not _wait(sentence)


def _wait(sentence: Sentence) -> bool:
    return sentence.begins(_STANDS) or sentence.begins(_QUEUES)


def _of_post(one: Draft) -> bool:
    """«пост, рассчитанный на 500 машин»: each day, as posts are told."""
    sentence = one.sentence
    return bool(sentence.posts) or any(
        is_post(word) for word in sentence.low[sentence.first : one.at]
    )


def _is_daily(one: Draft) -> bool:
    """Whether vehicles are those of a day, by the words up to the next figure.

    «оформил 19 тыс. грузовиков, или в среднем 650 в сутки»: «в сутки» is of the second
    """
    sentence = one.sentence
    led = sentence.word_before(one.quantity.lead)
    each = led.startswith(_EACH_DAY)
    if led == "вместо" or (each and (_of_post(one) or sentence.holds(_DAILY))):
        return True  # «вместо трёхсот грузовиков он начнёт принимать до восьмисот в сутки»
    if not (sentence.holds(_DAILY) or sentence.begins(_DAILY_STEMS)):
        return False
    stop = min(
        [q.lead for q in sentence.quantities if q.lead >= one.last and q.kind == "bare"],
        default=sentence.last,
    )
    return any(
        word in _DAILY or word.startswith(_DAILY_STEMS)
        for word in sentence.low[sentence.first : stop]
    )


def _traded(one: Draft) -> bool:
    """Whether vehicles are goods: «импорт вырос до 6 тыс. грузовиков»."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        (hit.entry.value in SIDES or hit.entry.kind == "purchase")
        and (
            sentence.between(hit.first, one.at) <= (low[one.quantity.lead - 1] == "до")
            or _bracketed(one, hit.last)
        )
        for hit in sentence.indicators
    )


def _sold(one: Draft) -> bool:
    """«завод поставил на рынок КНР 120 единиц автомобилей»: goods by the market they went to."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[i].startswith("рын") and low[i - 1] == "на" and 0 < one.at - i <= _MARKET
        for i in range(sentence.first, one.at)
    ) and bool(sentence.abroad)


def _bracketed(one: Draft, index: int) -> bool:
    """«ввозят в основном автомобили (за квартал – шесть тысяч машин)»: told in brackets."""
    between = one.sentence.low[index : one.at]
    return "(" in between and ")" not in between


def _listed(done: Sequence[Draft]) -> bool:
    """«рубашек завезли 400 тыс. единиц (-11%), платьев – 2 млн единиц»: goods before it."""
    return any(other.kind == "pieces" for other in done)


def _of_year(one: Draft) -> bool:
    """«640 тыс. единиц в год»; no post passes so many vehicles a day either."""
    after = one.sentence.low[one.last : one.last + 2]
    return after in (["в", "год"], ["за", "год"]) or one.value >= _TOO_MANY


def trains_and_vessels(one: Draft) -> None:
    """Trains and vessels are freight that moved, or what a line can pass; not a fleet."""
    if _is_fleet(one) or one.sentence.begins(_STANDS):
        one.reject("out_of_scope")  # «скопилось 40 поездов», «на перегоне брошено 30 составов»
    else:
        one.kind, one.indicator = "count", "other" if _of_capacity(one) else "freight"


def _of_capacity(one: Draft) -> bool:
    """Whether a word of capacity governs trains: «способность стыка подняли до 40 пар поездов»."""
    return any(
        hit.entry.id == "capacity"
        and hit.first < one.at
        and one.sentence.between(hit.first, one.at) <= 1
        for hit in one.sentence.indicators
    )


def _is_fleet(one: Draft) -> bool:
    """Whether vessels are owned or built, and none tells that they called or sailed."""
    noun = one.quantity.noun
    return noun is not None and noun.id == "vessel" and not _sailed(one)


def _sailed(one: Draft) -> bool:
    """Whether the clause of ships tells that they called; no «маршрут обслуживают пять судов»."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead).startswith("обслуживают"):
        return False
    # «перевезли 900 тыс. тонн, на линию выйдут два судна»: who sailed, in the same words
    told = [*sentence.where(_SAILED), *sentence.where(_WENT)]
    return any(sentence.between(at, one.at) == 0 for at in told)


def of_ships(one: Draft) -> bool:
    """Let ships that called or sailed count as freight: «к причалам подошло 230 судов»."""
    word = one.sentence.low[one.last - 1]
    if word not in _SHIPS or not _sailed(one):
        return False
    one.kind, one.unit, one.indicator = "count", "count", "freight"
    one.note("ships that called or sailed")
    return True
