"""Word forms: phrases in the nominative, forms of a word, adjectives."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.language.morphology import forms, is_adjective, nominative


@pytest.mark.phrases("nominative.yml")
def test_nominative(phrase):
    assert nominative(phrase.text) == phrase.expected["nominative"]


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("контейнер", {"контейнер", "контейнеров", "контейнерами", "контейнере"}),
        ("граница", {"границы", "границе", "границу", "границ", "границах"}),
        ("партнёр", {"партнер", "партнера", "партнеров"}),
        ("вырасти", {"вырос", "выросла", "вырастет", "выросли"}),
        ("калжат", {"калжат"}),
        ("TEU", {"teu"}),
    ],
)
def test_forms_hold_every_case_folded(word, some):
    assert some <= forms(word)
    assert all("ё" not in form and form == form.lower() for form in forms(word))


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("совместных", True), ("Казахстанский", True), ("завершённые", True),
        ("двусторонней", True),
        ("строящихся", True), ("предприятий", False), ("вырос", False), ("Калжат", False),
        ("24", False), ("", False),
    ],
)  # fmt: skip
def test_adjectives(word, answer):
    assert is_adjective(word) is answer


@given(st.text())
def test_any_text_has_an_answer(text):
    assert isinstance(nominative(text), str)
    assert isinstance(is_adjective(text), bool)
    assert forms(text)


def test_the_dictionary_is_loaded_at_first_use_only():
    script = (
        "import sys, kzcoop.language.morphology as m;"
        "assert 'pymorphy3' not in sys.modules;"
        "m.nominative('областью'); assert 'pymorphy3' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
