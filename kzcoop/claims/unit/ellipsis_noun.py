"""Where the noun stands that a bare number leaves out: in its sentence, or shortly before.

«12 проектов на 3 млрд, ещё 14 – на очереди»                    with the count before
«29 из 30 пунктов»                                              with the one after
«обсудили совместные проекты. Их 56»                            in the sentence before
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.count.counted_people import GUESTS
from kzcoop.claims.scene.brackets import closed_before
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.ellipsis_form import VERB_ENDS, after_number, is_part
from kzcoop.language.morphology import is_genitive_plural, is_noun
from kzcoop.language.stems import Stems, Words

_KINDS = frozenset({"count", "freight"})  # trains are freight: «120 поездов, из них 80 – в Китай»
_POSTS = 200  # more than there are on any border
_PASSING = Stems("обслуж", "обработ", "обрабат", "приним", "пропуск", "пропуст", "проезж", "проход")
_NEAR = 5  # tokens between what stands before a number and the number
_FAR = 10  # times as many, from which on a number is of another count
OF_SENTENCE_BEFORE = "of the sentence before"
_OF_BEFORE = frozenset({"которых", "них", "этих"})  # «из них»: of what was counted before
_JOB_KINDS = ("временн", "постоянн")
_THEIR = Words("их", "которых")
_WHICH = 4  # tokens of «которых в нашей стране»
_OF_THEM = frozenset({"enterprises_count", "projects_count"})
_FEW = ("немало", "немного", "мало", "множество", "много", "несколько", "хватает")
_HERE = frozenset(
    "в здесь нас области пока регионе республике сегодня сейчас стране тут у уже".split()
)
_STAND = ("действу", "зарегистрирован", "насчит", "работа", "числ")
_PLURAL = ("ы", "ии", "ия", "ий", "ов", "ам", "ям", "ами", "ями", "ах", "ях")
_OPENS = frozenset(", ; : ( а и".split())
_LABEL = 8  # tokens from the flow to the last of its goods
_TABLES = ("counted", "commodities", "indicators", "units")
_CARRIED = ("вагон", "груз", "контейнер", "нефт", "угл")
_GENITIVES = ("лос", "ов", "ев", "ей", "ин", "тей", "лей")


def source_of(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> Draft | None:
    """The count whose noun a number shares: of its own sentence, or of one shortly before."""
    one = drafts[index]
    of = after_number(one) == "из" and one.sentence.word_at(one.last + 1) not in _OF_BEFORE
    kinds = {*_KINDS, "vehicle", "vehicles"} if is_part(one) else _KINDS
    earlier = [each for each in drafts[:index] if each.kind in kinds and not each.rejected]
    # «работают шесть (1 100 рабочих мест), два – на бумаге»
    earlier = [each for each in earlier if not closed_before(each, one)] or earlier
    later = next(
        (d for d in drafts[index + 1 :] if d.kind == "count" and d.quantity.noun is not None), None
    )
    if of and later is not None and (later.at - one.last <= 6 or not earlier):
        return later
    if earlier:
        # «запущено шесть (1,4 тыс. рабочих мест), готовятся девять»: projects, and no more jobs
        things = [each for each in earlier if not _of_jobs(each) and not _far_more(one, each)]
        return earlier[-1] if not things or _of_jobs_again(one, earlier[-1]) else things[-1]
    if index and drafts[index - 1].quantity.kind in ("out", "people", "pieces"):
        return None  # «раньше за смену собирали два трактора, нынче шесть»
    told = [q for q in one.sentence.quantities if q.last <= one.quantity.lead]
    if told and told[-1].noun is not None and told[-1].noun.id == "place":
        return None  # «построят двенадцать корпусов, фундамент готов у трёх»
    if one.sentence.begins(_PASSING):
        # «проходит 600 машин в день … пост будет принимать до полутора тысяч»
        passed = next((d for d in reversed(previous[-4:]) if not d.rejected), None)
        if passed is not None and passed.kind == "vehicle":
            near = one.sentence.number - passed.sentence.number <= 2
            return passed if near else None
    recent = [
        d for d in previous[-8:]
        if d.kind == "count" and d.indicator and (d.aside or not d.rejected)
    ]  # fmt: skip
    if not recent or recent[-1].sentence.number < one.sentence.number - 2:
        return None
    things = [each for each in recent if each.indicator != "jobs" and not _far_more(one, each)]
    if one.sentence.word_before(one.quantity.lead) == "еще" and things:
        return things[-1]  # «производств десять. На них трудятся 2 тыс. человек. Ещё четыре …»
    if recent[-1].indicator == "checkpoints_count" and one.value > _POSTS:
        return None
    if recent[-1].indicator != "jobs":
        return recent[-1]
    if _far_more(one, next(d for d in recent if d.sentence is recent[-1].sentence)):
        return recent[-1]
    # «7 проектов, 1 500 рабочих мест. Ещё 2 – в работе»
    return next(each for each in recent if each.sentence is recent[-1].sentence)


def _far_more(one: Draft, thing: Draft) -> bool:
    """«18 проектов, 2 300 рабочих мест, ещё 900»: more than more of the projects could be."""
    return one.value > _FAR * thing.value


def _of_jobs_again(one: Draft, last: Draft) -> bool:
    """«1 900 рабочих мест на время стройки и порядка семисот постоянных»."""
    after = one.sentence.word_at(one.last)
    between = one.sentence.low[last.last : one.quantity.lead]
    return _of_jobs(last) and (after.startswith(_JOB_KINDS) or between in (["и"], ["или"]))


def _of_jobs(one: Draft) -> bool:
    noun = one.quantity.noun
    return one.indicator == "jobs" or (noun is not None and noun.kind == "jobs")


def headed_by_another(one: Draft) -> bool:
    """Whether what it counts stands before it, out of scope: «машин набирается до 300»."""
    counted = one.sentence.mentions.hits["counted"]
    if labelled(one) or opened(one):
        return True
    for index in range(one.quantity.lead - 1, max(one.sentence.first - 1, one.at - _NEAR), -1):
        hit = counted.get(index)
        if hit is not None:
            genitive = one.sentence.low[hit.last - 1].endswith(_GENITIVES)
            return genitive and hit.entry.kind in ("out", "people", "time", "vehicles")
    return False


def _is_many(word: str) -> bool:
    """Whether a word is a noun in the genitive plural: «элеваторов», «теплиц», «водохранилищ»."""
    return word.endswith(_GENITIVES) or is_genitive_plural(word)


def noun_between(one: Draft, source: Draft) -> int | None:
    """«70 позиций. Фирм с арабским участием прибавляется. Оттуда пришли 110»: of the later noun.

    In its paragraph, past the count of another thing.
    """
    sentence, tokens = one.sentence, one.sentence.mentions.tokens
    counted = sentence.mentions.hits["counted"]
    for index in range(one.quantity.lead - 1, source.last - 1, -1):
        number = tokens.sentence[index]
        if tokens.paragraph[number] != tokens.paragraph[sentence.number]:
            return None
        hit = counted.get(index)
        if hit is None or hit.entry.kind not in _OF_THEM:
            continue
        if hit.entry.kind == source.indicator or not sentence.low[index].endswith(_PLURAL):
            return None
        return index
    return None


def of_another(one: Draft) -> bool:
    """«Полос станет десять»: a noun out of scope opens the clause of a number, near it."""
    sentence, counted = one.sentence, one.sentence.mentions.hits["counted"]
    for index in range(one.quantity.lead - 1, max(sentence.first - 1, one.at - _NEAR), -1):
        hit = counted.get(index)
        if hit is None:
            continue
        opens = index == sentence.first or sentence.clause(index - 1) != sentence.clause(index)
        plural = _is_many(sentence.low[hit.last - 1])
        return opens and plural and hit.entry.kind == "out"
    return False


def labelled(one: Draft) -> bool:
    """«пеших коридоров – шесть»: a noun that no table knows stands before the dash."""
    sentence, low, at = one.sentence, one.sentence.low, one.quantity.lead - 2
    if at <= sentence.first or low[at + 1] not in ("–", "—", "-") or not low[at].isalpha():
        return False
    led = at - (low[at - 1].endswith(("ых", "их")))
    if low[led - 1] not in _OPENS and led != sentence.first:
        return False  # «с учётом холдингов – 900»
    hits = sentence.mentions.hits
    if any(0 < at - hit.first <= _LABEL for hit in sentence.indicators):
        return False  # «импорт семян, насосов и датчиков – 41 миллион»
    named = any(place.first <= at < place.last for place in sentence.places)
    named = named or any(period.first <= at < period.last for period in sentence.periods)
    known = named or any(at in hits[table] for table in _TABLES)
    return not known and low[at].endswith(_GENITIVES) and is_noun(low[at])


def opened(one: Draft) -> bool:
    """«Элеваторов в области 9»: a noun that no table knows opens the sentence."""
    sentence, low, at = one.sentence, one.sentence.low, one.sentence.first
    hits = sentence.mentions.hits
    if any(at in hits[table] for table in _TABLES) or low[at].startswith(_CARRIED):
        return False
    if sentence.between(at, one.at) or not _is_many(low[at]):
        return False
    return is_noun(low[at]) and not any(p.first == at for p in sentence.places)


def of_few(one: Draft) -> bool:
    """«Совместных фирм 900, но крупных проектов немного. На рассмотрении 12»: of what is few."""
    sentence = one.sentence
    low, tokens = sentence.low, sentence.mentions.tokens
    first = tokens.bounds[max(sentence.number - 1, 0)][0]
    counted = sentence.mentions.hits["counted"]
    for index in range(one.quantity.lead - 2, first - 1, -1):
        hit = counted.get(index)
        if hit is None or hit.entry.kind not in _OF_THEM:
            continue
        # «фирм с их участием пока немного, свыше пятидесяти»
        few = low[one.quantity.lead - 2] if index >= sentence.first else ""
        if not low[hit.last].startswith(_FEW) and not few.startswith(_FEW):
            return False
        one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
        one.note(f"counts «{low[index]}» {OF_SENTENCE_BEFORE}")
        return True
    return False


def _there(one: Draft) -> bool:
    """«предприятия, а их в Казахстане 265»: nothing but a place between «их» and the number.

    Also «всего их здесь работает порядка сорока»: that they are there.
    """
    sentence, low = one.sentence, one.sentence.low
    at = one.quantity.lead - 1
    while at > sentence.first and (
        low[at] in _HERE
        or low[at].startswith(_STAND)
        or any(p.first <= at < p.last for p in sentence.homes)
    ):
        at -= 1
    return low[at] == "их" and at < one.quantity.lead - 1


def of_pronoun(one: Draft) -> bool:
    """«обсудили совместные проекты. Их 56»: the noun of the sentence before."""
    sentence = one.sentence
    if not sentence.holds(_THEIR):
        return False
    low, tokens = sentence.low, sentence.mentions.tokens
    told = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    which = low[max(sentence.first, one.quantity.lead - _WHICH) : one.quantity.lead]
    if "которых" in which and which[-1] in ("нас", "которых", "стране"):
        told = ["их"]  # «армянские компании, которых у нас 160»
    if not _there(one) and ("их" not in told or not told[-1].endswith((*VERB_ENDS, "их"))):
        return False  # «их 56», «их работает 270»
    if told[-1].startswith(GUESTS):
        return False  # «их приехало 80»
    # «Компании с корейским капиталом – их 760 – …», «обсудили совместные проекты. Их 56»
    first = tokens.bounds[max(sentence.number - 1, 0)][0]
    counted = sentence.mentions.hits["counted"]
    for index in range(one.at - 1, first - 1, -1):
        hit = counted.get(index)
        if hit is not None and hit.entry.kind in _OF_THEM and low[index].endswith(_PLURAL):
            one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
            one.note(f"counts «{low[index]}» {OF_SENTENCE_BEFORE}")
            return True
    return False
