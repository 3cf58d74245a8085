"""Whether a level is a goal: a raise to it, an answer to what is aimed at, or a goal reached.

«меры по наращиванию товарооборота до 2 млрд»      a goal
«подтвердили настрой нарастить товарооборот до 10 млрд»   a goal; not «удалось нарастить»
«– Какую цель вам поставили? – Полтора миллиарда»  a goal
«вырос до 4,3 млрд»                                reached
"""

from __future__ import annotations

from kzcoop.claims.claim import AIMED, TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import opposed, preposition_of
from kzcoop.claims.scene.over import stands_over
from kzcoop.claims.scene.sentence import answers_goal, tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

# «меры по наращиванию товарооборота до 2 млрд»
_RAISING = (
    "доведени", "наращивани", "повышени", "поднят", "расширени", "увеличени", "удвоени",
)  # fmt: skip
# «страны увеличивают перевозки до 60 млн тонн»
_RAISE = frozenset("доводят наращивают повышают поднимают увеличивают".split())
# «подтвердили настрой нарастить товарооборот до 10 млрд»; not «удалось нарастить»
_TO_RAISE = ("довести", "нарастить", "повысить", "поднять", "увеличить")
_MANAGED = Stems("позволил", "помог", "смог", "сумел", "удал")
_HEADS = Stems("главы", "лидеры", "премьеры", "президенты")
_SPOKE = Stems("говорили", "договаривались", "заговорили")
_SAY = frozenset("говорят грезят думают мечтают повторяют твердят толкуют".split())
_SAID = Stems(*_SAY, "прозвуча")
_REPORTED = ("доклад", "долож", "отчит", "рапорт", "сообщ")
_LASTING, _TALKED = Stems("стабильн", "устойчив"), Stems("говорил", "вел", "шла", "объяв")
_GOALS = Stems(
    "договоренность", "желание", "задача", "мечта", "намерение", "ориентир", "планка", "рубеж",
    "стремление", "уговор", "цель",
)  # fmt: skip
_GOAL = frozenset(_GOALS)
_TAKEN = ("взял", "взята", "взято", "достиг", "преодоле")
_CALLED_SO = Words("вершина", "ступень", "задача", "мечта", "ориентир", "планка", "рубеж", "цель")
# «обозначили потолок – 18 млрд»
_SET = Stems("назнач", "намет", "обознач", "определил", "очертил", "поставил", "утверд", "установ")
_SET_BARS = ("отметк", "планк", "порог", "потолок", "рубеж", "высоту", "цель", "задачу")
_COMING = Stems("ближайш", "новая", "новый", "очередн", "следующ")
_NEXT_BARS = _CALLED_SO | {"вершину", "высота", "отметка", "планку", "порог", "цифра"}
_BAR_STEMS = ("вершин", "высот", "отметк", "планк", "порог", "рубеж", "ступен", "цел", "цифр")
_INSERTED = 8  # tokens from the figure to the dash
# a bar, and how it is taken
_BARS = Stems("отметк", "планк", "порог", "рубеж", "черт")
_PASSED = Stems(
    "взял", "взят", "достиг", "минова", "перекры", "перемахн", "перешагн", "позади", "покорил",
    "превы", "преодол", "пробил", "пройден", "прошел", "прошл", but=("взять", "прошлогод"),
)  # fmt: skip
_LOWERED = ("опустил", "понизил", "снизил", "уронил")
_BAR_NEAR = 5  # tokens between a bar and its figure, or the verb before it
_SUBJECT = 3  # tokens in which the goal stands: «Общая задача»
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
_CALLED = 4  # tokens from «звал» to the figure
_YET = frozenset({"притом", "хотя"})
_DASHES = frozenset("–—-")
_GATHERED = ("накопил", "набежал", "набралось", "насчитал", "получил", "вышло", "сложил")
_NEAR = 3  # tokens from «накопилось» to its figure
_LEADS = _DASHES | {":"}  # «Уговор президентов гласит: десять миллиардов»
_BESIDE_BAR = _LEADS | {","}
_NOW = Stems("нынешн", "сегодняшн", "текущ")
_MEASURED = ("возможност", "мощност", "показател", "уров")


def was_reached(one: Draft, form: str, verb: Hit | None) -> bool:
    """«вырос до 4,3 млрд», «вырос на 34%»: a past verb governs, and no goal stands between."""
    if one.measure not in ("change_pct", "change_ratio", "increment", "level", "target"):
        return False
    led = preposition_of(one) == "до" or one.kind in ("percent", "ratio")
    return led and form == "past" and verb is not None and _same_statement(one, verb)


def _same_statement(one: Draft, verb: Hit) -> bool:
    """Whether no goal stands between the verb and the figure."""
    for cue in one.sentence.cues:
        if cue.entry.kind in ("goal", "potential", "planned") and verb.first < cue.first < one.at:
            return False
    return True


def opens_goal(one: Draft, verb: Hit | None, status: str) -> bool:
    """«меры по наращиванию товарооборота до 2 млрд», «Программа увеличения … до 10 млрд»."""
    if verb is None or one.indicator not in AIMED:
        return False
    sentence, low = one.sentence, one.sentence.low
    to_raise = low[verb.first].startswith(_TO_RAISE) and not sentence.begins(_MANAGED)
    to_raise = to_raise or low[verb.first] in _RAISE
    if status == "actual" and to_raise:
        return not any(verb.last <= q.first < one.first for q in sentence.quantities)
    if not low[verb.first].startswith(_RAISING):
        return False
    if any(word in ("с", "со") for word in low[max(verb.last, one.at - 6) : one.at]):
        return False  # «увеличением спроса (с 16,3 до 26,7 тыс. тонн)»
    if any(low[p.first - 1] == "за" and is_past(low[p.first - 2]) for p in sentence.periods):
        return False  # «дорога обеспечила за 2022 год увеличение потока до 3 млн тонн»
    return not any(
        # «с увеличением до тысячи, фактически составил …»: of the next clause
        cue.entry.kind in ("up", "down", "reach") and tense(low[cue.first]) == "past"
        for cue in sentence.cues
        if sentence.between(cue.first, one.at) <= (cue.first < one.at)
    )


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


def is_how_to(one: Draft, verb: Hit) -> bool:
    """«обсудили, как увеличить торговлю вдвое – до 400 млн»; not «рассказал, как удалось …»."""
    return one.indicator in TRADE and one.sentence.low[verb.first - 1] == "как"


def is_called_to(one: Draft) -> bool:
    """«президент звал коллег к пятнадцати миллиардам», «страны идут к 15 млрд»: not there yet."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.kind != "money" or sentence.word_before(lead) != "к" or not sentence.begins(_CALLS):
        return False
    return any(word.startswith(_CALLS) for word in low[max(sentence.first, lead - _CALLED) : lead])


def names_goal(one: Draft) -> bool:
    """«Задача, которую поставили в 2023 году, – два миллиарда – пока не решена»: it opens.

    A dash joins the figure to the goal; not «Цель выполнена – 2 млрд».
    """
    sentence, low, dash = one.sentence, one.sentence.low, one.quantity.lead - 1
    if _is_called_goal(one) or leaders_want(one) or _next_bar(one):
        return True
    if sentence.words & _SET.bit and _bar_set(one):
        return True
    if one.kind != "money" or not sentence.begins(_GOALS) or low[dash] not in _LEADS:
        return False
    opening = low[sentence.first : min(sentence.first + _SUBJECT, dash)]
    if any(word.startswith(_TAKEN) for word in low[sentence.first : dash]):
        return False  # «Планка, которую оборот взял в 2023 году, – миллиард»
    return any(word in _GOAL for word in opening) and not is_past(low[dash - 1])


def _next_bar(one: Draft) -> bool:
    """«объявил, что следующая отметка в торговле – семь миллиардов»: a bar that is not taken."""
    sentence, low, dash = one.sentence, one.sentence.low, one.quantity.lead - 1
    if one.kind != "money" or not sentence.begins(_COMING):
        return False
    if low[dash] == "," and low[dash - 1].startswith(_BAR_STEMS) and _COMING.fit(low[dash - 2]):
        return True  # «о следующей вершине, пятидесяти, высказываются одинаково»
    if low[dash] not in _LEADS:
        return False
    for at in sentence.where(_COMING):
        if at < dash and sentence.word_at(at + 1) in _NEXT_BARS and at + _BAR_NEAR + 2 >= dash:
            taken = any(word.startswith(_TAKEN) for word in low[one.last : one.last + _CALLED])
            return not (taken or any(map(is_past, low[at + 2 : dash])))
    return False


def _bar_set(one: Draft) -> bool:
    """«обозначили потолок – 18 млрд», «глава государства поставил другую отметку, 15 млрд»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.kind != "money" or low[lead - 1] not in _BESIDE_BAR:
        return False
    at = lead - 2
    if not low[at].startswith(_SET_BARS):
        return False
    led = range(max(sentence.first, at - _SUBJECT), at)
    return any(low[i].startswith(_SET) and low[i - 1] != "не" for i in led)


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
    at = one.last + 1 + (low[one.last + 1] in ("к", "о", "об"))
    if not low[at].startswith("котор"):
        return False
    told = low[at + 1 : min(at + _RELATED, sentence.last)]
    told = told[: next((i for i, word in enumerate(told) if word in _ENDS), len(told))]
    verbs = [word for word in told if word.startswith(_WANT)]
    return (
        bool(verbs)
        and not any(word.endswith(("ть", "ти", "чь")) for word in told)
        and any(word.startswith(_WHO) for word in told)
    )


def _is_called_goal(one: Draft) -> bool:
    """«тридцать же, по словам посла, – следующая вершина»: it follows, joined by a dash."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or not sentence.holds(_CALLED_SO):
        return False
    last = min(one.last + _INSERTED, sentence.last - 1)
    dashes = (i for i in range(one.last, last) if low[i] in _DASHES)
    dash = next((i for i in dashes if not low[i - 1].isdigit()), None)  # not «2029-й»
    if dash is None or any(one.last <= q.first < dash for q in sentence.quantities):
        return False
    named = low[dash + 1 : min(dash + 1 + _SUBJECT, sentence.last)]
    if named[:1] == ["лишь"]:
        return False  # «уровень, превосходящий 500 млн, – лишь ступень к ней»
    return any(word in _CALLED_SO for word in named) and not any(map(is_past, low[one.last : dash]))


def bar_taken(one: Draft) -> bool:
    """«Рубеж в четыре миллиарда стороны прошли ещё в 2021-м, а к 2030 году хотят увидеть десять».

    A verb of passing follows the figure before another does, or leads to the bar; not «так и не
    взяли», «хотят взять».
    """
    sentence, low = one.sentence, one.sentence.low
    lowered = low[one.at - 3].startswith(_LOWERED) and low[one.at - 1] == "до"
    if lowered and low[one.at - 2].startswith("планк"):
        return True  # «следующий год опустил планку до 410 тыс.»
    if one.kind != "money" or not sentence.begins(_BARS) or not sentence.begins(_PASSED):
        return False
    bars = [
        i for i in sentence.where(_BARS)
        if i in (one.last, one.last - 1) or one.quantity.lead - _BAR_NEAR <= i < one.quantity.lead
    ]  # fmt: skip
    if not bars:
        return False
    after = min([q.lead for q in sentence.quantities if q.lead >= one.last], default=sentence.last)
    first = min(bars[0], one.first)
    return any(
        (first - _BAR_NEAR <= i < after)
        and (is_past(low[i]) or low[i].startswith("позади") or low[i].endswith(("та", "ты", "ен")))
        and "не" not in low[i - 2 : i]
        for i in sentence.where(_PASSED)
    )


def may_be_goal(one: Draft) -> bool:
    """«планка торговли – 10 млрд»: in a paragraph of goals, a turnover that nothing says was."""
    amount = one.kind == "money" and one.measure == "level"
    return amount and one.indicator == "turnover" and not _happened(one)


def _happened(one: Draft) -> bool:
    """Whether a verb or a period in the figure's own clause says that it was reached."""
    sentence = one.sentence
    if any(word.startswith(_GATHERED) for word in sentence.low[sentence.first : one.at][-_NEAR:]):
        return True  # «за восемь месяцев того года, по его данным, накопилось 9 млрд»
    if any(
        c.entry.kind in ("up", "down", "reach") and sentence.between(c.first, one.at) == 0
        for c in sentence.cues
    ):
        return True
    return stands_over(one) or any(
        p.role in ("at", "span") and sentence.between(p.first, one.at) == 0
        for p in sentence.periods
    )


def answers_question(one: Draft) -> bool:
    """«– Какую цель вам поставили? – Полтора миллиарда к 2030 году»: the first figure."""
    sentence = one.sentence
    return (
        one.kind == "money"
        and answers_goal(sentence)
        and not sentence.has("reach", "up", "down")
        and not any(
            q.last <= one.first and q.kind in ("bare", "money") for q in sentence.quantities
        )
    )


def compares_with_now(one: Draft) -> bool:
    """«сможет пропускать 900 машин, что вдвое превышает нынешний показатель»: as far ahead."""
    low, sentence = one.sentence.low, one.sentence
    if one.measure != "change_ratio" or not sentence.begins(_NOW):
        return False
    return any(
        low[index].startswith(_NOW) and low[index + 1].startswith(_MEASURED)
        for index in range(sentence.first, sentence.last - 1)
    )
