"""What a sum without a word for it is when firms, works or jobs are told beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

LEADS_TO = 3  # tokens from «вырастет втрое» to «и составит 900 машин»
# «построят за 120 млрд»
_BUILT = (
    "возведут", "возвел", "возводит", "построен", "построил", "построит", "построят", "соорудит",
    "соорудят", "строит", "строят",
)  # fmt: skip
_LAUNCHES = Stems("запуск", "запуст", "откры", "построй", "постро", "строит")
_WORKS = (
    "аэропорт", "завод", "комбинат", "комплекс", "мост", "порт", "станци", "терминал", "фабрик",
    "хаб", "центр",
)  # fmt: skip
_REBUILT = ("модернизир", "обновят", "обновили", "отремонтир", "реконструир")
# works without a word of a building: «на работы заложили», «ремонт потребует»
_DONE_ON = Stems(
    "капремонт", "модернизац", "обновлени", "работам", "работы", "реконструкц", "ремонт", "стройк",
    "строительств",
)  # fmt: skip
_PRICING = Stems(
    "выдел", "заложи", "направ", "обойд", "обошл", "отвел", "оценив", "оценил", "понадоб", "потрат",
    "потреб", "предусм", "стоит", "стоят", "уйдет", "ушло",
)  # fmt: skip
_PLANTS = Stems("завод", "комбинат", "предприят", "производств", "фабрик", "ферм", "цех")
_SPENT = ("модерниз", "обновлен", "работ", "реконструкц", "ремонт", "строительств", "стройк")


def took_works(one: Draft) -> bool:
    """Whether money went on works on a post: «на работы ушло 6 млрд тенге»."""
    low, lead = one.sentence.low, one.quantity.lead
    words = low[max(one.sentence.first, lead - 2 * LEADS_TO) : lead]
    return any(word.startswith("уш") for word in words[-LEADS_TO:]) and any(
        on == "на" and word.startswith(_SPENT) for on, word in pairwise(words)
    )


def builds_for(one: Draft) -> bool:
    """«на границе построят аэропорт за 120 млрд тенге»: what is built costs so much."""
    sentence = one.sentence
    led = sentence.word_before(one.quantity.lead)
    if led not in ("за", "на"):
        return False
    # «его кыргызскую часть реконструируют на 1,1 млрд сомов»
    built = _BUILT if led == "за" else (*_BUILT, *_REBUILT)
    clause = sentence.clause(one.at)
    return any(
        sentence.low[index].startswith(built)
        for index in range(sentence.first, one.at)
        if sentence.clause(index) == clause
    )


def works_for(one: Draft) -> bool:
    """«замышляют комплекс за 45 млрд долларов»: works, and right after them the price."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if sentence.begins(_DONE_ON) and sentence.begins(_PRICING) and _priced(one):
        return True  # «На работы заложили 21 млрд тенге», «оценивает работы в 22 млрд»
    if low[lead - 1] == ":" and sentence.begins(_LAUNCHES) and not sentence.indicators:
        # «Предстоит запуск сервисного центра в Караганде: 18 млн евро»
        return any(low[i].startswith(_WORKS) for i in range(sentence.first, lead))
    return low[lead - 1] == "за" and low[lead - 2].startswith(_WORKS)


def _priced(one: Draft) -> bool:
    """Whether a verb of pricing or paying joins works to a figure of its clause."""
    sentence = one.sentence
    works = [at for at in sentence.where(_DONE_ON) if at < one.at]
    verbs = [at for at in sentence.where(_PRICING) if at < one.at]
    return (
        bool(works and verbs)
        and sentence.between(works[-1], one.at) == 0 == sentence.between(verbs[-1], one.at)
        and not one.crossed(min(works[-1], verbs[-1]), one.at)
    )


def of_jobs(one: Draft, done: Sequence[Draft]) -> bool:
    """«сборка тракторов (14 млн долларов, 180 рабочих мест), фабрика (22 млн, 300)»."""
    sentence, low = one.sentence, one.sentence.low
    following = [q for q in sentence.quantities if 0 <= q.lead - one.last <= 1]
    if any(q.noun is not None and q.noun.kind == "jobs" for q in following):
        return True
    if any(q.kind == "people" for q in following) and sentence.begins(_PLANTS):
        return True  # «открывает цех: 12 миллионов долларов, семьдесят человек»
    bracket = low[one.quantity.lead - 1] == "("
    return bracket and any(
        other.indicator == "projects_value" and low[other.quantity.lead - 1] == "("
        for other in done
    )
