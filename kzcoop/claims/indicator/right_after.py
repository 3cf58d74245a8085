"""Which flow the words right after a figure give it.

«3,9 млн пришлось на экспорт и 0,7 млн – на импорт»    past a dash, a verb
«71 млн, обеспечили поставки из Казахстана»            by who brought it
«19,8 – на кыргызские поставки»                        by whose deliveries they are
«2 млрд – то, что купили у соседей»                    by what was done with it
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.indicator.both_sides import PARTS
from kzcoop.claims.place.partner_place import HOME, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words

_FALLS = ("прих", "приш")
_SIDE = {"импорт": "import", "ввоз": "import", "экспорт": "export", "вывоз": "export"}
_OURS_IS = ("казахстанск", "наш")
_BRINGS = ("дал", "занима", "занял", "обеспечи", "принес", "состави", "составл", "сформир")
_OF_SUM = frozenset({"объема", "оборота", "суммы", "этого", "этой"})
_OF_TRADE = frozenset("взаимного взаимной всего всей оборота товарооборота торговли".split())
_WHOSE = frozenset({"казахстанский", "наш", "это"})
_ODD = (["хвостиком"], ["лишним"], ["небольшим"])
_WHAT, _RELATIVE = Words("то"), ["то", ",", "что"]
_SOLD = Stems("вывез", "отгру", "отправ", "постав", "прода", "сбы", "экспорт")
_BOUGHT = Stems("ввез", "завез", "закуп", "импорт", "купи", "купл", "получ", "приобр")
_DEALT = Stems(*_SOLD, *_BOUGHT)
_CLAUSE = 8  # tokens of «то, что продал соседям Казахстан»
_DASHES = frozenset("–—-")
_ENDS = frozenset({",", ".", ";", "а", "и", ")"})


def flow_right_after(one: Draft) -> str | None:
    """Return the flow that the words right after a figure give it, or None."""
    return _by_relative(one) or _on_side(one)


def _by_relative(one: Draft) -> str | None:
    """«9,4 млрд – это то, что продал Казахстан», «2 млрд – то, что купили у соседей»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_WHAT) or not sentence.begins(_DEALT):
        return None
    at = next((i for i in range(one.last, sentence.last - 3) if low[i : i + 3] == _RELATIVE), None)
    if at is None or any(q.first > one.at and q.first < at for q in sentence.quantities):
        return None
    end = min(at + _CLAUSE, sentence.last)
    verb = next((i for i in range(at + 3, end) if low[i].startswith(_DEALT)), None)
    if verb is None:
        return None
    sold = low[verb].startswith(_SOLD)
    passive = low[verb].endswith(("но", "ны", "на"))
    theirs = any(
        at < p.first < end and (low[p.first - 1] == "у" if passive else is_subject(sentence, p))
        for p in sentence.abroad
    )
    if passive and theirs:
        theirs = False  # «куплено у итальянцев»: by us
    return "export" if sold != theirs else "import"


def _on_side(one: Draft) -> str | None:
    """The flow that a dash and «на» give a figure: «0,7 млн – на импорт»."""
    low, at = one.sentence.low, one.last
    if low[at : at + 1] == ["с"] and low[at + 1 : at + 2] in _ODD:
        at += 2  # «миллиард с хвостиком – казахстанский экспорт»
    if tuple(low[at : at + 2]) in PARTS:
        # «290 из них – наш вывоз»
        after = [word for word in low[at + 2 : at + 6] if word not in _WHOSE][:2]
        return _SIDE.get(after[1]) if len(after) > 1 and after[0] in ("–", "—", "-") else None
    after = [word for word in low[at : at + 5] if word != "," and not word.startswith(_OURS_IS)]
    after = [word for word in after if word not in _OF_SUM]  # «семь восьмых этой суммы дал вывоз»
    if after and after[0].startswith(_BRINGS) and len(after) > 1 and after[1] in _SIDE:
        return _SIDE[after[1]]  # «всё это, 621 млн, принёс казахстанский экспорт»
    if one.kind == "percent" and (made_up := _made_up_of(low, at)) is not None:
        return made_up
    if after and after[0] == "из" and (fallen := _falls_on_side(low, at)) is not None:
        return fallen
    if len(after) > 2 and after[0].startswith("ушл") and after[1] == "на" and after[2] in _SIDE:
        return _SIDE[after[2]]  # «67 млрд принёс вывоз, 49 ушло на ввоз»
    if (from_where := _brought_by(one)) is not None:
        return from_where
    after = [word for word in low[at : at + 5] if not word.startswith(_OURS_IS)][:3]
    if one.kind == "tonne" and after[:1] in (["–"], ["—"]) and (told := _told_beside(low, at + 1)):
        return told  # «640 тыс. – российский транзит, 310 – экспорт в Иран»
    led = low[max(one.sentence.first, one.quantity.lead - 4) : one.quantity.lead]
    if len(after) > 1 and after[0] in ("–", "—") and any(pair in PARTS for pair in pairwise(led)):
        return _SIDE.get(after[1])  # «Из них 210 млн – экспорт региона»
    if len(after) == 3 and after[0] in _DASHES and after[1] in _SIDE and after[2] in _ENDS:
        return _SIDE[after[1]]  # «400 млн – экспорт и 500 млн – импорт»
    if len(after) < 3 or after[0] not in _DASHES or after[1] != "на":
        return None
    return _SIDE.get(after[2]) or _whose_deliveries(one, at + 2)


def _falls_on_side(low: list[str], at: int) -> str | None:
    """«54 млн из этой суммы пришлись на казахстанский экспорт»."""
    words = [word for word in low[at + 1 : at + 8] if not word.startswith(_OURS_IS)]
    words = [word for word in words if word not in _OF_SUM]
    if len(words) < 3 or not words[0].startswith(_FALLS) or words[1] != "на":
        return None
    return _SIDE.get(words[2])


def _made_up_of(low: list[str], at: int) -> str | None:
    """«96% торговли формирует казахстанский экспорт», «75% оборота – пришлось на экспорт»."""
    words = [word for word in low[at : at + 8] if not word.startswith(_OURS_IS)]
    words = [word for word in words if word not in _OF_SUM and word not in _OF_TRADE]
    words = words[1:] if words[:1] and words[0] in _DASHES else words
    if len(words) < 3:
        return None
    if words[0].startswith(_FALLS) and words[1] == "на":
        return _SIDE.get(words[2])
    return _SIDE.get(words[1]) if words[0].startswith((*_BRINGS, "формиру")) else None


def _brought_by(one: Draft) -> str | None:
    """«Львиную долю, 71 млн, обеспечили поставки из Казахстана»."""
    sentence = one.sentence
    at = one.last + (sentence.word_at(one.last) == ",")
    if not sentence.word_at(at).startswith(_BRINGS) or sentence.word_at(at + 2) != "из":
        return None
    if not sentence.word_at(at + 1).startswith("поставк"):
        return None
    place = next((p for p in sentence.places if p.first == at + 3), None)
    if place is None:
        return None
    return "export" if place.codes == (HOME,) else "import"


def _whose_deliveries(one: Draft, at: int) -> str | None:
    """«19,8 – на кыргызские поставки»: the side by whose deliveries they are."""
    place = next((p for p in one.sentence.places if p.first == at), None)
    if place is None or place.kind != "adjective":
        return None
    if not one.sentence.word_at(place.last).startswith(("поставк", "товар")):
        return None
    return "export" if place.codes == (HOME,) else "import"


def _told_beside(low: list[str], at: int) -> str | None:
    """The flow that a dash joins to tonnes, past an adjective: «– российский транзит»."""
    for word in low[at : at + 2]:
        if word in _SIDE or word == "транзит":
            return _SIDE.get(word, "transit")
        if not word.endswith(("ий", "ый", "ой")):
            return None
    return None
