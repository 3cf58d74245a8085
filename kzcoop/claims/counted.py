"""What a count counts: the indicator that its noun means."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import of_border
from kzcoop.claims.rank import assign_rank
from kzcoop.language.stems import Stems

# words of work for people
_JOBS = (
    "возьмут", "займут", "занят", "наберут", "наймет", "наймут", "нанят", "персонал", "рабоч",
    "работать", "трудит", "трудоустро",
)  # fmt: skip
_BUILDERS = (
    "стройплощад",
    "техник",
)  # «на стройке заняты 70 человек и 46 единиц техники»
_FIRMS = ("завод", "компани", "предприяти", "фирм")
# who comes to an event: «с представителями тридцати компаний»
GUESTS = (
    "глав", "делегац", "представит", "представля", "прибыл", "приехал", "руководит", "собрал",
    "съехал", "участв", "участи",
)  # fmt: skip
_MEMBERS = ("член", "участник")  # «членами ассоциации остаются 18 компаний»
_EVENTS = ("встреч", "выставк", "конференци", "мероприяти", "форум", "ярмарк")
# lorries that passed are freight: «через порт прошло 3,5 тысячи грузовиков»
_PASSED = (
    "минова", "обслуж", "оформ", "перевез", "пересек", "проезж", "проехал", "пропустил", "пропущен",
    "принял", "проследова", "проход", "везли",
)  # fmt: skip
_SAILED = (*_PASSED, "обработ", "отгруж", "отгруз", "отправ", "принял", "принят", "прибы")
_WENT = frozenset("прошел прошла прошли прошло".split())  # not «прошлого года»
# words of a flow a day
_DESIGNED = Stems("рассчитан", "построен", "спроектирован")
_DAILY = frozenset("день дневных ежедневно ежесуточно каждый сутки".split())
_DAILY_STEMS = ("ежедневн", "ежесуточн", "среднесуточн", "суточн")
_TRAINS = Stems("поезд")
_STANDS = ("брошен", "застря", "простаива", "скопил")
_CAME = ("приех", "прибы", "собра", "съеха")
_CREATED = Stems("создад", "создан", "создат")
_LORRIES = Stems("автоперевоз", "большегруз", "грузовик", "фур")
_THROUGH = Stems("пропуск")
_ABLE = Stems("смож", "смог")
_TOO_MANY = 100_000  # vehicles that no border passes in a day
# beside «объект»: of a portfolio, or of a border
_PROJECTS = ("инвест", "кооперац", "портфел", "проект", "пул", "рабоч", "совместн", "стоимост")
_PLANTS = ("завод", "комбинат", "производств", "тэц", "фабрик", "электростанц")
_LAUNCHED = (
    "ввест", "ввод", "возве", "запус", "запущ", "откры", "постро", "созда", "строит",
)  # fmt: skip
_BORDERS = ("границ", "граничит", "пропуск")
_JOINED = 2  # tokens between two counts of one noun
_GOODS = ("наименован", "поставк", "позици", "продукц", "товар", "экспорт")


def count_indicator(
    one: Draft, done: Sequence[Draft], daily_before: bool, posts_before: bool
) -> None:
    """Set the indicator of a count by its noun, or reject what is not counted here.

    ``daily_before`` tells whether a sentence shortly before counted vehicles a day,
    ``posts_before`` whether the sentence before counted posts.
    """
    if one.kind == "ordinal":
        assign_rank(one)
        return
    words = one.sentence.low[one.sentence.first : one.sentence.last]
    if one.kind == "people":
        _people(one, words)
    elif one.kind in ("vehicles", "vehicle"):
        _vehicles(one, words, done, daily_before)
    elif one.kind == "freight" and (_is_fleet(one, words) or _stuck(words)):
        one.reject("out_of_scope")
    elif one.kind == "freight":
        one.kind, one.indicator = "count", "other" if _of_capacity(one) else "freight"
    elif one.kind == "count":
        _nouns(one, words, done, posts_before)


def of_trains(one: Draft) -> bool:
    """Let «пар» count trains that the sentence names before, and return whether it does."""
    low, sentence = one.sentence.low, one.sentence
    if low[one.last - 1] != "пар" or not sentence.begins(_TRAINS):
        return False
    one.kind, one.unit, one.indicator = "count", "count", "freight"
    one.note("pairs of trains")
    return True


def of_jobs(one: Draft) -> bool:
    """Let «создано 31 200 мест» count jobs."""
    if one.sentence.low[one.last - 1] != "мест" or not one.sentence.begins(_CREATED):
        return False
    one.kind, one.unit, one.indicator = "count", "count", "jobs"
    one.note("places that were created")
    return True


def of_trips(one: Draft) -> bool:
    """Let trips of lorries count as freight: «грузовики выполнили 40 тыс. рейсов»."""
    low, sentence = one.sentence.low, one.sentence
    if not low[one.last - 1].startswith("рейс") or not sentence.begins(_LORRIES):
        return False
    one.kind, one.unit, one.indicator = "count", "count", "freight"
    one.note("trips of lorries")
    return True


def _people(one: Draft, words: Sequence[str]) -> None:
    """People are jobs where they are employed: «дать работу 300 людям»."""
    staff = any(word.startswith("трудят") for word in words) and any(
        word.startswith(_FIRMS) for word in words[: one.at - one.sentence.first]
    )  # «действуют 60 предприятий, где трудятся 4 тыс. человек»
    staff = staff or (words[:2] == ["на", "них"] and words[2].startswith("труд"))
    jobs = staff or any(word.startswith(_JOBS) for word in words)
    jobs = jobs or not {"дать", "работу", "работой"}.isdisjoint(words)
    jobs = jobs or {"штат", "составит"}.issubset(words)
    if jobs and not any(word.startswith(_BUILDERS) for word in words):
        one.kind, one.indicator = "count", "jobs"
    else:
        one.reject("out_of_scope")


def _vehicles(one: Draft, words: Sequence[str], done: Sequence[Draft], daily_before: bool) -> None:
    """Vehicles are freight that passed, a flow a day beside others of a day, or goods."""
    beside = daily_before or any(other.kind == "vehicle" for other in done)
    if one.sentence.word_before(one.quantity.lead) == "из" and one.sentence.low[
        one.quantity.lead - 2
    ].startswith("очеред"):
        one.reject("out_of_scope")  # «очередь из 180 фур»
        return
    counts = [other for other in done if other.kind == "count" and other.quantity.noun is not None]
    if counts and one.sentence.low[one.last : one.last + 1] in (["больше"], ["меньше"]):
        # «прошло 130 тыс. машин, что на 22% или 29 тысяч больше»
        one.kind, one.unit, one.indicator = "count", "count", counts[-1].indicator
        return
    # «прошли 290 машин, что отвечает пропускной способности»: a flow
    capacity = any(
        hit.entry.id == "capacity"
        and (hit.first < one.at or 0 <= hit.first - one.last <= _JOINED)
        and not (hit.first >= one.last and _has_figure(one, hit.last))
        and "фактически" not in one.sentence.low[hit.last : one.at]
        for hit in one.sentence.indicators
    )
    capacity = capacity or _designed(one)
    if one.kind == "vehicles":
        passed = any(word.startswith(_PASSED) or word in _WENT for word in words)
        daily = any(word in _DAILY or word.startswith(_DAILY_STEMS) for word in _own(one))
        through = capacity and one.sentence.begins(_THROUGH)
        if _traded(one) and not (daily or passed or through):
            one.kind = "pieces"  # «компания экспортировала 9 тыс. машин»
            return
        if _of_year(one) and (daily or beside or through or passed):
            one.kind, one.indicator = "count", "other" if through else "freight"
            return
        if passed and not daily and not through:
            one.kind, one.indicator = "count", "freight"
            return
        if not (daily or beside or through):
            if _traded(one) or _listed(done):
                one.kind = "pieces"
            else:
                one.reject("out_of_scope")
            return
        one.kind, one.unit = "vehicle", "vehicle/day"
    # «смогут проехать», «сможет пропускать» is a capacity
    future = one.sentence.has("potential", "planned", "goal") or one.sentence.begins(_ABLE)
    one.indicator = "other" if capacity or future else "freight"


def _designed(one: Draft) -> bool:
    """«пропускает 620 грузовиков, хотя построен под 2 500», «рассчитан пост на пятьсот»."""
    sentence = one.sentence
    return sentence.begins(_DESIGNED) and any(
        sentence.low[i].startswith(_DESIGNED) and sentence.between(i, one.at) == 0
        for i in range(sentence.first, one.at)
    )


def _has_figure(one: Draft, index: int) -> bool:
    """«принимал 640 машин при норме 400», «пропускает 620 фур, хотя построен под 2 500»."""
    return any(0 <= q.lead - index <= _JOINED for q in one.sentence.quantities)


def _own(one: Draft) -> list[str]:
    """The words of a sentence up to the next figure.

    «оформил 19 тыс. грузовиков, или в среднем 650 в сутки»: «в сутки» is of the second
    """
    sentence = one.sentence
    stop = min(
        [q.lead for q in sentence.quantities if q.lead >= one.last and q.kind == "bare"],
        default=sentence.last,
    )
    return sentence.low[sentence.first : stop]


def _traded(one: Draft) -> bool:
    """Whether vehicles are goods: «импорт вырос до 6 тыс. грузовиков»."""
    sentence = one.sentence
    return any(
        (hit.entry.value in SIDES or hit.entry.kind == "purchase")
        and sentence.between(hit.first, one.at) <= (sentence.low[one.quantity.lead - 1] == "до")
        for hit in sentence.indicators
    )


def _listed(done: Sequence[Draft]) -> bool:
    """«рубашек завезли 400 тыс. единиц (-11%), платьев – 2 млн единиц»: goods before it."""
    return any(other.kind == "pieces" for other in done)


def _of_capacity(one: Draft) -> bool:
    """Whether a word of capacity governs trains: «способность стыка подняли до 40 пар поездов»."""
    return any(
        hit.entry.id == "capacity"
        and hit.first < one.at
        and one.sentence.between(hit.first, one.at) <= 1
        for hit in one.sentence.indicators
    )


def _stuck(words: Sequence[str]) -> bool:
    """«скопилось 40 поездов», «на перегоне брошено 30 составов»: what does not move."""
    return any(word.startswith(_STANDS) for word in words)


def _is_fleet(one: Draft, words: Sequence[str]) -> bool:
    """Whether vessels are owned or built, and none tells that they called or sailed."""
    noun = one.quantity.noun
    if noun is None or noun.id != "vessel":
        return False
    return not any(word.startswith(_SAILED) or word in _WENT for word in words)


def _of_year(one: Draft) -> bool:
    """«640 тыс. единиц в год»; no post passes so many vehicles a day either."""
    after = one.sentence.low[one.last : one.last + 2]
    return after in (["в", "год"], ["за", "год"]) or one.value >= _TOO_MANY


def _nouns(one: Draft, words: Sequence[str], done: Sequence[Draft], posts_before: bool) -> None:
    """A count is of what its noun names, where the sentence bears that out."""
    noun, sentence = one.quantity.noun, one.sentence
    listed = bool(done) and done[-1].kind == "count" and one.first - done[-1].last <= _JOINED
    if noun is not None and one.value == 1 and one.quantity.form == "words" and not listed:
        one.reject("out_of_scope")  # «модернизация одного пункта» counts nothing
        return
    if one.indicator is not None:
        return
    if noun is None:
        one.reject("out_of_scope")
        return
    if guests(one):
        one.reject("out_of_scope")  # «более 200 компаний принимают участие в выставке»
        return
    if "самых" in sentence.low[one.last - 3 : one.last]:
        one.reject("out_of_scope")  # «назовите пять самых экспортируемых товаров»
        return
    one.indicator = noun.kind
    if noun.id == "object" and not any(word.startswith(_PROJECTS) for word in words):
        if sentence.low[one.last - 1].startswith(_PLANTS) and any(
            word.startswith(_LAUNCHED) for word in words
        ):
            return
        posts = posts_before or any(place.kind == "checkpoint" for place in sentence.places)
        border = any(word.startswith(_BORDERS) for word in words) or any(
            of_border(sentence, place) for place in sentence.places
        )  # «на казахстанско-российском участке обновят 20 объектов»
        if not posts and not border:
            one.reject("out_of_scope")
            return
        one.indicator = "checkpoints_count"
    among = any(other.indicator == "projects_count" for other in done)
    if noun.id == "initiative" and not (among or any(w.startswith(_PROJECTS) for w in words)):
        one.reject("out_of_scope")  # «десять инициатив президента»; not those of a portfolio
    if noun.id == "goods" and _of_portfolio(one):
        one.indicator = "projects_count"  # «в портфеле проектов значится 31 позиция»
        return
    if noun.id == "goods" and not any(word.startswith(_GOODS) for word in words):
        one.reject("out_of_scope")


def guests(one: Draft) -> bool:
    """Whether firms counted come to an event: «на форум приехали 15 польских компаний»."""
    noun, sentence = one.quantity.noun, one.sentence
    if noun is None or noun.kind != "enterprises_count":
        return False
    before = sentence.low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if "составе" in before or sentence.low[sentence.first].startswith(_MEMBERS):
        return True
    return any(word.startswith(GUESTS) and word != "участием" for word in before) or _attends(one)


def _of_portfolio(one: Draft) -> bool:
    """Whether items are those of a portfolio of projects, and no goods."""
    low, sentence = one.sentence.low, one.sentence
    if not low[one.last - 1].startswith("позици"):
        return False
    before = low[sentence.first : one.first]
    goods = any(word.startswith(("поставк", "товар", "экспорт")) for word in before)
    return not goods and any(word.startswith(("портфел", "проект")) for word in before)


def _attends(one: Draft) -> bool:
    """Whether those counted come to an event."""
    low, sentence = one.sentence.low, one.sentence
    before = low[sentence.first : one.at]
    if any(w.startswith(_EVENTS) or w.endswith("-форум") for w in before) and any(
        word.startswith(_CAME) for word in before
    ):
        return True  # «на бизнес-форум приехали 15 компаний»
    after = low[one.last : sentence.last]
    if not any(word.startswith(_EVENTS) for word in after):
        return False
    return "участие" in after or any(word.startswith("участв") for word in after)
