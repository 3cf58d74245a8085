"""Counts whose noun is left out: «29 из 30 пунктов», «ещё 84», «на оставшихся трёх»."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.counted_people import GUESTS, guests
from kzcoop.claims.draft import Draft
from kzcoop.claims.post_count import POST_PARTS, of_kind
from kzcoop.language.stems import Stems

# words in front of a count without its noun
_ELLIPSIS_BEFORE = frozenset(
    ": – — более было введены говорили еще завершено запущено из имели имеют их которых лишь на них"
    " об один около осталось остальные остальных оставшихся открыто отремонтированы о по построено"
    " почти реализовано свыше в двух порядка уже числе".split()
)
# what may follow such a count: marks that end its phrase
_MARKS = frozenset(", . : ; ( ) – — -".split())
# words that follow such a count and are no noun that it counts
_FOLLOWING = frozenset("в и из имели которые лежат лежит на по пока с".split())
_FOLLOWING_STEMS = (
    "буд", "готов", "жд", "друг", "завер", "модерн", "наход", "прихо", "пришл", "работа", "реализ",
    "стоимост", "уже",
)  # fmt: skip
_PHRASE_ENDS = frozenset(". , ; ) и на с стоимостью – — -".split())
_VERBS = ("ет", "л", "ли", "ло", "но", "ны", "ся", "ют")
# verbs of which such a count is the subject: «14 строятся», «400 имеют»
_PREDICATES = ("ают", "еют", "яют", "ятся", "ются", "атся", "ены", "аны")
_STAGES = ("активн", "заверша", "очеред", "подготов", "проработ", "процесс", "работ", "разработ",
           "реализац", "стади", "финальн", "этап")  # fmt: skip
_KINDS = frozenset({"count", "freight"})  # trains are freight: «120 поездов, из них 80 – в Китай»
_PERSONS = frozenset({"двое", "трое", "четверо", "пятеро"})
# «намечен запуск шести на 363 млн»
_LAUNCH = ("ввод", "завершени", "запуск", "реализаци", "строительств")
_LARGEST = 100_000
_POSTS = 200  # more than there are on any border
_PASSING = Stems("обслуж", "обработ", "обрабат", "приним", "пропуск", "пропуст", "проезж", "проход")
_NEAR = 5  # tokens between what stands before a number and the number
_ASKED = 3  # sentences from «сколько» to its answer
_CONTACTS = Stems("контактн", "подписчик", "просмотр", "телефон")
OF_SENTENCE_BEFORE = "of the sentence before"
_OF_THEM = frozenset({"enterprises_count", "projects_count"})
_PLURAL = ("ы", "ия", "ий", "ов", "ам", "ям", "ами", "ями", "ах", "ях")
_GENITIVES = ("ов", "ев", "ей", "ин", "тей", "лей")


def counted(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """Let a bare number count what the text counts around it, and return whether it does.

    Parameters
    ----------
    drafts, index
        The drafts of the sentence, in order, and the place of the number among them.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    one = drafts[index]
    if _is_of_posts(drafts, index, previous):
        return True
    if not _may_count(one):
        return False
    if _answers(one) or _of_pronoun(one):
        return True
    if not _is_elliptic(one) or _is_times(one) or one.sentence.begins(_CONTACTS):
        return False
    if _names_another(one) or (_headed_by_another(one) and not _of_which(one)):
        return False
    source = _source(drafts, index, previous)
    if source is None:
        return False
    if source.indicator == "checkpoints_count" and one.sentence.begins(POST_PARTS):
        return False  # «число полос выросло с 4 до 8»
    if source.sentence is one.sentence and guests(source):
        return False  # «приехали 15 польских компаний, от нашей стороны – 48»
    noun = source.quantity.noun
    if source.kind in ("vehicle", "vehicles"):
        one.kind, one.unit = source.kind, source.unit
        one.note("some of the vehicles before")
        return True
    one.kind, one.unit = source.kind, "count"
    one.indicator = source.indicator or (noun.kind if noun and one.kind == "count" else None)
    surface = source.sentence.mentions.tokens.surface(source.first, source.last)
    one.note(f"counts what «{surface}» counts")
    return True


def _is_of_posts(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """Let a number count posts by their kind: «шесть автомобильных»."""
    one, source = drafts[index], of_kind(drafts, index, previous)
    if source is None:
        return False
    one.kind, one.unit, one.indicator = "count", "count", "checkpoints_count"
    one.note("counts posts of a kind")
    return True


def _after(one: Draft) -> str:
    """The token after a number; a full stop at the end of the sentence.

    «66 ИЗ» are zones: capitals are no preposition.
    """
    if one.last >= one.sentence.last:
        return "."
    word = one.sentence.low[one.last]
    tokens = one.sentence.mentions.tokens
    return "зон" if word == "из" and tokens.surface(one.last, one.last + 1) == "ИЗ" else word


def _may_count(one: Draft) -> bool:
    """Whether a number is whole, not «один из», and not told of what opens its sentence."""
    sentence = one.sentence
    if one.value != int(one.value) or one.value > _LARGEST:
        return False
    if one.sentence.low[one.first] in _PERSONS:
        return False  # «двое из трёх инвесторов»
    opening = sentence.low[sentence.first]
    counted = sentence.mentions.hits["counted"]
    named = sentence.first in counted or sentence.first + 1 in counted  # «Немецких компаний …»
    # «Азербайджанских в Казахстане больше: почти 1 400»
    named = named or any(place.first == sentence.first for place in sentence.places)
    if opening.endswith(("ых", "их")) and opening != "их" and not named:
        return False  # «Индустриальных зон в области уже 21» counts what the sentence opens with
    before = sentence.word_before(one.quantity.lead)
    if one.quantity.form == "words" and one.value == 1:
        # «один из главных партнёров», «цель одна»
        return _after(one) != "из" and before in ("на", "лишь", "только")
    # «полос станет шесть вместо двух»
    return before != "вместо" or not any(
        q.kind in ("out", "bare") and q.last == one.first - 1 for q in sentence.quantities
    )


def _is_times(one: Draft) -> bool:
    """«вырос по машинам в два раза, по пассажирам – в четыре»: times, whose noun is left out."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead) != "в" or one.quantity.form != "words":
        return False
    nominative = not sentence.low[one.last - 1].endswith(("и", "х"))
    return (
        nominative and _after(one) != "из" and any(q.kind == "ratio" for q in sentence.quantities)
    )


def _is_elliptic(one: Draft) -> bool:
    """Whether the words beside a number are those of a count without its noun."""
    after, before = _after(one), one.sentence.word_before(one.quantity.lead)
    return (
        after == "из"
        or before in _ELLIPSIS_BEFORE
        or before.startswith(_LAUNCH)
        or (before in ("и", "а") and (_is_dated(one) or after in ("с", "со")))
        or _at_stage(one)
        or (one.quantity.lead == one.sentence.first and after == "уже")  # «Девять уже сданы»
        or after in _MARKS
        or after.startswith(("друг", "остальн", "планир", "предсто", "стоимост"))
        or after.endswith(_PREDICATES)
    )


def _at_stage(one: Draft) -> bool:
    """«три уже запущены, пять на стадии строительства, а 12 – в проработке»."""
    low = one.sentence.low
    at = one.last + (low[one.last : one.last + 1] in (["–"], ["—"], ["-"]))
    if low[at : at + 1] not in (["в"], ["на"]):
        return False
    past = low[at + 1 : at + 2] and low[at + 1].endswith(("ых", "их", "ой"))  # «на разных стадиях»
    return one.sentence.word_at(at + 1 + bool(past)).startswith(_STAGES)


def _is_dated(one: Draft) -> bool:
    """Whether a period follows a number: «60 компаний в 2028 году и 90 в 2032-м»."""
    return any(0 <= period.first - one.last <= 1 for period in one.sentence.periods)


def _source(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> Draft | None:
    """The count whose noun a number shares: of its own sentence, or of one shortly before."""
    one = drafts[index]
    of = _after(one) == "из"
    kinds = {*_KINDS, "vehicle", "vehicles"} if _of_which(one) else _KINDS
    earlier = [each for each in drafts[:index] if each.kind in kinds and not each.rejected]
    later = next(
        (d for d in drafts[index + 1 :] if d.kind == "count" and d.quantity.noun is not None), None
    )
    if of and later is not None and (later.at - one.last <= 6 or not earlier):
        return later
    if earlier:
        things = [each for each in earlier if not _of_jobs(each)]
        more = one.sentence.word_before(one.quantity.lead) in ("еще", "остальные")
        more = more or _at_stage(one)
        # «65 проектов с созданием 13 тысяч рабочих мест; ещё 18 – на очереди»
        return things[-1] if more and things else earlier[-1]
    if index and drafts[index - 1].quantity.kind in ("out", "people", "pieces"):
        return None  # «раньше за смену собирали два трактора, нынче шесть»
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
    things = [each for each in recent if each.indicator != "jobs"]
    if one.sentence.word_before(one.quantity.lead) == "еще" and things:
        return things[-1]  # «производств десять. На них трудятся 2 тыс. человек. Ещё четыре …»
    if recent[-1].indicator == "checkpoints_count" and one.value > _POSTS:
        return None
    if recent[-1].indicator != "jobs":
        return recent[-1]
    # «7 проектов, 1 500 рабочих мест. Ещё 2 – в работе»
    return next(each for each in recent if each.sentence is recent[-1].sentence)


def _of_jobs(one: Draft) -> bool:
    noun = one.quantity.noun
    return one.indicator == "jobs" or (noun is not None and noun.kind == "jobs")


def _of_which(one: Draft) -> bool:
    """«свыше тысячи машин, 350 из которых – грузовые»."""
    after = one.sentence.low[one.last : one.last + 2]
    return after in (["из", "которых"], ["из", "них"])


def _headed_by_another(one: Draft) -> bool:
    """Whether what it counts stands before it, out of scope: «машин набирается до 300»."""
    counted = one.sentence.mentions.hits["counted"]
    for index in range(one.quantity.lead - 1, max(one.sentence.first - 1, one.at - _NEAR), -1):
        hit = counted.get(index)
        if hit is not None:
            genitive = one.sentence.low[hit.last - 1].endswith(_GENITIVES)
            return genitive and hit.entry.kind in ("out", "people", "time", "vehicles")
    return False


def _answers(one: Draft) -> bool:
    """«– Сколько немецких компаний работает в республике? – Около девятисот»: a bare answer."""
    sentence = one.sentence
    low, tokens = sentence.low, sentence.mentions.tokens
    told = any(hit.entry.kind != "enterprises_count" for hit in sentence.indicators)
    if told or one.at - sentence.first > _NEAR:
        return False
    counted = sentence.mentions.hits["counted"]
    for number in range(sentence.number - 1, max(sentence.number - _ASKED, -1), -1):
        first, last = tokens.bounds[number]
        asked = [i for i in range(first, last) if low[i] == "сколько"]
        asked = asked or [
            i + 1 for i in range(first, last - 1) if low[i : i + 2] == ["много", "ли"]
        ]
        if not asked or "?" not in low[first:last]:
            continue
        for index in range(asked[0] + 1, min(asked[0] + _NEAR, last)):
            hit = counted.get(index)
            if hit is not None and hit.entry.kind.endswith(("_count", "freight", "jobs")):
                one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
                one.note(f"answers how many «{low[index]}» there are")
                return True
    return False


def _of_pronoun(one: Draft) -> bool:
    """«обсудили совместные проекты. Их 56»: the noun of the sentence before."""
    sentence = one.sentence
    low, tokens = sentence.low, sentence.mentions.tokens
    told = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    if "их" not in told or not sentence.number or not told[-1].endswith((*_VERBS, "их")):
        return False  # «их 56», «их работает 270»
    if told[-1].startswith(GUESTS):
        return False  # «их приехало 80»
    first, last = tokens.bounds[sentence.number - 1]
    counted = sentence.mentions.hits["counted"]
    for index in range(last - 1, first - 1, -1):
        hit = counted.get(index)
        if hit is not None and hit.entry.kind in _OF_THEM and low[index].endswith(_PLURAL):
            one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
            one.note(f"counts «{low[index]}» {OF_SENTENCE_BEFORE}")
            return True
    return False


def _names_another(one: Draft) -> bool:
    """Whether a noun of its own follows a number, which then counts that."""
    low, sentence = one.sentence.low, one.sentence
    kind = sentence.mentions.tokens.kind[min(one.last, sentence.last - 1)]
    if not low[one.last : one.last + 1] or kind != "w":
        return False
    word = low[one.last]
    following = low[one.last + 1] if one.last + 1 < sentence.last else "."
    if word.endswith(("ых", "их", "ный", "ной")) and following in _PHRASE_ENDS:
        return False  # «из них свыше 400 совместных»
    return not (word in _FOLLOWING or word.startswith(_FOLLOWING_STEMS) or word.endswith(_VERBS))
