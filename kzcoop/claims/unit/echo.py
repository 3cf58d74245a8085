"""Numbers that say another value of the figure right before them: no unit, no noun, no scale.

«отправили 56 тыс. ДФЭ, а за весь год ждут около семидесяти»   twenty-foot units, in thousands
«закупили 950 тонн, годом раньше было 400»                     tonnes
«собрали 80 поездов, теперь хотим двести»                      trains
«пока 28 млрд, сорок же посол назвал мечтой»                   billions

The figure before must be one that was kept, and of the same order: after «214 км из» or «семь
дней в неделю вместо» a bare number is as much out of scope as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.count.counted_people import guests
from kzcoop.claims.scene.brackets import closed_before
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.unit.ellipsis_noun import headed_by_another
from kzcoop.claims.unit.named_noun import COUNTS, MODIFIERS
from kzcoop.claims.unit.shared_unit import OWN_SCALE, of_them, take, take_unit
from kzcoop.language.morphology import is_genitive_plural
from kzcoop.language.stems import Words

_AMOUNTS = frozenset({"money", "teu", "tonne"})
_COUNTS = frozenset({"count", "freight", "people", "vehicle", "vehicles", "wagon"})
_APART = 12  # times at the most that two values of one thing differ
_OUT = frozenset({"name", "out", "unread"})
_JOINTS = (["до"], ["из"], ["и"], ["или"])
_SPANS = ("год", "дн", "лет", "мес", "минут", "недел", "час")  # «лет за семь»
_EACH = frozenset({"каждых", "каждые"})
_HUNDRED = 100
_FEW = 2  # below which a number is a pronoun rather than a figure: «один из»
_YEARS = range(1990, 2050)
# what may follow a number that has no noun of its own
_AFTER = frozenset(
    ". , ; : ! ? ( ) – — » а в во годом до за и из к ко на но от по при против раньше ранее с"
    " больше меньше".split()
)
_ENDS = frozenset({"", ".", ",", ";", "»"})
_FORMER = ("прежн", "прошлогодн")
_RECENT = 4  # figures of the sentence before, at the most
_ROUND = 10  # such numbers are told in words of money that the reader knows by heart
_CAME = ("был", "вышл", "вышел", "доход", "набрал", "состав")
_GOES_ON = frozenset("еще же он она они посол министр премьер".split())
_NAMES_GOAL = ("верши", "впереди", "задач", "мечт", "назв", "наметил", "предсто", "цел")
_SOON = 5  # tokens from such a number to what names it
_NAMED = Words("номер", "номеру", "телефон", "телефону", "тел", "ставка", "№")


def echoes(one: Draft, before: Sequence[Draft], previous: Sequence[Draft]) -> bool:
    """Let a number tell another value of the figure before it, and return whether it does."""
    sentence = one.sentence
    if not _alone(one) or sentence.holds(_NAMED) or _of_next(one) or headed_by_another(one):
        return False
    other = _nearest(one, before, previous)
    changed = other is not None and other.kind in ("percent", "ratio")
    if changed and other is not None and _led_past(one):
        other = _amount_before(one, before, previous)
    if other is None or (not _ends(one) and other.kind != "money"):
        return False
    if other.kind in _AMOUNTS:
        again = by_same_verb(one, other)
        if of_them(one) or one.quantity.scale != OWN_SCALE or (_of_projects(one) and not again):
            return False
        plain = other.value / other.scale
        if not (again or plain / _APART <= one.value <= plain * _APART):
            return False
        return take(one, other, "and scale stated right before")
    if other.kind == "percent":
        return _grows(one) and take_unit(one, other)
    if other.kind not in _COUNTS or one.value != int(one.value) or guests(other):
        return False
    if not other.value / _APART <= one.value <= other.value * _APART:
        return False
    noun = other.quantity.noun
    one.indicator = other.indicator or (noun.kind if noun is not None else None)
    return take_unit(one, other)


def by_same_verb(one: Draft, other: Draft) -> bool:
    """Return whether the flow of the amount before is told again, however far apart the two are.

    «инвестировали 747 млн, наши вложили там не более пяти»
    """
    if other.kind != "money":
        return False
    hits = one.sentence.indicators
    if one.sentence is not other.sentence:
        # «… вложили 96 млн долларов. Встречный поток едва заметен, не больше семи»
        hedged = one.qualifier != "exact" and any(hit.first < one.at for hit in hits)
        return hedged and not _of_projects(one)
    led = {hit.entry.value for hit in hits if hit.first < other.at}
    return any(hit.entry.value in led for hit in hits if other.last <= hit.first < one.at)


def _led_past(one: Draft) -> bool:
    """«сократил закупки вчетверо – до 45», «+18% к прошлогодним 341»: a level, past its change."""
    led = one.sentence.word_before(one.quantity.lead)
    if led.startswith(_CAME) and one.sentence.low[one.quantity.lead - 2] == "когда":
        return True  # «вполовину меньше, чем в 2022-м, когда вышло 441»
    return led == "до" or led.startswith(_FORMER)


def _amount_before(one: Draft, before: Sequence[Draft], previous: Sequence[Draft]) -> Draft | None:
    """The last amount of the sentence or of the one before, past changes of it."""
    number = one.sentence.number
    amounts = [
        d
        for d in (*previous[-_RECENT:], *before)
        if d.kind in _AMOUNTS and not d.rejected and number - d.sentence.number <= 1
    ]
    return amounts[-1] if amounts else None


def _alone(one: Draft) -> bool:
    """Whether no noun follows a number, and it is no year and no pronoun."""
    sentence = one.sentence
    if one.value < _FEW or one.value_max is not None:
        return False
    if one.quantity.scale == OWN_SCALE and one.value in _YEARS:
        return False
    led = sentence.word_before(one.quantity.lead)
    if led in _EACH or (led == "за" and sentence.low[one.quantity.lead - 2].startswith(_SPANS)):
        return False
    return _ends(one) or _is_round(one) or _is_named(one)


def _ends(one: Draft) -> bool:
    """Whether what follows a number cannot be a noun that it counts."""
    sentence = one.sentence
    if one.last >= sentence.last:
        return True
    after = sentence.low[one.last]
    if after == "год":
        return sentence.word_at(one.last + 1) == "назад"  # «2 600 против 2 300 год назад»
    if after.endswith(MODIFIERS):  # «порядка семисот постоянных» after «1 900 рабочих мест»
        return sentence.word_at(one.last + 1) in _ENDS
    return after in _AFTER or tense(after) in ("past", "future")


def _is_round(one: Draft) -> bool:
    """«сорок же посол назвал мечтой», «сотню министр считает делом двух лет»: no noun counted."""
    after = one.sentence.low[one.last]
    spelled = one.sentence.low[one.at].isalpha() and one.value % _ROUND == 0
    return spelled and not after.endswith(MODIFIERS) and not is_genitive_plural(after)


def _is_named(one: Draft) -> bool:
    """«а пять ещё предстоит заработать», «пять же он назвал задачей»: a goal, by what follows."""
    low, after = one.sentence.low, one.sentence.word_at(one.last)
    if not low[one.at].isalpha() or after not in _GOES_ON:
        return False
    return any(word.startswith(_NAMES_GOAL) for word in low[one.last : one.last + _SOON])


def _grows(one: Draft) -> bool:
    """«Грузия потеряла 9%, Армения прибавила двадцать», «угля – на 18% меньше, зерна – на 40»."""
    led = one.sentence.word_before(one.quantity.lead)
    plain = one.quantity.scale == OWN_SCALE and one.value <= _HUNDRED
    return plain and (led == "на" or tense(led) in ("past", "future"))


def _of_projects(one: Draft) -> bool:
    """«торговли почти нет: 6 млн долларов. Зато проекты: в работе пять»: counts of a noun."""
    return any(
        hit.entry.kind.endswith(COUNTS) and hit.last <= one.first
        for hit in one.sentence.rows("counted")
    )


def _nearest(one: Draft, before: Sequence[Draft], previous: Sequence[Draft]) -> Draft | None:
    """The figure right before, if it was kept and no other number stands between."""
    sentence = one.sentence
    told = [q for q in sentence.quantities if q.last <= one.first]
    if told:
        outside = [d for d in before if not closed_before(d, one)]
        last = outside[-1] if outside else None
        # out of scope, and so is what follows: «214 км из 272»
        if last is None or last.rejected or last.kind == "bare":
            return None
        return None if any(last.last <= q.first for q in told if q.kind in _OUT) else last
    last = previous[-1] if previous else None
    if last is None or sentence.number - last.sentence.number != 1:
        return None
    paragraph = sentence.mentions.tokens.paragraph
    if paragraph[sentence.number] != paragraph[last.sentence.number]:
        return None
    return last if last.quantity is last.sentence.quantities[-1] else None


def _of_next(one: Draft) -> bool:
    """«с 55 до 25 минут», «с 170 до 270 тенге»: a number joined to one of another kind."""
    low = one.sentence.low
    return any(
        q.first > one.last and low[one.last : q.lead] in _JOINTS for q in one.sentence.quantities
    )
