"""Whether a sentence tells how works go on, with no object of their own.

«Реконструкция включает …», «Реконструкция обойдётся в 3 млрд»     a work and its verb
«работы разворачиваются», «подрядчик вышел на площадку»             works or builders go on
«режим работы», «работы по повышению …»                             none
"""

from __future__ import annotations

from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.scene.programme_object import PRONOUNS
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_ENDS = frozenset(".;:!?")
_NEAR = 5
_PUT_IN = 6  # tokens of «, подчеркнул он,»
# «работы начинаются», «строители вышли на площадку», «стройка близка к концу»
_GOES_ON = Stems(
    "близ", "ведет", "ведут", "возобн", "выйд", "выполн", "вышел", "вышл", "заверш", "заканч",
    "законч", "идет", "идут", "кип", "конч", "нача", "начн", "окончен", "остановл", "подход",
    "финиш", "покин", "приостан", "приступ", "провод", "продлят", "продолж", "проходят", "работают",
    "развер", "развор", "старт", "труд",
)  # fmt: skip
_CLAUSE = frozenset({",", "–", "—"})
_TOOK = ("длил", "занял", "обош", "потреб", "продл", "продолжал", "стоил", "шла", "шел")
_HOURS = ("возобновлени", "врем", "график", "качеств", "начал", "режим", "услови", "час")
# verbs of a work that needs no object: «Реконструкция обойдётся в 3 млрд»
_VERBS = (
    "будет", "была", "ведет", "включа", "дала", "даст", "длил", "добав", "должн", "заверш",
    "займ", "законч", "идет", "нача", "начн", "обойд", "обош", "оцен", "позвол", "предпол",
    "предусм", "прибав", "продл", "проход", "старт", "увелич",
)  # fmt: skip


def goes_on(sentence: Sentence, hit: Hit) -> bool:
    """Return whether builders or works begin, go on or end: «подрядчик вышел на площадку»."""
    low = sentence.low
    led = sentence.word_before(hit.first)
    if led in PRONOUNS or led.startswith(_HOURS) or sentence.word_at(hit.last) == "по":
        return False  # «возобновление их работы», «режим работы», «работы по повышению …»
    steps = (
        range(hit.last, min(sentence.last, hit.last + _NEAR + 1)),
        range(hit.first - 1, max(sentence.first, hit.first - _NEAR) - 1, -1),
    )
    for near in steps:
        inside = False
        for at in near:
            if low[at] == "," and (inside or _puts_in(low, at, near.step)):
                inside = not inside
                continue  # «строители, подчеркнул он, вышли …»
            if low[at] in _ENDS or low[at] in _CLAUSE:
                break
            if low[at].startswith(_GOES_ON):
                return True
    return False


def tells_long(verb: str) -> bool:
    """Return whether a verb tells what a work took or cost: «заняла», «обошлась», «длилась»."""
    return verb.startswith(_TOOK)


def _puts_in(low: list[str], comma: int, step: int) -> bool:
    """Whether a comma opens a clause put in, of a verb and who says it."""
    return (
        step > 0
        and "," in low[comma + 2 : comma + _PUT_IN]
        and not any(word in _ENDS for word in low[comma + 1 : comma + 3])
    )


def tells_on(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a sentence opens with a work and its verb: «Реконструкция включает …»."""
    opens = hit.first - sentence.first <= 1 and hit.entry.kind in BUILDS
    at = hit.last
    if sentence.word_at(at) == "," and sentence.word_at(at + 1).startswith("котор"):
        at += 2  # «После реконструкции, которая завершится к июлю, он станет …»
    return opens and sentence.word_at(at).startswith(_VERBS)
