"""Whether posts, papers, capacities, jobs and investment are there, or are promised.

«29 из 30 пунктов»                                 the thirty are there already
«обсудили планы и подписали семь меморандумов»     papers that are there
«пост может пропускать до 900 машин»               a capacity that it has
«область должна привлечь 800 млрд тенге»           a goal of a region
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import preposition_of
from kzcoop.claims.status.post_work import begun, planned, worked_then
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems

# «пост может пропускать», «планируемая пропускная способность»
_CAN = frozenset({"могу", "могут", "может"})
_PLANNED = Stems("будущ", "ожидаем", "перспективн", "планируем")
_WILL = Stems("будет", "будут")
_AIMS = Stems("целев", "ориентир")
_BARS = Stems("задач", "планк", "рубеж", "цел")
_MUST = Stems("должен", "должн", "необходимо", "нужно", "предстоит", "следует")
_ATTRACTED = Stems("привлеч", "приток", "прямых")
_PUT_IN = Stems("вложи", "вложен", "инвестир", "направит", "направл")
_ORDERED = Stems("привлеч", "поручен")
_ABLE = Stems("смож", "смог")
_PROJECTS = Stems("завод", "комплекс", "портфел", "проект", "строит", "фабрик")
_APART = 3  # clauses from jobs to a word that they are there
# what posts are, or do now
_KINDS = (
    "груз", "двусторон", "двухсторон", "действу", "железнодорож", "закрыт", "международн", "местн",
    "многосторон", "открыты", "пассажир", "принимают", "работают", "функционир",
)  # fmt: skip
# projects on their way: «реализуется 41 проект с созданием 8 тыс. рабочих мест»
_GOING = ("достраива", "наход", "осуществля", "реализует", "реализуют")
_OTHERS = ("остаетс", "остальн", "остаютс", "осталос", "оставш")
# «подписали три контракта»; not «будут подписаны»
_SIGNED = Stems("подписал", "подписан", "подписав", "скрепил")
_PAPERS = ("договор", "контракт", "меморандум", "соглашени")
_TO_SIGN = ("будет", "будут", "быть", "планир", "ожида", "подписани", "предстоит")
# jobs that are there
EMPLOYED = Stems(
    "встали", "занят", "нанял", "нашл", "обеспечил", "открыв", "появил", "работает", "работают",
    "создав", "трудит", "трудоустроено", "трудоустроены", "трудят", "устроил",
    but=("открыва", "создава"),
)  # fmt: skip

_ORDERS = Stems("договор", "законтракт", "заявк", "заявок", "контракт", but=("договори",))
# what was done under a contract
_SENT, _DONE = ("отгру", "отправ", "постав", "прода"), ("ено", "ено", "ана", "ано")
_ORDER = 8  # tokens from «контракты на текущий подписаны на» to the tonnes
_FINISH = Stems("ввест", "достро", "завершит", "закончит", "запуст", "откры", "реализов", "сдать")
_WHICH = frozenset({"их", "которые", "который", "которую", "все"})


def status_of_posts(one: Draft) -> str | None:
    """«29 из 30 пунктов»: the thirty are there already; None where the words around must tell."""
    word = one.sentence.word_before(one.quantity.lead)
    if word.startswith(_OTHERS):
        return "actual" if _as_they_are(one) else "planned"
    if one.kind == "count" and word == "из":
        return one.status
    if begun(one) or worked_then(one):
        return "actual"
    return "planned" if planned(one) else None


def _as_they_are(one: Draft) -> bool:
    """«семь из них международные, остальные четыре – двусторонние», «… работают днём»: no works."""
    sentence = one.sentence
    at = one.last + (sentence.word_at(one.last) in ("–", "—", "-"))
    at += sentence.word_at(at).endswith(("о", "ют", "же"))  # «остальные три временно закрыты»
    words = (sentence.word_at(one.last), sentence.word_at(at))
    return any(word.startswith(_KINDS) for word in words)


def signed(one: Draft, done: Sequence[Draft]) -> bool:
    """«обсудили планы и подписали семь меморандумов»: papers that are there already."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "other" or not sentence.begins(_SIGNED):
        return False
    papers = done[-1] if one.kind == "money" and done else one
    noun = papers.quantity.noun
    led = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    # «подписали соглашение на $4 млрд»
    single = one.kind == "money" and led[-1:] == ["на"] and led[0].startswith(_PAPERS)
    if not single and (noun is None or noun.id != "agreement"):
        return False
    for index in range(one.at - 1, sentence.first - 1, -1):
        if low[index].startswith(_TO_SIGN):
            return False
        if low[index].startswith(_SIGNED):
            return not sentence.word_before(index).startswith(_TO_SIGN)
    return any(word.startswith(_SIGNED) for word in low[one.last : one.last + 3])


def of_capacity(one: Draft, status: str) -> str:
    """Whether a capacity is there or only planned, as the words around it tell.

    «пост может пропускать до 900 машин» has it; «планируемая пропускная способность» and what
    stands «после реконструкции» are still to come.
    """
    sentence, low = one.sentence, one.sentence.low
    if status == "potential" and one.kind in ("teu", "tonne", "vehicle"):
        if sentence.begins(_ABLE) and _will_be_able(one):
            return "planned"
        able = any(
            low[cue.first] in _CAN or low[cue.first].startswith("способ") for cue in sentence.cues
        )
        raised = any(  # «возможности терминала могут быть увеличены до 200 тыс. TEU»
            cue.entry.kind == "up" and not sentence.between(cue.first, one.at)
            for cue in sentence.cues
        )
        return "actual" if able and not (raised or sentence.begins(_ABLE)) else status
    if status == "actual" and sentence.begins(_PLANNED):
        for hit in sentence.indicators:
            if hit.entry.id == "capacity" and hit.first < one.at:
                before = low[max(sentence.first, hit.first - 5) : hit.first]
                if any(word.startswith(_PLANNED) for word in before):
                    return "planned"
    return status


def _will_be_able(one: Draft) -> bool:
    """«после завершения работ пункт сможет принимать 1 200 машин»; not «… и 2 тыс. в будущем»."""
    figures = [q.first for q in one.sentence.quantities]
    return any(
        at < one.first and not any(at < first < one.first for first in figures)
        for at in one.sentence.where(_ABLE)
    )


def promised(one: Draft) -> bool:
    """Whether jobs are those that a project promises: no word says that they are there."""
    sentence = one.sentence
    there = sentence.begins(EMPLOYED) or any(
        cue.entry.kind in ("done", "reach")
        and sentence.between(cue.first, one.at) <= _APART
        and not sentence.low[cue.first].startswith(_GOING)
        for cue in sentence.cues
    )
    return not there or sentence.begins(_WILL)


def invites(one: Draft, status: str) -> bool:
    """Whether investment is a goal of a region, a zone or a country, and no project's cost.

    «объём инвестиций к 2030 году доведут до 500 млрд», «область должна привлечь 800 млрд тенге»
    """
    sentence = one.sentence
    if one.kind != "money" or status not in ("planned", "target"):
        return False
    if status == "target" and (preposition_of(one) == "до" or sentence.begins(_AIMS)):
        return True
    by = any(period.role == "by" for period in sentence.periods)
    if by and sentence.begins(_BARS) and not sentence.begins(_PROJECTS):
        return True  # «не отступает от планки: 150 млрд долларов к 2029 году»
    must = sentence.begins(_MUST) and (by or sentence.begins(_ORDERED))
    return must and not sentence.begins(_PROJECTS)


def attracts(one: Draft) -> bool:
    """«в этом году рассчитывают привлечь 24 млрд долларов инвестиций»: all that is to come in."""
    sentence = one.sentence
    return one.kind == "money" and sentence.begins(_ATTRACTED) and not sentence.begins(_PROJECTS)


def ordered(one: Draft) -> bool:
    """«на этот год заявка составляет 1,8 млн тонн», «контракт предусматривает 700 тыс. тонн»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_ORDERS):
        return False
    orders = [i for i in sentence.where(_ORDERS) if 0 < one.at - i <= _ORDER]
    if orders and any(_was_sent(low[i]) for i in range(orders[-1], one.at)):
        return False  # «по контракту за пять лет отправлено 5 тыс. тонн»
    return (
        bool(orders)
        and low[orders[-1] - 1] != "при"
        and sentence.between(orders[-1], one.at) <= 1
        and not one.crossed(orders[-1], one.at)
    )


def _was_sent(word: str) -> bool:
    return word.startswith(_SENT) and (is_past(word) or word.endswith(_DONE))


def is_to_be_finished(one: Draft) -> bool:
    """«В работе 11 проектов ценой до 6 млрд, которые намерены завершить до 2029 года»."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_FINISH) and sentence.has("planned", "goal")):
        return False
    by = next((p for p in sentence.periods if p.role == "by" and p.first >= one.last), None)
    if by is None:
        return False
    opened = next((i for i in range(one.last, by.first) if low[i] in (",", ";")), by.first)
    clause = low[opened : by.first]
    return (
        not _WHICH.isdisjoint(clause)
        and any(word.startswith(_FINISH) for word in clause)
        and any(opened <= c.first < by.first and c.entry.kind == "planned" for c in sentence.cues)
        and not any(opened <= q.first < by.first for q in sentence.quantities)
    )
