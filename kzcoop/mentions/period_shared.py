"""Whether a reference shares the noun of another: «в этом и в прошлом году», «за весь прошлый».

«620 тыс. тонн в этом и 190 тыс. в прошлом году»              the year told after
«за пять месяцев сезона – 52 тыс., за весь прошлый – 61»      the season told before
«в планах на нынешний – пять тысяч»                           the year meant
"""

from __future__ import annotations

from kzcoop.mentions.period_text import DASHES, PAST, PeriodText

CROP = ("маркетингов", "сельскохозяйственн", "зернов")
# what «в прошлом» without its noun is followed by: «по итогам прошлого он вырос»
_ENDED = frozenset(["", ".", "он", "она", "они"])
# «в нынешнем ожидают», «в текущем может», «в этом уже»
INTENDED = (
    "ждем",
    "ждут",
    "может",
    "могут",
    "намерен",
    "ожида",
    "планир",
    "предполаг",
    "прогноз",
    "рассчит",
    "хот",
)
_SET_ASIDE = ("выделен", "заложен", "запланирован", "намечен", "предусмотрен")
_PLANS = ("задани", "ориентир", "план", "прогноз", "цел")
_ADVERBS = frozenset("было выросло едва лишь только уже".split())
_THIS = ("нынешн", "текущ")  # «В нынешнем, по оценке министерства, прибавится миллиард»
WHOLE = frozenset({"весь", "полный", "целый"})
STRESSED = frozenset({"-2", "-1", "0"})
ENDS = frozenset(["", *", . ; ) – — -".split()])  # «30 тыс. в 2022 году и 12 тыс. в следующем»
_SEASON_ENDS = frozenset(["", *", . ; ( ) – — - было".split()])
_JOINTS = frozenset({"и", ",", "против", "–", "—", "-", "("})
_SHARED = 10  # tokens from «в этом» to the noun of «в прошлом году»


def shares_season(text: PeriodText, index: int, at: int) -> bool:
    """«за пять месяцев сезона – 52 тыс. тонн, за весь прошлый – 61»: a season told right before."""
    led = index - 1
    while led >= 0 and text.word(led) in WHOLE:
        led -= 1
    if text.word(led) not in ("в", "за") or text.word(at) not in _SEASON_ENDS:
        return False
    start, told = text.tokens.bounds[text.tokens.sentence[index]][0], text.last
    part = told is not None and told.first >= start and told.months not in (None, text.crop)
    if part and led == index - 1:
        return False  # «с сентября по ноябрь – 78 тыс. тонн против 40 в прошлом»: those months
    for before in range(index - 1, start - 1, -1):
        if text.hit(before, "crop"):
            return True
        if text.hit(before, "year"):
            return text.word(before - 1).startswith(CROP)
    return False


def shares_year(text: PeriodText, index: int, at: int) -> bool:
    """«620 тыс. тонн в этом и 190 тыс. в прошлом году»: the second has the noun of both."""
    led = index - 1
    while led >= 0 and text.word(led) in WHOLE:
        led -= 1  # «за весь прошлый»
    if text.word(led) == "на" and not text.low[index].endswith(("от", "ий", "ый")):
        return False  # «на это предусмотрено 96 млрд тенге»
    if text.word(led) == "на" and text.word(at) in ENDS:
        # «прошло 1 200 контейнеров, а в планах на нынешний – пять тысяч», «предусмотрено на этот»
        return text.word(led - 1).startswith((*_PLANS, *_SET_ASIDE))
    if text.word(led) == "на" and text.word(at).startswith(_SET_ASIDE):
        return True  # «На нынешний заложено ещё 3 млрд тенге»
    if text.word(led) not in ("в", "за", "итогам", ",", "а"):
        return False
    start = text.tokens.bounds[text.tokens.sentence[index]][0]
    if text.word(led) in (",", "а") and text.word(at) not in DASHES:
        return False
    word = text.word(at)
    ended = word in _ENDED or word in DASHES or PAST.match(word) is not None
    ended = ended or word in _ADVERBS or word.startswith(INTENDED)
    ended = ended or (word == "," and text.low[index].startswith(_THIS))
    if ended and any(text.hit(before, "year") for before in range(start, index)):
        return True  # «если в 2022 году – 20 млн, то в прошлом – 44»
    told = text.last
    if ended and told is not None and told.months is None and text.near(told.first, index):
        # «В 2023 году – 5 млрд долларов. В нынешнем ожидают 6»
        return text.word(led) in ("в", "за") and not text.low[index].startswith("эт")
    if text.word(at) not in _JOINTS:
        return False
    for later in range(at + 1, min(at + _SHARED, text.end)):
        ref = text.hit(later, "ref")
        if ref is not None and ref.entry.value in STRESSED:
            return text.hit(ref.last, "year") is not None
    return False
