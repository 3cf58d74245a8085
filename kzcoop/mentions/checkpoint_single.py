"""What the words around one name of the register tell: a post, none, or nothing by themselves.

на «Қордае», через «Достык», пост Нур Жолы            posts
газопровод «Бейнеу – Бозой», нефть через «Дружбу»     none
«Сырым» отремонтируют                                 its neighbours must tell
"""

from __future__ import annotations

from kzcoop.lexicon.loader import Hit, fold
from kzcoop.mentions.checkpoint_beside import pair_tells
from kzcoop.mentions.checkpoint_names import words_of
from kzcoop.mentions.checkpoint_text import GAP, CheckpointText

INSIDE = frozenset("в во из".split())  # «в Кордае» is the town
_ROUTE = frozenset("через на из".split())
_BY = frozenset({"близ", "вблизи", "возле", "у"})
_OWN_SIDE = frozenset(
    "казахстанского киргизского китайского кыргызского российского туркменского узбекского".split()
)
_WORKS = ("капремонт", "модерниз", "обновлени", "реконструк", "ремонт")  # «Реконструкция Кайрака»
_OIL = ("нефт", "транснефт", "трубопровод")
_PIPELINE = "дружба"
_PIPED = ("нефт", "труб")
_PIPE = 10  # tokens on either side of the name of a pipeline


def judge(text: CheckpointText, hit: Hit) -> bool | None:
    """Return True for a post, False for none, None where its neighbours must tell."""
    name, low = fold(hit.entry.value), text.low
    if hit.last - hit.first > 1 and low[hit.last - 1].startswith("таможн"):
        return True  # «Хоргосская таможня»
    if name == _PIPELINE and _of_oil(text, hit):
        return False
    opened = text.quote_before(hit)
    before = opened if opened is not None else hit.first
    closed = text.quote_after(hit) if opened is not None else None
    if hit.entry.extra["form"] == "pair":
        return text.before(before, "not") is None
    if _named_after_someone(text, before):
        before -= 1 + (low[before - 1] == ".")
    head = text.before(before, "head")
    if head is not None and head.last == before:
        return True
    if _stands_by(text, before):
        return True  # «третий железнодорожный переход в районе Бахты»
    honours = before < hit.first and opened is None  # «школа имени Курмангазы»
    if honours or text.before(before, "not") is not None or _goes_on(text, hit):
        return False
    pair = pair_tells(text, hit)
    if pair is not None:
        return pair
    if text.headed(before):
        return True
    if text.head_after(closed if closed is not None else hit.last):
        return True
    if opened is not None:
        return _quoted(text, hit, before, name)
    if low[max(0, before - 1)] in INSIDE:
        return None
    if name in words_of("alone"):
        return True
    led = low[before - 1] if before else ""
    if led in _OWN_SIDE and before > 1:
        led = low[before - 2]  # «модернизация российского Бугристого»
    told = led == "на" or led.startswith(_WORKS)
    return True if told and name not in words_of("common") else None


def _of_oil(text: CheckpointText, hit: Hit) -> bool:
    """Whether a name is that of a pipeline: «100 тыс. тонн нефти через «Дружбу»»."""
    around = text.low[max(0, hit.first - GAP) : hit.last + GAP]
    return any(word.startswith(_OIL) for word in around)


def _named_after_someone(text: CheckpointText, index: int) -> bool:
    """«пункт пропуска имени Б. Конысбаева»."""
    before = text.low[max(0, index - 2) : index]
    return before[-1:] == ["имени"] or before == ["им", "."]


def _stands_by(text: CheckpointText, index: int) -> bool:
    """Whether a word for a post says that it stands by a place: «переход возле Бахты»."""
    led = text.low[max(0, index - 2) : index]
    if led[-1:] == ["районе"]:
        index -= 2 if led[0] == "в" else 0
    elif led[-1:] and led[-1] in _BY:
        index -= 1
    else:
        return False
    head = text.before(index, "head")
    return head is not None and head.last == index


def _goes_on(text: CheckpointText, hit: Hit) -> bool:
    """Whether a bare name is the first word of a longer one: «Сырым Датов», «Орда.kz»."""
    tokens, low, after = text.tokens, text.low, hit.last
    if after >= len(low) or tokens.sentence[after] != tokens.sentence[hit.first]:
        return False
    if low[after] == "." and after + 1 < len(low):
        return tokens.start[after + 1] == tokens.end[after] and low[after + 1].isascii()
    return text.capital(after) and after not in text.known


def _quoted(text: CheckpointText, hit: Hit, before: int, name: str) -> bool | None:
    """A name in marks: a post, unless it is a common word that nothing tells to be one."""
    led = text.low[before - 1 : before]
    around = text.low[max(0, hit.first - _PIPE) : hit.last + _PIPE]
    if name in words_of("common") and any(word.startswith(_PIPED) for word in around):
        return None  # «из «Дружбы» взяли миллион тонн нефти»: a pipeline
    if not _ROUTE.isdisjoint(led):
        return True
    own = name not in words_of("common")
    if own and (hit.entry.kind == "home" or led == ["на"] or text.work_after(hit)):
        return True
    if text.before(before, "work") is not None:
        return True
    beside = text.work_after(hit) or text.opens_line(hit)
    if beside and text.speaks_of_posts(hit):
        return True  # «Аксай» после ремонта открыли», «• «Кайрак» – сентябрь»
    return True if text.has_head(hit) else None
