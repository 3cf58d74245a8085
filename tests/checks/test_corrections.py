"""Declared corrections: they meet their text or stop the run."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from kzcoop.checks.correction_entries import load_corrections
from kzcoop.checks.corrections import apply, correction_findings
from kzcoop.errors import CorrectionError, InputError

ENTRY = {
    "id": "uzb-2021", "doc_id": "r1", "quote": "4,3 миллиона долларов", "occurrence": 1,
    "field": "value", "expect": 4300000, "corrected": 4300000000, "unit": "USD",
    "reason": "Scale slip.", "basis": "Official 3.8 bn.", "evidence_url": "https://example.org",
    "status": "applied",
}  # fmt: skip
TEXT = "Торговля дала 4,3 миллиона долларов. Ещё 4,3 миллиона долларов ушло в проекты."


@pytest.fixture
def made(report):
    made = report(TEXT)
    made.claim("4,3 миллиона долларов", "4300000", period="2021")
    return made.claim("4,3 миллиона долларов", "4300000", indicator="investment")


def load(tmp_path: Path, *entries: dict) -> tuple:
    path = tmp_path / "corrections.yml"
    path.write_text(yaml.safe_dump(list(entries), allow_unicode=True), "utf-8")
    return load_corrections(path)


def test_printed_and_corrected_side_by_side(tmp_path, made):
    [one] = apply(made.claims, load(tmp_path, ENTRY), [made.document])
    assert one.claim_id == made.claims[0].claim_id
    assert (one.printed, one.corrected) == (Decimal(4300000), Decimal(4300000000))
    assert made.claims[0].value == Decimal(4300000)


def test_second_occurrence_and_start(tmp_path, made):
    second = made.claims[1]
    for place in ({"occurrence": 2}, {"start": second.start}):
        [one] = apply(made.claims, load(tmp_path, ENTRY | place), [made.document])
        assert one.claim_id == second.claim_id


def test_documents_that_are_not_there_are_passed_over(tmp_path, made):
    assert apply(made.claims, load(tmp_path, ENTRY | {"doc_id": "other"}), [made.document]) == []


def test_a_proposed_correction_changes_nothing_but_is_shown(tmp_path, made):
    entries = load(tmp_path, ENTRY | {"status": "proposed"})
    assert apply(made.claims, entries, [made.document]) == []
    [found] = correction_findings(made.claims, entries, [made.document])
    assert (found.severity, found.suggested) == ("warning", 4.3e9)
    assert "Scale slip" in found.message and "example.org" in found.basis


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"quote": "4,3 миллиарда долларов"}, "is not in document r1"),
        ({"occurrence": 3}, "occurrence 3 of"),
        ({"start": 3}, "is not in document r1"),
        ({"quote": "Торговля"}, "no claim of document r1 reads"),
        ({"expect": 4400000}, "expects 4400000 USD, but .* is read as 4300000"),
        ({"unit": "KZT"}, "expects KZT, but .* is read in USD"),
    ],
)
def test_a_text_that_changed_stops_the_run(tmp_path, made, change, problem):
    with pytest.raises(CorrectionError, match=f"entry uzb-2021: .*{problem}"):
        apply(made.claims, load(tmp_path, ENTRY | change), [made.document])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"status": "maybe"}, "status must be"),
        ({"field": "unit"}, "only the field 'value'"),
        ({"expect": "a lot"}, "expect must be a number"),
        ({"corrected": True}, "corrected must be a number"),
        ({"corrected": float("inf")}, "corrected must be a number"),
        ({"occurrence": 0}, "occurrence must be"),
        ({"start": -1}, "start must be"),
        ({"reason": ""}, "reason must be text"),
        ({"colour": "red"}, "unknown fields: colour"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, change, problem):
    with pytest.raises(CorrectionError, match=problem):
        load(tmp_path, ENTRY | change)


def test_a_missing_field_and_an_id_used_twice_are_named(tmp_path):
    with pytest.raises(CorrectionError, match="lacks basis, unit"):
        load(tmp_path, {k: v for k, v in ENTRY.items() if k not in ("basis", "unit")})
    with pytest.raises(CorrectionError, match="used twice"):
        load(tmp_path, ENTRY, ENTRY)
    with pytest.raises(CorrectionError, match="entry 1"):
        load(tmp_path, "text")


def test_files_that_are_no_list_of_entries(tmp_path):
    path = tmp_path / "corrections.yml"
    with pytest.raises(InputError, match="no such file"):
        load_corrections(path)
    for text in ("a: b", "- [", "just text"):
        path.write_text(text, "utf-8")
        with pytest.raises(InputError):
            load_corrections(path)
    path.write_text("# nothing yet\n", "utf-8")
    assert load_corrections(path) == ()


def test_the_projects_own_corrections_can_be_read():
    path = Path(__file__).resolve().parents[2] / "data" / "corrections.yml"
    entries = load_corrections(path)
    assert entries and all(entry.evidence_url.startswith("http") for entry in entries)
