"""Works in sea ports, here and abroad: programmes on no border.

«в порту Актау строят контейнерный хаб», «завершено строительство терминала в Курыке»   a building
«мощность порта Курык к 2030 году поднимут», «Курык до 2028 года расширят»               capacity
«в Бандар-Аббасе первую очередь терминала планируют запустить в 2028 году»               abroad
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.done import is_done
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS, WORKS, is_participle
from kzcoop.claims.programme.names import port_of
from kzcoop.claims.programme.rail import TALKS
from kzcoop.claims.programme.rise import RAISING
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_BUILT = Stems("паром", "порт", "причал", "терминал", "хаб")
_SHIPS = ("верф", "судн", "сухогруз", "танкер")
_STAGE = Stems("очередь", "терминал", "хаб", "причал")
_ABLE = Stems("возможност", "мощност")
_ITS = Words("его", "ее")
_THE_PORT = Words("порта", "порту")
_FAR = 8  # tokens from a work to what is built


def port_work(
    sentence: Sentence, words: Sequence[Hit], before: Sequence[Sentence] = ()
) -> Found | None:
    """Return the programme of what is built, renewed or enlarged in a port that a sentence names.

    ``words`` are all its words of work, whatever they are done to; ``before`` the sentences in
    which the port may be named that it calls no more than a port.
    """
    port = (port_of(sentence) or _abroad(sentence)) if not sentence.begins(TALKS) else None
    told = port is None and sentence.holds(_THE_PORT) and bool(words)
    if told:  # «Порт Актау … На территории порта построят хаб»
        port = next((name for one in reversed(before) if (name := port_of(one))), None)
    if port is None:
        return None
    if sentence.abroad and any(q.kind == "money" for q in sentence.quantities):
        return None  # «Китайский порт вкладывает в хаб в Актау 40 млрд тенге»
    by, home = deadline_of(sentence), told or port_of(sentence) is not None
    built_last = sorted(words, key=lambda hit: hit.entry.id == "widening")
    for hit in built_last:  # «порт расширяют: новый причал построят к 2027 году»
        if is_participle(sentence.mentions, hit):
            continue  # «построенный в Поти терминал»
        low = sentence.low
        if "счет" in low[max(sentence.first, hit.first - _FAR) : hit.first]:
            continue  # «мощность поднимут за счёт хаба в Актау и обновления парома»
        near = low[max(sentence.first, hit.first - _FAR) : hit.last + 2 * _FAR]
        if any(word.startswith(_SHIPS) for word in near):
            continue
        kind = "capacity" if hit.entry.id == "widening" else hit.entry.kind
        if kind == WORKS and low[hit.first].startswith("сда"):
            kind = "construction"  # «новый паромный причал сдадут в декабре»
        built = kind == "construction" and any(word.startswith(_BUILT) for word in near)
        built = built and (home or bool(by))
        opened = kind == "opening" and bool(by)
        opened = opened and any(word.startswith(_STAGE) for word in near)
        if built or opened or (by and (kind in BUILDS or hit.entry.id == "widening")):
            return Found(
                hit.first, hit.last, kind, (), None, None, None, by, (port,), (),
                past=is_done(sentence),
            )  # fmt: skip
    if at := _rises(sentence, home):
        return Found(at, at + 1, "capacity", (), None, None, None, by, (port,), ())
    return None


def _abroad(sentence: Sentence) -> str | None:
    """The port abroad that a sentence names: «азербайджанский Алят»."""
    hit = next((hit for hit in sentence.rows("programmes") if hit.entry.kind == "port"), None)
    return hit.entry.value if hit is not None else None


def _rises(sentence: Sentence, home: bool) -> int | None:
    """Where a sentence tells that a port will take more: «увеличивает возможности с 15 до 25»."""
    if not (sentence.begins(_ABLE) and sentence.begins(RAISING) and sentence.quantities):
        return None
    ports = [hit for hit in sentence.rows("programmes") if hit.entry.kind == "port"]
    led = any(sentence.word_before(hit.first).startswith("порт") for hit in ports)
    if sentence.holds(_ITS) and (home or not led or sentence.begins(_STAGE)):
        return None  # «в порту Актау строят хаб; его мощность доведут до …»
    return next(
        (
            at
            for at in range(sentence.first, sentence.last)
            if sentence.low[at].startswith(RAISING)
            and tense(sentence.low[at]) not in ("past", "noun")
        ),
        None,
    )
