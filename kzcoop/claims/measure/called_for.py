"""Sums of trade that somebody speaks of, calls for or waits for: goals, of what is not there yet.

«президенты говорили о двухстах миллионах торговли»   agreed upon
«Обе стороны повторяют про миллиард»                  dreamt of
«звал коллег к пятнадцати миллиардам»                 called for
«до $40 млрд, которых ждут главы государств»          wanted, in a clause on the sum
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import opposed
from kzcoop.language.stems import Stems

_HEADS = Stems("главы", "лидеры", "премьеры", "президенты")
_SPOKE = Stems("говорили", "договаривались", "заговорили")
_SAY = frozenset("говорят грезят думают мечтают повторяют твердят толкуют".split())
_SAID = Stems(*_SAY, "прозвуча")
_REPORTED = ("доклад", "долож", "отчит", "рапорт", "сообщ")
_LASTING, _TALKED = Stems("стабильн", "устойчив"), Stems("говорил", "вел", "шла", "объяв")
# «звал коллег к …», «идут к …»
_CALLS = Stems(
    "двига",
    "движ",
    "звал",
    "зовет",
    "зовут",
    "идем",
    "идет",
    "идти",
    "идут",
    "позва",
    "призва",
    "призыва",
    "стрем",
    "стремл",
)
_WHICH = Stems("котор")
_RELATED = 8  # tokens of a clause on a figure
_ENDS = frozenset(". , ; : » ! ?".split())
_WANT = ("говорят", "грезят", "добива", "ждут", "меч", "наме", "стрем", "твердят", "хотят")
_WHO = (
    "верх", "власт", "глав", "кабинет", "лидер", "наверху", "правительств", "премьер", "президент",
    "столиц", "сторон", "стран",
)  # fmt: skip
_ORDERED = ("велел", "договор", "обеща", "поручил", "решил", "реши", "услов")
_RAISE = ("вывести", "довести", "дойти", "нарастить", "поднять", "подтянуть", "прийти", "увеличить")
_ASSIGNED = Stems("назначил", "наметил", "отвели", "прочат", "сулят")
_CALLED = 4  # tokens from «звал» to the figure
_YET = frozenset({"притом", "хотя"})


def is_spoken_of(one: Draft) -> bool:
    """«о 6 млрд долларов торговли говорил и министр: об этом условились».

    Also «президенты говорили о двухстах миллионах долларов торговли»: heads of state agree.
    """
    sentence = one.sentence
    if (
        one.indicator == "turnover"
        and one.measure == "level"
        and (_dreamt_of(one) or _lasting(one))
    ):
        return True
    if (
        one.indicator != "turnover"
        or one.measure != "level"
        or sentence.word_before(one.quantity.lead) not in ("о", "об")
        or "столько" in sentence.low[one.last : one.last + 3]
        or _of_time_over(one)
    ):
        return False
    if sentence.begins(_SPOKE) and (sentence.begins(_HEADS) or _though(one)):
        return True
    return any(
        cue.entry.kind == "goal"
        and not any(q.first <= cue.first < q.last for q in sentence.quantities)
        and not opposed(one, cue)
        for cue in sentence.cues  # not «говорил о 14 млрд и напомнил, что хотят удвоить»
    )


def _of_time_over(one: Draft) -> bool:
    """«хотели довести оборот до 12 млрд, а за прошлый год отчитались о 9,6»: of what was."""
    sentence, lead = one.sentence, one.quantity.lead
    reported = sentence.low[lead - 2].startswith(_REPORTED)
    return reported and any(
        p.role == "at" and p.last <= lead - 2 and not sentence.between(p.first, one.at)
        for p in sentence.periods
    )


def _dreamt_of(one: Draft) -> bool:
    """«Обе стороны повторяют про миллиард», «На переговорах прозвучала цифра в полмиллиарда».

    What is said in the present, or was heard, of no year and beside no figure that was reached.
    """
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if not sentence.begins(_SAID) or sentence.has("up", "down", "reach"):
        return False
    if any(p.role in ("at", "span", "base") for p in sentence.periods):
        return False
    if low[lead - 1] in ("о", "об", "про"):
        return any(low[i] in _SAY for i in range(sentence.first, lead))
    figure = low[lead - 1] == "в" and low[lead - 2] in ("сумма", "цифра")
    return figure and any(
        low[i].startswith("прозвуча") for i in range(sentence.first, sentence.last)
    )


def _lasting(one: Draft) -> bool:
    """«правительство говорило об устойчивом обороте не ниже 10 млрд»: of what there shall be."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_LASTING) or not sentence.begins(_TALKED):
        return False
    first = max(sentence.first, one.quantity.lead - _CALLED)
    led = low[first : one.quantity.lead]
    return any(word.startswith(_LASTING) for word in led) and any(
        word.startswith(_TALKED) for word in low[max(sentence.first, first - 2) : one.quantity.lead]
    )


def _though(one: Draft) -> bool:
    """«говорили о двух миллиардах, хотя за весь год насчитали 1,02 млрд»: not what was."""
    low, lead = one.sentence.low, one.quantity.lead
    after = low[one.last : one.last + _CALLED]
    return low[lead - 2] == "говорили" and not _YET.isdisjoint(after)


def is_called_to(one: Draft) -> bool:
    """«президент звал коллег к пятнадцати миллиардам», «страны идут к 15 млрд»: not there yet."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.kind != "money" or sentence.word_before(lead) != "к" or not sentence.begins(_CALLS):
        return False
    return any(word.startswith(_CALLS) for word in low[max(sentence.first, lead - _CALLED) : lead])


def leaders_want(one: Draft) -> bool:
    """«дотянем до $40 млрд, которых ждут главы государств», «ста, о которых мечтают наверху».

    A clause on the figure itself, right after it, tells who wants it; not «4 млрд, которые страны
    хотят удвоить», «10 млрд, которых хотели достичь год назад».
    """
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or not sentence.begins(_WHICH) or one.last + 2 >= sentence.last:
        return False
    if low[one.last] != ",":
        return False
    at = one.last + 1 + (low[one.last + 1] in ("до", "к", "о", "об"))
    if not low[at].startswith("котор"):
        return False
    if low[at - 1] in ("к", "до") and _led_there(low[at + 1 : min(at + _RELATED, sentence.last)]):
        return True
    told = low[at + 1 : min(at + _RELATED, sentence.last)]
    told = told[: next((i for i, word in enumerate(told) if word in _ENDS), len(told))]
    verbs = [word for word in told if word.startswith(_WANT)]
    return (
        bool(verbs)
        and not any(word.endswith(("ть", "ти", "чь")) for word in told)
        and any(word.startswith(_WHO) for word in told)
    )


def _led_there(told: list[str]) -> bool:
    """«…, к которым президенты велели вывести торговлю»: an order or a pact to come there."""
    agreed = any(word.startswith(_ORDERED) for word in told)
    return agreed and any(word.startswith(_RAISE) for word in told)


def assigned(one: Draft) -> bool:
    """«тех тридцати миллиардов, что ей назначили»: a clause on the figure tells who set it."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or not sentence.begins(_ASSIGNED):
        return False
    if low[one.last : one.last + 1] != [","] or one.last + 2 >= sentence.last:
        return False
    which = low[one.last + 1]
    after = low[one.last + 2 : min(one.last + 2 + _CALLED, sentence.last)]
    return (which == "что" or which.startswith("котор")) and any(
        word.startswith(_ASSIGNED) for word in after
    )
