"""The words of the pages' frame, in English and Russian; ``templates/wording.csv`` holds them."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kzcoop.errors import LexiconError

TEMPLATES = Path(__file__).parent / "templates"
_THIN_SPACE = "\u202f"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    >>> words = Wording("ru")
    >>> words.claims
    'Утверждения'
    >>> words("as_of", date="2026-06-30")
    'на 2026-06-30'
    >>> words.code("status", "behind"), words.code("status", "no such")
    ('отставание', 'no such')
    """

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key with its placeholders filled.

        Raises
        ------
        LexiconError
            The table has no such key.
        """
        try:
            return _table(self.language)[key].format(**values)
        except KeyError:
            raise LexiconError("wording.csv", key, "no such key or placeholder") from None

    def __getattr__(self, key: str) -> str:
        if key.startswith(("__", "jinja_")):  # what Python and Jinja ask of anything called
            raise AttributeError(key)
        return self(key)

    def code(self, kind: str, code: str) -> str:
        """Return the word for a code of a column, the code itself where there is none."""
        return _table(self.language).get(f"{kind}.{code}", code)

    def topic(self, name: str) -> str:
        """Return a notebook's short name, made from its file name where none is given."""
        return _table(self.language).get(f"topic.{name}") or (
            name[3:].replace("_", " ").capitalize()
        )

    def number(self, value: float | int) -> str:
        """Return a number with grouped thousands, as the language writes it.

        >>> Wording("en").number(4300000000.0), Wording("ru").number(13.2)
        ('4,300,000,000', '13,2')
        """
        text = f"{value:,.10f}".rstrip("0").rstrip(".")
        if self.language == "ru":
            text = text.replace(",", _THIN_SPACE).replace(".", ",")
        return text.replace("-", "\u2212")

    def size(self, octets: int) -> str:
        """Return the size of a file.

        >>> Wording("en").size(86_704), Wording("ru").size(1_250_000)
        ('87 kB', '1,3 МБ')
        """
        if octets < 999_500:
            return self("size.kb", number=self.number(max(1, round(octets / 1000))))
        return self("size.mb", number=self.number(math.floor(octets / 1e5 + 0.5) / 10))


@cache
def _table(language: str) -> dict[str, str]:
    with (TEMPLATES / "wording.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row[language] for row in csv.DictReader(file)}
