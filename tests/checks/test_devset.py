"""The development set: what must be found, and how many alarms are false."""

from pathlib import Path

import pytest
import yaml

from kzcoop.checks.run import run_checks
from kzcoop.claims.extract import extract

JUDGED = yaml.safe_load(Path(__file__).with_name("false_alarms.yml").read_text("utf-8"))
# One false alarm in ten; with fewer than ten alarms one is let through.
SHARE = 0.10


def alarms(claims, programmes, documents):
    """Return (document, check, words) of each warning and error."""
    quotes = {claim.claim_id: claim.quote for claim in claims}
    return [
        (item.doc_id, item.check, quotes[item.claim_ids[0]] if item.claim_ids else "")
        for item in run_checks(claims, programmes, documents)
        if item.severity != "info"
    ]


def is_true(alarm):
    doc_id, check, quote = alarm
    return any(
        row["is_true"]
        and (row["doc"], row["check"]) == (doc_id, check)
        and (row["quote"] in quote or (quote and quote in row["quote"]))
        for row in JUDGED
    )


def read(documents):
    extractions = [extract(document) for document in documents]
    claims = [claim for each in extractions for claim in each.claims]
    return claims, [item for each in extractions for item in each.programmes], documents


def test_every_suspect_figure_is_flagged(devset, devset_suspects):
    flagged = {
        claim_id
        for item in run_checks(*devset)
        if item.severity != "info"
        for claim_id in item.claim_ids[:1]
    }
    assert len(devset_suspects) == 5
    assert devset_suspects <= flagged


def test_every_slip_of_scale_gets_the_value_that_fits(devset):
    found = {
        item.doc_id: item.suggested for item in run_checks(*devset) if item.severity == "error"
    }
    assert found == {"d014": 280.6e6, "d016": 159.5e3, "d028": 30e6, "d035": 9.9e9}


def test_no_false_alarm_on_the_gold(devset):
    found = alarms(*devset)
    assert [alarm for alarm in found if not is_true(alarm)] == []
    assert len(found) == len(JUDGED)


def test_at_most_one_false_alarm_in_ten_as_read(devset, record_property):
    found = alarms(*read(devset[2]))
    false = [alarm for alarm in found if not is_true(alarm)]
    record_property("alarms", len(found))
    record_property("false_alarms", len(false))
    assert len(false) <= max(1, int(len(found) * SHARE)), false


def test_slips_of_scale_are_found_as_read(devset, devset_suspects):
    claims, programmes, documents = read(devset[2])
    flagged = {
        (item.doc_id, claim.start)
        for item in run_checks(claims, programmes, documents)
        if item.severity == "error"
        for claim in claims
        if claim.claim_id == item.claim_ids[0]
    }
    suspects = {(name.split(":")[0], int(name.split(":")[1])) for name in devset_suspects}
    assert len(flagged & suspects) >= 4


@pytest.mark.parametrize("row", JUDGED, ids=lambda row: f"{row['doc']} {row['quote']}")
def test_each_judgement_says_why(row):
    assert row["why"] and isinstance(row["is_true"], bool)
