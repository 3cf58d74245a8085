"""``kzcoop explain``: what a reader of a doubtful figure wants to see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kzcoop.claims.explain import explain
from kzcoop.claims.extract import extract
from kzcoop.cli import main
from kzcoop.errors import InputError
from kzcoop.reading.document import Document, read_documents

DEVSET = Path(__file__).parents[1] / "devset" / "docs"
TEXT = (
    "В 2023 году товарооборот с Ираном вырос на 12% и составил 528 млн долларов. "
    "На 3-м форуме, где было 40 делегатов, говорили о пункте пропуска «Достык»."
)
REPORT = Document("t", TEXT, path=Path("t.md"))


def lines(where, document=REPORT):
    return explain(document, where).splitlines()


def test_a_claim_shows_its_sentence_mentions_candidates_and_trace():
    text = explain(REPORT, TEXT.index("528"))
    assert "[528 млн долларов]" in text
    assert re.search(r"quantity +«528 млн долларов» money 528,000,000 USD exact", text)
    assert re.search(r"period +«(В )?2023 году» at 2023", text)
    assert re.search(r"place +«Ираном» country IRN", text)
    assert re.search(r"indicator +«товарооборот» turnover", text)
    assert re.search(r"cue +«вырос» up", text)
    assert re.search(r"winner +turnover, by «товарооборот»", text)
    assert "partner IRN from «Ираном»" in text


def test_a_candidates_features_times_weights_make_its_score():
    row = next(line for line in lines(TEXT.index("528")) if "compatible" in line)
    score = float(re.search(r"-?\d+\.\d\d", row)[0])
    parts = [float(part) for part in re.findall(r"= ([+-]\d+\.\d\d);", row)]
    assert sum(parts) == pytest.approx(score, abs=0.005 * len(parts) + 0.005)


def test_confidence_is_that_of_the_claim():
    for claim in extract(REPORT).claims:
        assert explain(REPORT, claim.claim_id).rstrip().endswith(f"-> {claim.confidence:.2f}")


def test_every_character_of_a_claim_and_its_id_tell_the_same():
    claim = extract(REPORT).claims[0]
    told = {explain(REPORT, where) for where in (claim.start, claim.end - 1, claim.claim_id)}
    assert len(told) == 1


@pytest.mark.parametrize(
    ("quote", "reason"),
    [("2023", "date: it dates something"), ("40 делегатов", "out_of_scope"), ("3-м", "ordinal")],
)
def test_a_number_of_the_residue_says_why_it_is_there(quote, reason):
    told = explain(REPORT, TEXT.index(quote))
    assert told.startswith("residue t#") and reason in told


def test_a_place_without_a_number_names_the_nearest():
    with pytest.raises(InputError, match="nearest is «528 млн долларов» at 58"):
        explain(REPORT, TEXT.index("528") - 2)
    with pytest.raises(InputError, match="no number"):
        explain(Document("empty", "Ничего."), 3)


def test_a_programme_is_shown_with_its_count():
    text = "До конца 2027 года реконструируют 29 пунктов пропуска на границе с Россией."
    told = explain(Document("t", text), text.index("29"))
    assert told.startswith("claim t#") and "programme t" in told
    assert re.search(r"deadline +2027-12", told)


def test_every_number_of_the_devset_can_be_explained():
    for document in read_documents([DEVSET]):
        found = extract(document)
        for claim in found.claims:
            assert explain(document, claim.start).startswith(f"claim {claim.claim_id}\n")
        for residue in found.residue:
            assert f"  reason        {residue.reason}" in explain(document, residue.start)


def test_command_takes_a_character_or_an_id(capsys):
    path = str(DEVSET / "d001.md")
    assert main(["explain", path, "76"]) == 0
    by_place = capsys.readouterr().out
    assert main(["explain", str(DEVSET), by_place.split()[1]]) == 0
    assert capsys.readouterr().out == by_place


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([str(DEVSET), "76"], "holds 36 documents. Give a claim's id"),
        ([str(DEVSET), "d999#1-2"], "holds no document 'd999'"),
        ([str(DEVSET / "d001.md"), "d001#0-1"], "A claim's id looks like d001#"),
    ],
)
def test_command_says_what_it_needs(capsys, arguments, words):
    assert main(["explain", *arguments]) == 1
    assert words in capsys.readouterr().err
