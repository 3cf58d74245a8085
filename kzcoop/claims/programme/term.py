"""By when the work of a programme is to be done.

«к 2027 году», «до конца года»                     a deadline
«завершат в 2027 году», «запланировано на 2028 год»  a year in which work is to end
«в 2026–2028 годах планируется обновить»           the last of the years of a plan
«сроки перенесли с 2026 на 2028 год»               where it was moved
"""

from __future__ import annotations

import re

from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period

# «сроки перенесли на …»
_MOVED = Stems(
    "отлож", "отодвин", "передвин", "перенес", "перенос", "подвин", "сдвиг", "сдвин", "смест",
    "сместил",
)  # fmt: skip
_COMPLETED = Stems(
    "введен", "завершен", "закончен", "запущен", "модернизирован", "обновлен", "открыт",
    "отремонтирован", "построен", "реконструирован", "сдан",
)  # fmt: skip
_FAR, _NEAR = 6, 4
_HERS = 2  # tokens of «закончат её»
_YEAR = 4  # characters
_ENDS = re.compile(
    r"(завершить|завершит(ся)?|завершат(ся)?|завершиться|закончить|закончат(ся)?|закончится|сдадут"
    r"|отремонтиру[ею]т(ся)?|модернизиру[ею]т(ся)?|реконструиру[ею]т(ся)?|обнов[ия]т(ся)?"
    r"|(пере|до)?стро[ия]т(ся)?|постро[ия]т(ся)?|откро(ет|ют|ем)(ся)?|сдадим|подключат|подключим|закончим|завершим|построим|введем|обновим|открыть(ся)?|заработать|заработа[ею]т|появ[ия]т(ся)?"
    r"|(за|пере|до)?пустить|запуст[ия]т(ся)?|возведут|возвести|внедр(ить|ят|ит)|подключить"
    r"|(у|про)лож(ить|ат)|удлин(ить|ят)|(пере|до|по)?строить(ся)?|обновить|расширить|отремонтировать"
    r"|модернизировать|реконструировать|перевести|восстанов(ить|ят|ит)(ся)?|переоборуду[ею]т|принимать|пропускать|впускать|работать|обслуживать|функционировать|(воз|вы)раст[еу]т|(увелич|повыс|нараст|расшир)[ия]т(ся)?|увеличат(ся)?"
    r"|стан[еу]т|перейд[еу]т|переведут|получ[аи]т|введут|возобнов(ить|ят|ит)(ся)?|принять|примет|примут|закончиться|завершается|завершаются|завершением|завершения|готов[аыо]?|сдать|ввести)$"
)
# what a term is set by: «запланировано на 2027 год», «завершение приходится на июнь»
_SET = ("заплан", "назнач", "намеч", "предусм", "приход")
# what happens on a day: «откроют 20 декабря», «будет восстановлено 31 июля»
_OPENS = re.compile(
    r"(откро|закро)(ет|ют)(ся)?$|(введ|войд|пройд)[ёе]?[у]?т$|(вступ|запуст)[ия]т$|прим[еу]т$|впуст[ия]т$|(восстанов|возобнов)(ит|ят)(ся)?$|распахн[уе]т(ся)?$|начн[еу]т(ся)?$|заработа[её]?[ею]т$|(пере|раз)реж[уе]т$"
)
_PLANNED = (
    "заплан",
    "обеща",
    "собира",
    "ожида",
    "намеч",
    "намер",
    "перспектив",
    "планир",
    "предусм",
    "предсто",
    "рассчитыва",
)
_AFTER = Words("после")
_DONE_BY = ("завершени", "модерниз", "обновлени", "реконструк", "ремонт", "строительств")
_OVER = ("законч", "заверш", "конч")
_SEASONS = ("весн", "зим", "лет", "осен")
_REGIME = ("перевод", "переход")
_LABELS = (
    "ввод", "готовн", "дата", "заверш", "конец", "оконч", "открыти", "сдач", "срок", "финал",
    "финиш",
)  # fmt: skip
_LABEL = re.compile(r"(сдач|ввод|готовност|завершени|окончани|срок)[а-я]{0,2}$")
_PLANS = ("дорожн", "карт", "план", "програм", "рассчит")
_BEGINS = re.compile(
    r"начать(ся)?$|начн[ёе]?(т|ут)(ся)?$|начал(а|и|о)?(с[ья])?$|начат([аоы]|ы[йех]|ую|ого|ая|ое)?$|приступ(ить|ят|ит|ил[аи]?)$"
    r"|стартует$|старт$|стартовал[аио]?$"
)
_FINISHES = re.compile(r"(заверш|заканч|законч|оконч|продл|рассчит|сдат|сдад|сдач|срок)")
_FROM = frozenset({"с", "со"})
_SHUT = Stems("закр", "приостан")
# «начнёт принимать поезда»: no work begins
_SERVES = (
    "вести", "впуск", "действ", "обслуж", "оформ", "приним", "проп", "пуск", "работать", "работу",
    "функц",
)  # fmt: skip
_DIVIDES, _DIVIDED, _OUT = frozenset({",", "и", ";", "–", "—"}), 4, 99
# what is done to papers, or was before the works
_SPENT = Stems("освои", "освоят", "потрат", "профинанс")
_PAPERS = Stems(
    "входил", "представ", "подготов", "подпис", "разработ", "рассмотр", "соглас", "утверд",
)  # fmt: skip
_WERE = Stems("был")
_HALVES = {"H1": "06", "H2": "12", "Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}


def deadline_of(sentence: Sentence) -> str | None:
    """Return by when work is to be done: «к 2027 году», «сроки перенесли на 2026–2027 годы»."""
    if not sentence.periods:
        return None
    low = sentence.low
    if sentence.begins(_MOVED):
        moved = next(i for i in range(sentence.first, sentence.last) if low[i].startswith(_MOVED))
        for period in sentence.periods:
            led = low[max(moved, period.first - _FAR) : period.first]
            if period.first > moved and "на" in led and period.value:
                return ending(period.value)
    for told in (_is_deadline, _labelled, _ends_in, _until, _is_planned, _of_plan, _of_noun):
        fit = [
            period
            for period in sentence.periods
            if period.value
            and not (starts(sentence, period) or _of_paper(sentence, period))
            and not _of_money(sentence, period)
            and told(sentence, period)
        ]
        if told is _ends_in:  # «тендер объявят летом, закончить намерены в 2027 году»
            fit.sort(key=lambda period: _nearest(sentence, period, _FINISHES))
        if fit:
            return ending(fit[0].value or "")
    return None


def since(sentence: Sentence) -> str | None:
    """Return from when a regime holds: «с 1 февраля», «с 2028 года»."""
    low = sentence.low
    for period in sentence.periods:
        led = low[max(sentence.first, period.first - 1) : period.first + 1]
        if _FROM.isdisjoint(led) or _until(sentence, period):
            continue
        if period.year is not None:
            month = f"-{period.months[0]:02d}" if period.months else ""
            return f"{period.year}{month}"
        if period.value:
            return period.value.partition("/")[0]
    return None


def on_a_day(low: list[str], index: int) -> bool:
    """Return whether a word of work tells what a day will bring: «откроют», «будет открыт»."""
    return _OPENS.match(low[index]) is not None or low[index - 1] in ("будет", "будут")


def _is_deadline(sentence: Sentence, period: Period) -> bool:
    """«к 2027 году»; in a report without a date, where it could be past, of what is to come."""
    if period.role == "base" and "к" in sentence.low[period.first - 1 : period.first + 1]:
        return sentence.has("planned")
    if sentence.begins(_COMPLETED) and _is_reached(sentence, period):
        return False
    led = sentence.low[max(sentence.first, period.first - 2) : period.first]
    return period.role == "by" or led in (["не", "позднее"], ["не", "позже"])


def _is_reached(sentence: Sentence, period: Period) -> bool:
    """«К маю завершена реконструкция 14 постов»: what was done by then."""
    after = sentence.word_at(period.last)
    return after.startswith(_COMPLETED) and not after.endswith("ть")


def _labelled(sentence: Sentence, period: Period) -> bool:
    """«срок – август 2027 года», «сдача – III квартал»."""
    led = sentence.low[max(sentence.first, period.first - 2 * _FAR) : period.first]
    if led[-1:] in (["в"], ["во"]):
        if led[-2:-1] and _LABEL.match(led[-2]):
            return True  # «сдача в 2027 году»
        led = led[:-1]  # «Сдача поста после реконструкции – в 2026 году»
    if led[-1:] == ["это"]:  # «когда работы кончатся, а это декабрь 2027 года»
        return any(low.startswith(_OVER) for low in sentence.low[sentence.first : period.first])
    return led[-1:] in (["–"], ["—"], ["-"], [":"]) and any(w.startswith(_LABELS) for w in led)


def _ends_in(sentence: Sentence, period: Period) -> bool:
    """«завершат в 2027 году», «запланировано на 2028 год»: a year in which work is to end."""
    before = sentence.word_before(period.first)
    if period.role == "date":  # «работы завершатся 31 декабря», «открыть обещают 1 июля»
        led = sentence.low[max(sentence.first, period.first - _FAR) : period.first]
        promised = before.startswith(_PLANNED) and any(_ENDS.match(word) for word in led)
        if before == "на":  # «на 3 июля намечено открытие»
            after = sentence.low[period.last : min(sentence.last, period.last + _FAR)]
            return any(word.startswith(_SET) for word in (*led, *after))
        after = sentence.low[period.last : min(sentence.last, period.last + _NEAR)]
        if any(w.startswith(_PLANNED) for w in after) and any(_ENDS.match(w) for w in after):
            return True  # «20 сентября обещают открыть»
        # «закончат её 31 октября»
        return promised or any(_ENDS.match(word) for word in led[-_HERS:])
    if period.role not in ("at", "span"):
        return False
    led = _led(sentence, period)
    if before == "на":
        after = sentence.low[period.last : min(sentence.last, period.last + _FAR)]
        return any(word.startswith(_SET) for word in (*led, *after))
    after = sentence.low[period.last : min(sentence.last, period.last + 2 * _FAR)]
    ending = any(_ENDS.match(word) for word in (*led, *after)) or _willending(sentence)
    season = sentence.low[period.first].startswith(_SEASONS)  # «сдадут весной 2027 года»
    words = sentence.low[period.first - 1 : period.last]
    if not _FROM.isdisjoint(words[:2]) or any(word.startswith("прошл") for word in words):
        return False  # «возводят с прошлого лета»
    # «начнёт работу в 2027 году»
    ending = ending or (led[-3:-1] in (["начнет", "работу"], ["начнут", "работу"]))
    return (before in ("в", "во", "летом") or season) and ending


def _led(sentence: Sentence, period: Period) -> list[str]:
    """The words before a period, less what is put in: «завершится, по расчётам, в конце года»."""
    low, at = sentence.low, period.first
    joint = at - 1 - (low[at - 1] in ("в", "во", "к", "до"))
    if low[joint] == ",":
        open_ = next((i for i in range(joint - 1, joint - 1 - _FAR, -1) if low[i] == ","), None)
        if open_ is not None and open_ > sentence.first:
            return low[max(sentence.first, open_ - _FAR) : open_] + low[joint + 1 : at]
    return low[max(sentence.first, at - _FAR) : at]


def _willending(sentence: Sentence) -> bool:
    """«будет завершена», and not «завершена»."""
    low = sentence.low
    return sentence.begins(_COMPLETED) and any(
        low[i].startswith(_COMPLETED) and low[i - 1] in ("быть", "будет", "будут")
        for i in range(sentence.first + 1, sentence.last)
    )


def _of_paper(sentence: Sentence, period: Period) -> bool:
    """«обоснование представят до 17 апреля»: by when a paper is ready, and no work."""
    if not (sentence.begins(_PAPERS) or sentence.begins(_WERE)):
        return False
    low, first = sentence.low, max(sentence.first, period.first - _NEAR)
    after = low[period.last : min(sentence.last, period.last + 2)]
    if any(word.startswith(_REGIME) for word in low[period.last : period.last + _FAR]):
        return False  # «до 1 июля согласовать переход станции на круглосуточную работу»
    if any(word.startswith("был") for word in after):
        return True  # «до 2022 года была частью другой области»
    beside = (*low[first : period.first], *after)
    return any(word.startswith(_PAPERS) and word != "согласно" for word in beside)


def _of_money(sentence: Sentence, period: Period) -> bool:
    """«4 млрд потратят до конца года»: by when money is spent."""
    if not sentence.begins(_SPENT):
        return False
    led = sentence.low[max(sentence.first, period.first - _NEAR) : period.first]
    return any(word.startswith(_SPENT) for word in led)


def _until(sentence: Sentence, period: Period) -> bool:
    """«закрыт с 1 сентября 2025 года по 31 декабря 2026 года»: until when posts are shut."""
    if not sentence.begins(_SHUT):
        return False
    words = sentence.low[period.first : period.last]
    return period.role == "at" and ("по" in words or "до" in words)


def _is_planned(sentence: Sentence, period: Period) -> bool:
    """«в 2026–2028 годах планируется обновить», «перспективы открытия в 2026 году»."""
    if period.role not in ("at", "span") or sentence.word_before(period.first) != "в":
        return False
    near = sentence.low[
        max(sentence.first, period.first - 2 * _FAR) : min(sentence.last, period.last + 2 * _FAR)
    ]
    return any(word.startswith(_PLANNED) for word in near)


def _of_noun(sentence: Sentence, period: Period) -> bool:
    """«после обновления станции в 2027 году она примет 10 млн тонн»: of a work in a noun."""
    if period.role != "at" or not sentence.holds(_AFTER):
        return False
    led = sentence.low[max(sentence.first, period.first - _FAR) : period.first]
    at = next((i for i, word in enumerate(led) if word == "после"), None)
    if at is None or not led[at + 1 : at + 2] or not led[at + 1].startswith(_DONE_BY):
        return False
    after = sentence.low[period.last : sentence.last]
    return any(tense(word) == "future" for word in after)


def _of_plan(sentence: Sentence, period: Period) -> bool:
    """«дорожная карта на 2024–2027 годы», «включён в план 2027 года»: the last year of a plan."""
    whose = sentence.word_before(period.first - (sentence.word_before(period.first) == "на"))
    if period.role == "at" and whose.startswith(_PLANS) and len(period.value or "") <= _YEAR:
        return True
    if period.role not in ("at", "span") or "/" not in (period.value or ""):
        return False
    led = sentence.low[max(sentence.first, period.first - _NEAR) : period.first]
    planned = led[-1:] == ["на"] and any(word.startswith((*_PLANS, "принят")) for word in led)
    return planned or any(word.startswith("срок") for word in led)  # «сроки – 2024–2026 годы»


def starts(sentence: Sentence, period: Period) -> bool:
    """Return whether work begins by a term: «до конца года готовы начать реконструкцию».

    Of «началась весной и должна закончиться в декабре» each word tells of the term beside it.
    """
    begun = _nearest(sentence, period, _BEGINS)
    return begun < _nearest(sentence, period, _FINISHES)


def _nearest(sentence: Sentence, period: Period, words: re.Pattern[str]) -> int:
    """Tokens from a period to the nearest of some words; what divides them counts for more."""
    low, best = sentence.low, _OUT
    for at in range(
        max(sentence.first, period.first - _FAR), min(sentence.last, period.last + _FAR)
    ):
        if period.first <= at < period.last or not words.match(low[at]):
            continue
        if words is _BEGINS and sentence.word_at(at + 1).startswith(_SERVES):
            continue
        between = low[at + 1 : period.first] if at < period.first else low[period.last : at]
        gap = len(between) + _DIVIDED * (not _DIVIDES.isdisjoint(between))
        best = min(best, gap)
    return best


def ending(value: str) -> str:
    """Return the last month or year of a period: 2026-12 of 2026-07/2026-12, 2026-06 of H1."""
    last = value.rpartition("/")[2]
    year, _, part = last.partition("-")
    return f"{year}-{_HALVES[part]}" if part in _HALVES else last
