"""What findings say, in English and Russian.

``messages.csv`` has a template for each outcome of each check: severity, message and basis in
both languages. A place ``{level:amount}`` takes the detail ``level`` and writes it as an amount.
Details are plain strings: an amount is «24000000000 USD», a change «34 percent».
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from kzcoop.checks.finding import Finding
from kzcoop.claims.claim import Claim
from kzcoop.language.country_names import country_name

LANGUAGES = ("en", "ru")
_FOLDER = Path(__file__).parent
_PLACE = re.compile(r"\{(\w+):(\w+)\}")
_ID_LENGTH = 12
_MISSING = "–"


@cache
def templates() -> dict[str, dict[str, str]]:
    """Return the rows of ``messages.csv`` by key."""
    with (_FOLDER / "messages.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file)}


def amount(value: float, unit: str) -> str:
    """Return a value with its unit as a detail: ``amount(24e9, "USD")``."""
    return f"{value:.15g} {unit}"


def amount_of(claim: Claim) -> str:
    """Return a claim's value with its unit as a detail."""
    return amount(float(claim.value), claim.unit)


def finding(
    key: str,
    claims: Sequence[Claim],
    details: Mapping[str, str],
    *,
    doc_id: str | None = None,
    printed: float | None = None,
    suggested: float | None = None,
) -> Finding:
    """Return the finding of a template; the first claim is the one that it is about.

    The id depends on the template, the document and the claims (or, without claims, the
    details), so the same input gives the same id.
    """
    row = templates()[key]
    where = doc_id if doc_id is not None else claims[0].doc_id
    claim_ids = tuple(claim.claim_id for claim in claims)
    pairs = tuple(details.items())
    seed = "|".join((key, where, *(claim_ids or map(str, pairs))))
    digest = hashlib.sha256(seed.encode()).hexdigest()[:_ID_LENGTH]
    return Finding(
        finding_id=f"{row['check']}-{digest}",
        check=row["check"],
        severity=row["severity"],
        doc_id=where,
        claim_ids=claim_ids,
        message=render(row["en"], pairs, "en"),
        printed=printed,
        suggested=suggested,
        basis=render(row["basis_en"], pairs, "en"),
        key=key,
        details=pairs,
    )


def localise(found: Finding, language: str) -> Finding:
    """Return a finding with message and basis in a language, ``en`` or ``ru``.

    Raises
    ------
    ValueError
        Another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"findings speak {' and '.join(LANGUAGES)}, not {language!r}")
    message, basis = said(found, language)
    return dataclasses.replace(found, message=message, basis=basis)


def said(found: Finding, language: str) -> tuple[str, str]:
    """Return the message and the basis of a finding in a language, ``en`` or ``ru``."""
    row = templates().get(found.key)
    if row is None:
        return found.message, found.basis
    details = found.details
    return render(row[language], details, language), render(
        row[f"basis_{language}"], details, language
    )


def render(template: str, details: Sequence[tuple[str, str]], language: str) -> str:
    """Return a template with its places filled in; a missing detail is a dash."""
    values = dict(details)

    def fill(match: re.Match[str]) -> str:
        value = values.get(match[1], "")
        return _FORMATS[match[2]](value, language) if value else _MISSING

    text = _PLACE.sub(fill, template).strip()
    return text[:1].upper() + text[1:]


@cache
def _labels(language: str) -> dict[tuple[str, str], str]:
    with (_FOLDER / "labels.csv").open(encoding="utf-8", newline="") as file:
        return {(row["kind"], row["id"]): row[language] for row in csv.DictReader(file)}


@cache
def _scales() -> tuple[int, ...]:
    """The steps in which amounts are told, the largest first."""
    return tuple([int(name) for kind, name in _labels(LANGUAGES[0]) if kind == "scale"])


def _number(value: str, language: str) -> str:
    number = float(value)
    digits = f"{number:.4g}" if abs(number) < 1e4 else f"{number:.0f}"
    return digits.replace(".", ",") if language == "ru" else digits


def _amount(value: str, language: str) -> str:
    text, _, unit = value.partition(" ")
    number, labels = float(text), _labels(language)
    scale = next((step for step in _scales() if abs(number) >= step), 1)
    words = (
        _number(str(number / scale), language),
        labels["scale", str(scale)],
        labels.get(("unit", unit), unit),
    )
    return " ".join(word for word in words if word)


def _amounts(value: str, language: str) -> str:
    return " + ".join(_amount(part, language) for part in value.split(";"))


def _percent(value: str, language: str) -> str:
    return _number(value, language) + "%"


def _ratio(value: str, language: str) -> str:
    number = _number(value, language)
    return f"в {number} раза" if language == "ru" else f"{number} times"


def _change(value: str, language: str) -> str:
    number, _, unit = value.partition(" ")
    if unit == "ratio":
        return _ratio(number, language)
    return ("+" if float(number) > 0 else "") + _percent(number, language)


def _indicator(value: str, language: str) -> str:
    return _labels(language).get(("indicator", value), value)


def _country(value: str, language: str) -> str:
    return ", ".join(country_name(code, language) for code in value.split(";"))


def _dated(value: str, language: str) -> str:
    """Say where a year is known from: «named 2024» becomes "the sentence names 2024"."""
    how, _, when = value.partition(" ")
    return f"{_labels(language)['dated', how]} {when}"


def _text(value: str, _language: str) -> str:
    return value


_FORMATS = {
    "amount": _amount,
    "amounts": _amounts,
    "change": _change,
    "country": _country,
    "dated": _dated,
    "indicator": _indicator,
    "number": _number,
    "percent": _percent,
    "ratio": _ratio,
    "text": _text,
}
