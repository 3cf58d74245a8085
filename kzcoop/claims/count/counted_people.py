"""Who is counted: people that work are jobs; firms that come to an event are no claim.

«дать работу 300 людям», «штат составит 300 человек»      jobs
«на форум приехали 15 польских компаний»                  guests
«членами ассоциации остаются 18 компаний»                 who belongs to something
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.count.workers import gets_work, headed_by_workers
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words

# words of work for people
_JOBS = Stems(
    "возьмут", "займут", "занят", "наберут", "наймет", "наймут", "нанял", "нанят", "персонал",
    "рабоч", "работать", "трудит", "трудоустро",
)  # fmt: skip
_WORK = Words("дать", "работа", "работу", "работой")
# «наймёт», «занято», «дадут работу»
_HIRED = Stems("занят", "найм", "нанял", "нанят", "трудит", "трудоустро", "трудят")
_PLACES = (["мест", "будет"], ["мест", "даст"], ["мест", "–"], ["мест", "станет"])
_WILL_HIRE = ("наймут", "наймет", "трудоустроят", "трудоустроит")
_GIVES = ("даду", "даст", "дать", "нашл", "обеспеч", "обеща", "получ")
_PERSONS = (
    "ителям",
    "телей",
    "цев",
    "чан",
    "жан",
    "лей",
    "ков",
    "нин",
    "ниц",
    "дан",
    "янам",
    "чанам",
    "цам",
)
_GO_ON = frozenset("в и на по к уже здесь там".split())
_OF_THEM = ("ий", "ств", "рм", "нтов", "дов", "хов")  # «компаний», «производств», «заводов»
_HAS = ("включа", "насчит", "достиг", "превыс")
_STAFF, _WILL_BE = Words("штат"), Words("составит")
_TOIL, _TOILING = Stems("труд"), Stems("трудят")
# «на стройке заняты 70 человек и 46 единиц техники»
_BUILDERS = Stems(
    "бригад", "населени", "строители", "численност", "строителе", "стройплощад", "техник"
)
_FIRMS = Stems(
    "завод", "компани", "комбинат", "предприяти", "производств", "ферм", "фабрик", "фирм", "цех"
)
# «там трудятся 260 человек», «В восьми СП работает 315 человек»
_AT_WORK, _TOIL_NOW = Words("работает", "работают"), Words("трудится", "трудятся")
_VENTURE, _THERE = Words("сп"), Words("где", "там", "них")
# who comes to an event: «с представителями тридцати компаний»
GUESTS = Stems(
    "глав", "делегац", "представит", "представля", "прибыл", "приехал", "руководит", "собрал",
    "съехал", "участв", "участи",
)  # fmt: skip
_MEMBERS = ("член", "участник")  # «членами ассоциации остаются 18 компаний»
_EVENTS = ("встреч", "выставк", "конференци", "мероприяти", "форум", "ярмарк")
# «ассоциация, в которую входят 25 компаний», «деловой совет объединяет 40 фирм»
_GROUPS = Stems(
    "альянс", "ассоциац", "деловой", "делового", "деловом", "клуб", "консорциум", "палат",
)  # fmt: skip
_INTO_IT = (["в", "нее", "входят"], ["в", "него", "входят"], ["в", "нее", "вошли"])
_BELONGS = ("вошл", "вступи", "вход", "насчитыва", "объедин", "состоят")
_CAME = Stems("приех", "прибы", "собра", "съеха")
_ZONES = Stems("сэз", "спецэконом")
_TAKES_PART = Stems("участв", "участие")


def people(one: Draft) -> None:
    """People are jobs where they are employed: «дать работу 300 людям»."""
    sentence = one.sentence
    jobs = sentence.begins(_JOBS) or sentence.holds(_WORK) or _is_staff(one) or _beside_cost(one)
    if (jobs or gets_work(one)) and not sentence.begins(_BUILDERS):
        one.kind, one.indicator = "count", "jobs"
    else:
        one.reject("out_of_scope")


def _beside_cost(one: Draft) -> bool:
    """«открывает цех труб: 12 миллионов долларов, семьдесят человек»: whom a plant will employ."""
    sentence = one.sentence
    return sentence.begins(_FIRMS) and any(
        q.kind == "money" and sentence.low[q.last : one.quantity.lead] in ([","], ["и"])
        for q in sentence.quantities
    )


def _has_project(one: Draft) -> bool:
    """Whether money or works stand before «мест будет 2 860»."""
    sentence = one.sentence
    return sentence.begins(_FIRMS) or any(
        q.kind == "money" and q.last < one.first for q in sentence.quantities
    )


def of_workers(one: Draft) -> bool:
    """«дадут работу почти восьми тысячам», «наймёт полторы сотни горожан»: people without a noun.

    Also «Работой на заводе обеспечены 600 костанайцев», «трудятся 45 актюбинцев». Those who live
    in a town are in no table: «занято сто сорок шымкентцев».
    """
    sentence, low = one.sentence, one.sentence.low
    placed = low[one.quantity.lead - 2 : one.quantity.lead] in _PLACES and _has_project(one)
    if placed or headed_by_workers(one):
        one.kind, one.unit, one.indicator = "count", "count", "jobs"
        one.note("places at work")
        return True
    if not (sentence.begins(_HIRED) or sentence.holds(_WORK)) or sentence.begins(_BUILDERS):
        return False
    lead = one.quantity.lead - (sentence.word_before(one.quantity.lead) == "для")
    led = low[max(sentence.first, lead - 2) : lead]
    hired = any(word.startswith(_HIRED) for word in led)
    given = any(gives.startswith(_GIVES) and work in _WORK for gives, work in pairwise(led))
    if not given and led and led[-1].startswith(_GIVES):  # «Работу получат 3 400 павлодарцев»
        told = [at for at in sentence.where(_WORK) if at < one.at]
        given = any(sentence.between(at, one.at) == 0 for at in told)
    after = sentence.word_at(one.last)
    hired = hired or after.startswith(_WILL_HIRE)  # «трудится 900 человек, ещё 300 наймут»
    if not (hired or given) or one.value != int(one.value):
        return False
    if _firms_toil(one) or (not given and low[one.quantity.lead - 1] == "на"):
        return False  # «рабочие трудятся на пяти»: posts
    if after.isalpha() and not after.endswith((*_PERSONS, *_WILL_HIRE)) and after not in _GO_ON:
        return False
    one.kind, one.unit, one.indicator = "count", "count", "jobs"
    one.note("people that work")
    return True


def _firms_toil(one: Draft) -> bool:
    """«Французских компаний в стране трудится около 180»: who works are firms, not people."""
    sentence = one.sentence
    counted = sentence.mentions.hits["counted"]
    firms = [
        i for i in range(sentence.first, one.at)
        if i in counted and counted[i].entry.kind == "enterprises_count"
    ]  # fmt: skip
    return bool(firms) and sentence.low[firms[-1]].endswith(_OF_THEM) and not (
        sentence.between(firms[-1], one.at) or sentence.word_before(firms[-1]) in ("на", "в", "у")
    )  # fmt: skip


def _is_staff(one: Draft) -> bool:
    """«действуют 60 предприятий, где трудятся 4 тыс. человек», «штат составит 300 человек»."""
    low, sentence = one.sentence.low, one.sentence
    if sentence.holds(_STAFF) and sentence.holds(_WILL_BE):
        return True
    if sentence.holds(_STAFF) and any(
        word in ("–", "—", ":") or word.startswith(_HAS)
        for word in low[sentence.where(_STAFF)[0] : one.at]
    ):
        return True  # «Штат – 1 100 человек», «штат завода насчитывает 90 человек»
    near = low[max(sentence.first, one.quantity.lead - 2) : one.at]
    if sentence.holds(_TOIL_NOW) and sentence.holds(_THERE):
        return not _TOIL_NOW.isdisjoint(near)
    if sentence.holds(_AT_WORK) and sentence.holds(_VENTURE):
        return not _AT_WORK.isdisjoint(near)
    if not sentence.begins(_TOIL):
        return False
    first = sentence.first
    if low[first : first + 2] == ["на", "них"] and low[first + 2].startswith("труд"):
        return True
    return (
        sentence.begins(_TOILING)
        and sentence.begins(_FIRMS)
        and any(word.startswith(_FIRMS) for word in low[first : one.at])
    )


def guests(one: Draft) -> bool:
    """Whether firms counted come to an event: «на форум приехали 15 польских компаний»."""
    noun, sentence = one.quantity.noun, one.sentence
    if noun is None or noun.kind != "enterprises_count":
        return False
    before = sentence.low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if before[-1:] == ["в"] and "капитал" in before:
        return False  # «итальянский капитал участвует в 37 предприятиях»
    if (
        before[-1:]
        and "участие" in sentence.low[sentence.first : one.at]
        and any(word.startswith(("имеет", "имел", "имеют")) for word in before)
    ):
        return False  # «Иностранное участие имели тогда 1 084 предприятия»
    if "составе" in before or sentence.low[sentence.first].startswith(_MEMBERS):
        return True
    led = sentence.begins(GUESTS) and any(
        word.startswith(GUESTS) and word != "участием" for word in before
    )
    joined = sentence.begins(_GROUPS) and any(word.startswith(_BELONGS) for word in before)
    joined = joined or before in _INTO_IT  # «Сегодня в неё входят 25 компаний»
    return led or joined or _attends(one)


def of_residents(one: Draft) -> bool:
    """Let those in an economic zone count as firms: «в СЭЗ зарегистрировано 50 участников»."""
    sentence = one.sentence
    if not sentence.low[one.last - 1].startswith("участник") or not sentence.begins(_ZONES):
        return False
    one.kind, one.unit, one.indicator = "count", "count", "enterprises_count"
    one.note("firms of an economic zone")
    return True


def _attends(one: Draft) -> bool:
    """Whether those counted come to an event."""
    low, sentence = one.sentence.low, one.sentence
    if not (sentence.begins(_CAME) or sentence.begins(_TAKES_PART)):
        return False
    before = low[sentence.first : one.at]
    if any(w.startswith(_EVENTS) or w.endswith("-форум") for w in before) and any(
        word.startswith(_CAME) for word in before
    ):
        return True  # «на бизнес-форум приехали 15 компаний»
    if "участие" in before and any(word.startswith("принял") for word in before):
        return True  # «Участие в ней приняли 48 компаний»
    after = low[one.last : sentence.last]
    if not any(word.startswith(_EVENTS) for word in after):
        return False
    return any(word == "участие" or word.startswith("участв") for word in after)
