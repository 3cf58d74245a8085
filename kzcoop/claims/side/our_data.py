"""Figures that an office of Kazakhstan gives: «по данным нашей таможни»."""

from __future__ import annotations

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.side.announced import ANNOUNCES, DASHES, OFFICES, OURS
from kzcoop.claims.side.data_source import COUNTS
from kzcoop.claims.topic.counters import told_in_astana
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

_PUT_IN = 5  # tokens of «за тот же год» between who counts and the verb
_OUR = Words("наша", "наше", "наши", "нашим", "нашей", "наших", "нашем")  # «по нашим же данным»
_ASTANA = Stems("астана", "астане", "астаны")
_HERE = either(OURS, _ASTANA)
_TRADED_WITH = frozenset({"в", "во", "из", "с", "со"})  # «импорт из Беларуси» is no source
_BODIES = Stems("бюро", "ведомств", "комитет", "минист", "статист", "таможен", "таможн")
_TOLD = either(_OUR, OURS, _ASTANA, _BODIES)
_FIGURES = ("данн", "сведени", "подсчет", "статистик", "оценк")
_PAPERS = (
    "бнс", "ведомост", "данны", "декларац", "документ", "издани", "кгд", "отчет", "печат", "пресс",
    "сводк", "сми", "сторон",
    "таблиц", "учет",
)  # fmt: skip


def by_our_data(one: Draft) -> bool:
    """Return whether a figure is Kazakhstan's beside the other's.

    «по российским данным, до 500, по казахстанским – 200–250», «казахстанское бюро – около пяти»,
    «Белстат насчитал 900 млн, Астана – 880», «а таможня РК записала 640»
    """
    sentence = one.sentence
    if not sentence.words & _TOLD.bit:
        return False
    if sentence.homes and sentence.begins(_BODIES) and _by_our_office(one):
        return True
    if sentence.holds(_OUR) and (_by_our(one) or _our_office(one)):
        return True
    return sentence.begins(_HERE) and (_told_after(one) or _is_ours(one))


def _by_our_office(one: Draft) -> bool:
    """«а таможня РК записала импорт в 640 млн»: an office of ours in the figure's clause."""
    sentence, low = one.sentence, one.sentence.low
    for home in reversed(sentence.homes):
        if home.kind != "country" or home.first > one.at or sentence.between(home.first, one.at):
            continue
        if low[home.first - 1].startswith(_BODIES) or low[home.first - 2].startswith(_BODIES):
            return not any(home.last <= p.first < one.at for p in sentence.abroad)
    return False


def _by_our(one: Draft) -> bool:
    """«КНР заявила экспорт на 14 млрд, по нашим же данным, ввезли на восемь»: in its clause."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[i] in _OUR
        # «в наших декларациях её 800 млн»
        and any(
            w.startswith(_PAPERS if low[i - 1] == "в" else _FIGURES) for w in low[i + 1 : i + 3]
        )
        and low[i - 1] in ("в", "по")
        and any(q.last < i for q in sentence.quantities)
        for i in range(sentence.first + 1, one.at)
    )


def _told_after(one: Draft) -> bool:
    """«1,1 млрд евро по португальским сводкам и 402 млн долларов по казахстанским»."""
    word_at = one.sentence.word_at
    return word_at(one.last) == "по" and word_at(one.last + 1).startswith(OURS)


def _our_office(one: Draft) -> bool:
    """«…, наша таможня увидела вывоз на 1,5 млрд»: past the figure of the other side."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[i] in _OUR
        and low[i + 1].startswith(_BODIES)
        and not any(i < p.first < one.at and HOME not in p.codes for p in sentence.places)
        and any(
            p.first < i and low[p.last].startswith((*ANNOUNCES, *COUNTS, "сообща"))
            for p in sentence.abroad
        )
        for i in range(sentence.first, one.at)
    )


def _is_ours(one: Draft) -> bool:
    sentence, low = one.sentence, one.sentence.low
    last = next(
        (
            i
            for i in range(one.at - 1, sentence.first - 1, -1)
            if (
                low[i].startswith(OURS)
                and (
                    low[i - 1] == "по"
                    or (after := low[i + 1 + (low[i + 1] == "же")]) in DASHES
                    or after.startswith((*OFFICES, *_PAPERS))
                    # «казахстанская учла импорт на 6 млрд», «… отчиталась об экспорте на 740 млн»
                    or after.startswith((*COUNTS, *ANNOUNCES))
                )
            )
            or (low[i].startswith(_ASTANA) and _counts(low, i))
            or (low[i] == "астане" and told_in_astana(low, i))
            or low[i - 1 : i + 1] == ["у", "астаны"]  # «у Астаны в графе «импорт» стояло 6»
        ),
        None,
    )
    if last is None or ";" in low[last : one.at]:
        return False
    # «по казахстанским данным, вырос на треть и составил 31 млрд»: no other source between
    return not any(
        last < p.first < one.at
        and HOME not in p.codes
        and (low[p.first - 1] not in _TRADED_WITH or _counted_there(low, p))
        for p in sentence.places
    )


def _counted_there(low: list[str], place: Place) -> bool:
    """«В Астане оценивают в 330 млн, в Тегеране – в 510»: where the other one counts."""
    return low[place.first - 1] == "в" and low[place.last - 1].endswith("е")


def _counts(low: list[str], index: int) -> bool:
    """«Астана – 880», «Астана показывает 880», «Астана за тот же год отчиталась»: who counts."""
    after = low[index + 1 : index + 2 + _PUT_IN]
    if not after or after[0] in DASHES:
        return bool(after)
    verb = next((i for i, w in enumerate(after) if w.startswith((*COUNTS, *ANNOUNCES))), None)
    return verb == 0 or (verb is not None and after[0] == "за" and "," not in after[:verb])
