"""Terminals and hubs of Kazakhstan's sea ports that are built: programmes on no border.

«в порту Актау строят контейнерный хаб», «завершено строительство терминала в Курыке»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme_found import Found
from kzcoop.claims.programme_names import port_of
from kzcoop.claims.programme_numbers import is_done
from kzcoop.claims.programme_rail import TALKS
from kzcoop.claims.programme_term import deadline_of
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_BUILT = Stems("паром", "порт", "причал", "терминал", "хаб")
_FAR = 8  # tokens from a work to what is built


def port_work(sentence: Sentence, words: Sequence[Hit]) -> Found | None:
    """Return the programme of a terminal or a hub that is built in a port a sentence names."""
    works = [hit for hit in words if hit.entry.kind == "construction"]
    port = port_of(sentence) if works else None
    if port is None or sentence.begins(TALKS):
        return None
    for hit in works:
        near = sentence.low[max(sentence.first, hit.first - _FAR) : hit.last + _FAR]
        if any(word.startswith(_BUILT) for word in near):
            return Found(
                hit.first, hit.last, "construction", (), None, None, None,
                deadline_of(sentence), (port,), (), past=is_done(sentence),
            )  # fmt: skip
    return None
