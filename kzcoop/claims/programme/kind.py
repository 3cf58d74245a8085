"""What is done to checkpoints: the words of work in a sentence and the kind they make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.scene.programme_object import is_post
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

# rows that tell the kind whatever is done: «запустить «зелёный коридор»»
_FIRST = {"green": "green_corridor", "queue": "other", "eased": "green_corridor"}
# what a green corridor is for
_PRODUCE = Stems(
    "агро", "арбуз", "бахч", "виноград", "дын", "зелен", "капуст", "картоф", "лук", "мандарин",
    "морков", "овощ", "огурц", "плодоовощ", "помидор", "сельхоз", "сельскохоз", "скоропорт",
    "томат", "урожа", "фрукт", "цитрус", "черешн", "ягод", "яблок",
)  # fmt: skip
WORKS = "works"  # «работы на пяти постах»: of the kind that was told before
BUILDS = frozenset({"construction", "modernisation", "reconstruction"})
RENEWALS = frozenset({"modernisation", "reconstruction"})
_BRINGS = ("введ", "ввод", "заработа", "запус", "запущ", "круглосуточн")  # a regime
_COMMISSIONS = ("введут", "введет", "ввести")
_AHEAD = 4  # sentences in which a work may be named after it was told of
# a post in the singular, which is there already
_ONE_POST = frozenset("кпп перехода погранперехода поста пункта".split())
_PLANS = ("дорожн", "инициатив", "карт", "план", "поручен", "програм", "проект")
_JOINED = 5  # tokens of «построены с нуля и уже работают»
_FRAME = 6  # tokens of «в рамках государственной программы по …»
# nouns of work
_WORKS = (
    "капремонт", "модерниз", "обновлени", "открыти", "переоборудовани", "переоснащени",
    "перестройк", "реконструк", "ремонт", "строительств",
)  # fmt: skip
# endings of participles: «модернизированный», «построенных»
_PARTICIPLES = ("ного", "ной", "ном", "ную", "ные", "ный", "ным", "ных")


def triggers(mentions: Mentions) -> dict[int, list[Hit]]:
    """Return the words of work of a report, by the number of their sentence."""
    hits, number = mentions.hits["programmes"], mentions.tokens.sentence
    found: dict[int, list[Hit]] = {}
    for index in sorted(hits):
        if hits[index].entry.kind not in ("corridor", "line", "port", "thing"):
            found.setdefault(number[index], []).append(hits[index])
    for at, told in list(found.items()):
        kept = [hit for hit in told if hit.entry.id != "handed"]
        if len(kept) < len(told) and (kept or not _counts_new(mentions, at)):
            found[at] = kept
            if not kept:
                del found[at]
    return found


def _counts_new(mentions: Mentions, number: int) -> bool:
    """«Пять новых пунктов пропуска уже сданы»: posts that were none before."""
    first, last = mentions.tokens.bounds[number]
    low = mentions.tokens.low
    # not «по новым постам»
    new = (
        i for i in range(first, last - 1) if low[i] in ("новые", "новых") and is_post(low[i + 1])
    )
    return next(new, None) is not None


def kind_of(mentions: Mentions, words: Sequence[Hit]) -> str:
    """Return the kind that words of work make: nouns and verbs count before participles."""
    if any(hit.entry.id == "eased" for hit in words):
        if all(hit.entry.id == "eased" for hit in words) and not _of_produce(mentions, words):
            return "other"  # «упрощённый порядок досмотра», of no goods in particular
        if any(hit.entry.kind == "other" for hit in words):
            # «переведены на единый график, грузовики пропускают вне очереди»
            words = [hit for hit in words if hit.entry.id != "eased"]
    for id_, kind in _FIRST.items():
        if any(hit.entry.id == id_ for hit in words):
            return kind
    low = mentions.tokens.low
    handed = bool(words) and all(low[hit.first].startswith("сда") for hit in words)
    if handed and _counts_new(mentions, mentions.tokens.sentence[words[0].first]):
        return "opening"
    regime = any(hit.entry.id == "regime" for hit in words)
    brought = any(low[hit.first].startswith(_BRINGS) for hit in words)
    brought = brought or any(_stays_open(low, hit) for hit in words)
    if regime and all(hit.entry.kind in ("other", "opening") for hit in words) and brought:
        return "other"  # «вводится круглосуточный режим», «открыты круглые сутки»
    acting = [
        hit for hit in words if not is_participle(mentions, hit) and hit.entry.id != "capacity"
    ]
    told = [hit for hit in acting if not _aside(low, hit)]
    if told and all(low[hit.first].startswith("обнов") for hit in told):
        told = []  # «пост обновился – после реконструкции он просторнее»
    done = told and all(
        hit.entry.kind == WORKS
        or hit.entry.id == "widening"  # «после модернизации расширили до десяти полос»
        or low[hit.first].startswith(_COMMISSIONS)
        for hit in told
    )
    if done and (after := [hit for hit in acting if hit not in told and hit.entry.kind in BUILDS]):
        told = after  # «сдан после реконструкции», «введут в строй после ремонта»
    acting = told or acting
    acting = [hit for hit in acting if hit.entry.id != "traffic"] or acting
    if any(_shuts_and_opens(low, one, other) for one, other in pairwise(acting)):
        return "opening"  # «закрыт с весны, возобновить работу обещают к июлю»
    if any(_built_and_opened(low, hit, acting) for hit in acting):
        return "opening"
    renewed = [hit for hit in told if low[hit.first].startswith("обнов")]
    others = [hit for hit in told if hit not in renewed]
    if renewed and others and all(hit.entry.id == "opening" for hit in others):
        return "opening"  # «пост обновили в марте: его открыли после реконструкции»
    nouns = [hit for hit in acting if low[hit.first].startswith(_WORKS) or hit.entry.kind == WORKS]
    for one, other in pairwise(nouns):
        joined = low[one.last : other.first] == ["и"]
        if one.entry.kind == "construction" and joined and low[other.last] in _ONE_POST:
            return other.entry.kind  # «строительство и реконструкция поста»
    if all(hit.entry.kind == WORKS for hit in nouns):
        # «построят пункт и проведут ремонтные работы»
        nouns = [hit for hit in acting if hit.entry.kind in BUILDS] + nouns
    nouns.sort(key=lambda hit: hit.entry.kind == WORKS)  # «ремонт: этих работ ждали год»
    return (nouns or acting or list(words))[0].entry.kind


def _of_produce(mentions: Mentions, words: Sequence[Hit]) -> bool:
    """Whether vegetables and the like are spoken of: «облегчённый досмотр овощей»."""
    first, last = mentions.tokens.bounds[mentions.tokens.sentence[words[0].first]]
    return any(_PRODUCE.fit(word) for word in mentions.tokens.low[first:last])


def _aside(low: Sequence[str], hit: Hit) -> bool:
    """«после ремонта вновь открыт», «открыт в рамках программы модернизации»: not what is told."""
    comma, which = (*low[hit.last : hit.last + 2], "", "")[:2]
    if comma == "," and which.startswith("котор"):
        return False  # «после реконструкции, которая завершится к июлю, …»
    near = low[max(0, hit.first - 2) : hit.first]
    # not «после ремонта открыт», where the work before is what is over
    after = "после" in near[-1:] or ("после" in near and not near[-1].startswith(_WORKS))
    if after or ("ходе" in near and hit.entry.kind == "construction"):
        return True
    led = low[max(0, hit.first - _FRAME) : hit.first]
    return any(
        led[i : i + 2] == ["в", "рамках"] and any(word.startswith(_PLANS) for word in led[i:])
        for i in range(len(led) - 1)
    )


def _stays_open(low: Sequence[str], hit: Hit) -> bool:
    """«и дальше будут открыты круглые сутки», «открыт без выходных»: how, and not that it opens."""
    stays = low[hit.first].startswith("открыт") and low[hit.first] != "открыть"
    return stays and hit.last - hit.first == 1


def _built_and_opened(low: Sequence[str], hit: Hit, acting: Sequence[Hit]) -> bool:
    """«построены и открыты», «появились три новых поста»: what was built is open."""
    if hit.entry.id == "appearing":
        return low[hit.first].startswith("появил")
    if hit.entry.id != "construction":
        return False
    # «построены и открыты», «построены с нуля и уже работают»
    return any(
        other.entry.kind == "opening"
        and (
            low[hit.last : other.first][:1] in ([","], ["и"])
            if other.first - hit.last in (1, 2)
            else 0 < other.first - hit.last <= _JOINED and "и" in low[other.first - 2 : other.first]
        )
        for other in acting
    )


def _shuts_and_opens(low: Sequence[str], one: Hit, other: Hit) -> bool:
    """Whether posts are told to be shut and, past a comma, to open again."""
    shut = one.entry.id == "regime" and low[one.first].startswith(("закр", "приостан"))
    return shut and other.entry.kind == "opening" and "," in low[one.last : other.first]


def kind_ahead(mentions: Mentions, number: int, reach: int = _AHEAD) -> str | None:
    """Return the kind of work that a sentence or the next name: «Идут строительные работы …»."""
    told = triggers(mentions)
    kinds = (kind_of(mentions, told[n]) for n in range(number, number + reach) if n in told)
    return next((kind for kind in kinds if kind in BUILDS), None)


def is_participle(mentions: Mentions, hit: Hit) -> bool:
    """Return whether a word of work describes a post: «обновлённый пункт»."""
    if hit.entry.kind == "other":
        return False  # «круглосуточный режим»
    return mentions.tokens.low[hit.first].endswith(_PARTICIPLES) and hit.last - hit.first == 1
