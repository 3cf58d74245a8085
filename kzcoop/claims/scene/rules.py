"""Lists of rules, of which only those are called whose words a sentence has.

A rule says once which words it cannot do without:

    @needs(_PORTS)
    def to_ports(one: Draft) -> bool: ...

A list of rules then leaves it out of every sentence that has none of them, at the price of one test
for the whole list. A rule that names no words is always called; the words are those of
:mod:`kzcoop.language.stems`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Either, Stems, Words, either

_Rule = TypeVar("_Rule", bound=Callable[..., Any])
_REMEMBERED = 2_000  # combinations of words
_needed: dict[Callable[..., Any], int] = {}


def needs(*groups: Stems | Words | Either) -> Callable[[_Rule], _Rule]:
    """Declare that a rule tells nothing of a sentence without a word of one of the groups."""

    def declare(rule: _Rule) -> _Rule:
        _needed[rule] = either(*groups).bit
        return rule

    return declare


class Rules(Generic[_Rule]):
    """Rules in the order in which they are asked."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self._rules = tuple(rules)
        self._words = reduce(or_, [_needed.get(rule, 0) for rule in self._rules], 0)
        self._known: dict[int, tuple[_Rule, ...]] = {}

    def of(self, sentence: Sentence) -> tuple[_Rule, ...]:
        """Return the rules that can tell something of a sentence."""
        words = sentence.words & self._words
        found = self._known.get(words)
        return self._fitting(words) if found is None else found

    def tell(self, one: Draft) -> bool:
        """Whether one of the rules tells something of a figure."""
        for rule in self.of(one.sentence):  # noqa: SIM110 - any() would set up a search each time
            if rule(one):
                return True
        return False

    def _fitting(self, words: int) -> tuple[_Rule, ...]:
        found = tuple(
            [rule for rule in self._rules if rule not in _needed or _needed[rule] & words]
        )
        if len(self._known) >= _REMEMBERED:  # endless odd input cannot fill the memory
            self._known.clear()
        self._known[words] = found
        return found
