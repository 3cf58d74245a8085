"""What a count counts: the indicator that its noun means.

«реализуют 46 проектов», «31 позиция портфеля»            projects
«обновят 20 объектов на границе»                          checkpoints
«20 пар поездов», «создано 31 200 мест»                   nouns that count only beside others
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.count.counted_people import guests, people
from kzcoop.claims.count.counted_vehicles import trains_and_vessels, vehicles
from kzcoop.claims.count.plants import of_firms
from kzcoop.claims.count.rank import assign_rank
from kzcoop.claims.place.partner_place import of_border
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

_TRAINS = Stems("поезд")
_CREATED = Stems("дадут", "даст", "открое", "появ", "создад", "создан", "создат", but=["дастархан"])
_PROMISED = Stems("обеща", "пообеща")  # «Людям обещали 840 мест»
_SEATS = Stems("вагон", "гостиниц", "зал", "коек", "отел", "паркинг", "парковк", "трибун", "школ")
_WORKS = Stems(
    "завод", "комбинат", "комплекс", "предприят", "проект", "производств", "фабрик", "цех"
)
_LORRIES = Stems("автоперевоз", "большегруз", "грузовик", "паром", "фур")
# beside «объект»: of a portfolio, or of a border
_PROJECTS = Stems(
    "инвест",
    "кооперац",
    "портфел",
    "проект",
    "пул",
    "рабоч",
    "совместн",
    "стоимост",
)
_ON_LIST = Stems("списк", "список")
_OF_PORTFOLIO = Stems("портфел", "проект")
_TOLD = frozenset({"investment", "jobs", "projects_count", "projects_value"})
_PLANTS = (
    "агро", "завод", "логист", "комбинат", "маслозавод", "мелькомбинат", "молокозавод",
    "мясокомбинат", "нефтезавод", "производств", "птицефабрик", "тэц", "фабрик", "электростанц",
)  # fmt: skip
_BUILDERS = Stems("застройщик", "подрядчик")
_LAUNCHED = Stems("ввест", "ввод", "возве", "запус", "запущ", "откры", "постро", "созда", "строит")
_BORDERS = Stems("границ", "граничит", "пропуск")
_CONCLUDED = Stems("заключ", "подпис", "скрепил")
_UNDERTAKINGS = ("замысл", "начинани")
_PRICES = ("стоимост", "сумм", "ценой")
_PRICED = 4  # tokens of «на общую сумму»
_ONE_THERE = frozenset({"одна", "один", "одно"})
_MERELY = frozenset({"всего", "лишь", "пока", "только"})
# branches at home, of whose firms no partner is told
_BRANCHES = Stems(
    "животновод", "маслоперераб", "мукомольн", "мясоперераб", "отечественн", "перерабатывающ",
    "пищев", "птицевод", "рыбоперераб", "сельскохоз", "строительн", "фармацевт",
)  # fmt: skip
_OWNED = Stems(
    "зарубежн", "инвестор", "иностранн", "капитал", "резидент", "совместн", "участи", "учредит",
    "экспорт",
)  # fmt: skip
_TO_FIRMS = 8  # tokens from «перерабатывающих предприятий» to their number
_EXISTS = (
    "готовится", "действует", "есть", "имеется", "прорабатывается", "работает", "рассматривается",
    "реализован", "реализуется", "строится", "функционирует",
)  # fmt: skip
_LISTED = Stems("перечен", "перечн", "списк", "список")
_BUILD = ("возвест", "запустить", "построить", "реализовать", "создать")
_JOINED = 2  # tokens between two counts of one noun
_GOODS = Stems(
    "агропрод", "вывоз", "еды", "наименован", "поставк", "поставля", "позици", "продовольств",
    "продук", "товар", "экспорт",
)  # fmt: skip


def count_indicator(
    one: Draft,
    done: Sequence[Draft],
    daily_before: bool,
    posts_before: bool,
    moved: str | None = None,
) -> None:
    """Set the indicator of a count by its noun, or reject what is not counted here.

    ``daily_before`` tells whether a sentence shortly before counted vehicles a day,
    ``posts_before`` whether the sentence before counted posts, ``moved`` what the text counted
    last: "pieces", or an indicator.
    """
    if one.kind == "ordinal":
        assign_rank(one)
        return
    if one.kind == "pieces" and _of_portfolio(one):
        one.kind, one.indicator = "count", "projects_count"  # «в портфеле двенадцать штук»
    if one.kind == "people":
        people(one)
    elif one.kind in ("vehicles", "vehicle"):
        vehicles(one, done, daily_before, moved)
    elif one.kind == "freight":
        trains_and_vessels(one)
    elif one.kind == "count":
        _nouns(one, done, posts_before, moved in _TOLD)


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
    sentence = one.sentence
    if sentence.low[one.last - 1] != "мест":
        return False
    # «завод достраивает компания Kusum: 60 млн долларов, 250 мест»
    beside = any(
        q.kind == "money" and 0 <= one.quantity.lead - q.last <= 1 for q in sentence.quantities
    )
    promised = sentence.begins(_PROMISED) and not sentence.begins(_SEATS)
    if not (sentence.begins(_CREATED) or promised or (beside and sentence.begins(_WORKS))):
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


def of_deals(one: Draft) -> bool:
    """Let deals that were concluded count as papers; not «Три сделки показывают, как растёт …»."""
    low, sentence = one.sentence.low, one.sentence
    if not low[one.last - 1].startswith("сдел") or not sentence.begins(_CONCLUDED):
        return False
    one.kind, one.unit, one.indicator = "count", "count", "other"
    one.note("deals that were concluded")
    return True


def _nouns(one: Draft, done: Sequence[Draft], posts_before: bool, projects: bool) -> None:
    """A count is of what its noun names, where the sentence bears that out."""
    noun, sentence = one.quantity.noun, one.sentence
    listed = bool(done) and done[-1].kind == "count" and one.first - done[-1].last <= _JOINED
    single = noun is not None and one.value == 1 and one.quantity.form == "words"
    if single and not listed and not (_there_is(one) or _of_more(one) or _named_post(one)):
        one.reject("out_of_scope")  # «модернизация одного пункта» counts nothing
        return
    if sentence.begins(_BRANCHES) and _of_branch(one):
        one.reject("out_of_scope")  # «в стране 90 перерабатывающих предприятий»
        return
    if one.indicator is not None:
        return
    if noun is None:
        one.reject("out_of_scope")
        return
    if guests(one):
        one.reject("out_of_scope")  # «более 200 компаний принимают участие в выставке»
        return
    if noun.id == "goods" and "самых" in sentence.low[one.last - 3 : one.last]:
        one.reject("out_of_scope")  # «назовите пять самых экспортируемых товаров»
        return
    one.indicator = noun.kind
    same = next((d for d in reversed(done) if d.quantity.noun is noun and d.indicator), None)
    if noun.id == "object" and same is not None and one.last - one.at == 1:
        one.indicator = same.indicator  # «построено 12 заводов, ещё 30 планируют запустить»
        return
    # «Взялись за пункты пропуска. В списке 20 объектов»: posts, and no projects
    of_projects = sentence.begins(_PROJECTS) or (sentence.begins(_ON_LIST) and not posts_before)
    if noun.id == "object" and of_firms(one):
        one.indicator = "enterprises_count"
        return
    if noun.id == "object" and not of_projects:
        if sentence.begins(_LAUNCHED) and sentence.low[one.last - 1].startswith(_PLANTS):
            return
        plants = sentence.low[one.last - 1].startswith(_PLANTS)
        posts = posts_before or bool(sentence.posts)
        posts = posts and not plants
        border = sentence.begins(_BORDERS) or any(
            of_border(sentence, place) for place in sentence.places
        )  # «на казахстанско-российском участке обновят 20 объектов»
        built = sentence.low[one.last - 1].startswith("стро") or (
            sentence.begins(_LAUNCHED) and sentence.begins(_BUILDERS)
        )  # «турецкие подрядчики построили 530 объектов»
        if built and not posts and not border:
            return  # «китайские компании ведут одиннадцать строек»
        if not posts and not border:
            if _is_worth(one):
                return  # «девять новых производств ценой в 85 млрд тенге»
            if projects and sentence.has("done", "goal", "planned"):
                return  # «73 проекта … До конца года намечены к сдаче шесть объектов»
            one.reject("out_of_scope")
            return
        one.indicator = "checkpoints_count"
    among = any(other.indicator == "projects_count" for other in done)
    among = among or _is_worth(one)  # «обсуждали всего восемь инициатив на 240 млн»
    among = among or sentence.low[one.last - 1].startswith(_UNDERTAKINGS)
    if noun.id == "initiative" and not (among or sentence.begins(_PROJECTS)):
        one.reject("out_of_scope")  # «десять инициатив президента»; not those of a portfolio
    if noun.id == "goods" and (_of_portfolio(one) or _to_be_built(one)):
        one.indicator = "projects_count"  # «в портфеле проектов значится 31 позиция»
        return
    if noun.id == "agreement" and sentence.low[one.last - 1].startswith("протокол"):
        if any(word.startswith("составл") for word in sentence.low[one.at - 3 : one.last + 3]):
            one.reject("out_of_scope")  # «составлено 212 протоколов» of offenders
        return
    if noun.id == "goods" and not sentence.begins(_GOODS):
        one.reject("out_of_scope")


def _of_branch(one: Draft) -> bool:
    """Whether firms of a branch are counted, and neither foreign owners nor trade are told of."""
    sentence, low, noun = one.sentence, one.sentence.low, one.quantity.noun
    firms = one.indicator or (noun.kind if noun is not None else None)
    if firms != "enterprises_count" or sentence.abroad or sentence.begins(_OWNED):
        return False
    return any(
        low[at + 1].startswith(("компани", "предприят", "фирм", "хозяйств"))
        and abs(at - one.at) <= _TO_FIRMS
        for at in sentence.where(_BRANCHES)
        if at + 1 < sentence.last
    )


def _is_worth(one: Draft) -> bool:
    """Whether what things cost follows their number at once: «на 84 млрд», «стоимостью 2 млрд»."""
    sentence = one.sentence
    following = next((q for q in sentence.quantities if q.lead >= one.last), None)
    if following is None or following.kind != "money":
        return False
    words = sentence.low[one.last : following.lead]
    if words[:2] == [",", "цена"] and len(words) <= _PRICED + 2:
        return True  # «рассчитывают открыть 7 новых объектов, цена вопроса – 1,4 млрд»
    if len(words) > _PRICED:
        return False
    return bool(words) and (words == ["на"] or any(word.startswith(_PRICES) for word in words))


def _there_is(one: Draft) -> bool:
    """«действует один пост», «прорабатывается один проект»: that there is one, and no pronoun."""
    sentence, lead = one.sentence, one.quantity.lead
    if sentence.low[one.at] not in _ONE_THERE:
        return False
    lead -= sentence.word_before(lead) in _MERELY
    return sentence.word_before(lead).startswith(_EXISTS)


def _of_more(one: Draft) -> bool:
    """«Модернизирован один пост из тридцати»: of how many follows."""
    sentence = one.sentence
    return sentence.word_at(one.last) == "из" and any(
        q.lead == one.last + 1 and q.kind in ("bare", "count") for q in sentence.quantities
    )


def _named_post(one: Draft) -> bool:
    """«у Казахстана один пункт пропуска, «Темир-баба»»: which it is follows its noun."""
    sentence = one.sentence
    noun = one.quantity.noun
    return (
        noun is not None
        and noun.kind == "checkpoints_count"
        and sentence.word_at(one.last) in (",", "–", "—", "(")
        and any(0 < post.first - one.last <= _JOINED for post in sentence.posts)
        and sentence.word_before(one.quantity.lead) in ("казахстана", "здесь", "тут", "есть")
    )


def _to_be_built(one: Draft) -> bool:
    """«Список того, что лишь предстоит построить, длиннее: 23 позиции»: no goods."""
    low, sentence = one.sentence.low, one.sentence
    return (
        low[one.last - 1].startswith("позици")
        and sentence.begins(_LISTED)
        and (
            any(low[i].startswith(_BUILD) for i in range(sentence.first, one.at))
            or any(q.kind == "people" for q in sentence.quantities)  # «… работу 15 тыс. человек»
        )
    )


def _of_portfolio(one: Draft) -> bool:
    """Whether items are those of a portfolio of projects, and no goods."""
    low, sentence = one.sentence.low, one.sentence
    if not low[one.last - 1].startswith(("наименован", "позици", "штук")):
        return False
    if not sentence.begins(_OF_PORTFOLIO):
        return False
    before = low[sentence.first : one.first]
    goods = any(word.startswith(("поставк", "товар", "экспорт")) for word in before)
    return not goods and any(word.startswith(_OF_PORTFOLIO) for word in before)
