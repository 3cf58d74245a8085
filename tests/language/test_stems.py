"""Groups of words that rules ask for."""

from kzcoop.language.stems import Stems, Words, marks, together

WAYS = Stems("дорог", "трасс")
POSTS = Stems("пост", but=("постав", "постро"))
BOTH = Words("двух", "обеих")


def among(group, *words):
    return together(marks(words)) & group.bit != 0


def test_a_group_is_found_by_the_beginning_of_a_word():
    assert among(WAYS, "по", "трассе")
    assert not among(WAYS, "бездорожье", "до")


def test_exceptions_are_no_members():
    assert among(POSTS, "на", "посту") and among(POSTS, "пост")
    assert not among(POSTS, "поставки", "построят")
    assert among(POSTS, "поставки", "посты")
    assert POSTS.fit("посту") and not POSTS.fit("поставить")


def test_whole_words_must_be_the_same():
    assert among(BOTH, "обеих", "стран")
    assert not among(BOTH, "двухсторонний")


def test_an_exception_of_one_group_is_a_member_of_another():
    goods = Stems("поставк")
    assert among(goods, "поставки") and not among(POSTS, "поставки")


def test_a_group_declared_late_is_known_for_words_met_before():
    assert not among(WAYS, "рельсы")
    late = Stems("рельс")
    assert among(late, "рельсы")


def test_a_group_serves_as_what_it_is_made_of():
    assert "дороги".startswith(WAYS)
    assert not BOTH.isdisjoint(["двух"])


def test_words_without_end_are_forgotten():
    for start in range(0, 300_000, 50_000):
        marks(f"слово{number}" for number in range(start, start + 50_000))
    assert among(WAYS, "дорога")
