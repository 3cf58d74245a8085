"""Calibration: known shares come out, doubt lowers confidence, the same input gives the same."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from kzcoop.claims.confidence import FITTED, STEP, Table, table
from kzcoop.errors import InputError
from kzcoop.evaluate import first_reading
from kzcoop.evaluate.calibrate import fit, main
from kzcoop.evaluate.first_reading import Case, load
from kzcoop.evaluate.logistic import isotonic, ridge

DEVSET = Path(__file__).parents[1] / "devset"


def simulated(total=3000, seed=7):
    """Claims that are right in 95 of 100, or in 60 where the partner is guessed."""
    chance = random.Random(seed)
    known = []
    for number in range(total):
        partner = "sentence" if chance.random() < 0.7 else "report"
        right = chance.random() < (0.95 if partner == "sentence" else 0.6)
        known.append(Case(f"d{number % 60}", {"partner": partner, "unit": "own"}, right))
    return known


def as_table(rows):
    steps = [(float(row["level"]), float(row["value"])) for row in rows if row["feature"] == STEP]
    points = {
        (row["feature"], row["level"]): float(row["value"])
        for row in rows
        if row["feature"] not in (STEP, FITTED)
    }
    return Table(points, tuple(low for low, _ in steps), tuple(value for _, value in steps))


def test_shares_that_are_known_come_out():
    fitted = as_table(fit(simulated()))
    assert fitted.confidence({"partner": "sentence", "unit": "own"}) == pytest.approx(
        0.95, abs=0.02
    )
    assert fitted.confidence({"partner": "report", "unit": "own"}) == pytest.approx(0.60, abs=0.04)


def test_evidence_that_the_table_has_never_met_counts_nothing():
    fitted = as_table(fit(simulated()))
    assert 0.5 < fitted.confidence({"partner": "from a dream"}) < 1


def test_order_of_the_cases_does_not_matter():
    known = simulated(400)
    shuffled = known[:]
    random.Random(1).shuffle(shuffled)
    assert fit(known) == fit(shuffled)


def test_where_nothing_failed_confidence_stays_below_one():
    known = [Case(f"d{n}", {"partner": "sentence"}, True) for n in range(100)]
    rows = fit(known)
    assert as_table(rows).confidence({"partner": "sentence"}) == 0.99
    assert all(abs(float(row["value"])) < 5 for row in rows if row["feature"] == "partner")


def test_steps_rise():
    chance = random.Random(3)
    known = [(chance.uniform(-1, 1), chance.random() < 0.5) for _ in range(500)]
    shares = [step.share for step in isotonic(known, least=20, prior=4, decimals=2)]
    assert shares == sorted(shares)
    assert sum(step.count for step in isotonic(known, 20, 4, 2)) == 500


def test_steps_rise_where_the_prior_draws_a_small_one_up():
    low, small, large = (0.0, 200, 60), (1.0, 20, 13), (2.0, 400, 264)  # .30, .65, .66; of all .54
    known = [(at, n < right) for at, count, right in (low, small, large) for n in range(count)]
    shares = [step.share for step in isotonic(known, least=20, prior=8, decimals=3)]
    assert shares == sorted(shares)
    drawn = [(0.0, 30, 3), (1.0, 30, 18), (2.0, 600, 366), (3.0, 600, 600)]  # .60 is drawn past .61
    known = [(at, n < right) for at, count, right in drawn for n in range(count)]
    shares = [step.share for step in isotonic(known, least=20, prior=8, decimals=3)]
    assert shares == sorted(shares)


def test_points_are_held_back_where_cases_are_few():
    few = ridge([[0], [0], [1]], [True, True, False], 2)
    many = ridge([[0], [0], [1]] * 100, [True, True, False] * 100, 2)
    assert few[0] > few[1] and many[0] - many[1] > few[0] - few[1]


def test_command_writes_the_same_table_twice(tmp_path):
    tables = []
    for name in ("one.csv", "two.csv"):
        out = tmp_path / name
        folders = [str(DEVSET / "gold"), "--docs", str(DEVSET / "docs"), "--out", str(out)]
        assert main(folders) == 0
        tables.append(out.read_bytes())
    assert tables[0] == tables[1]
    rows = list(csv.DictReader(tables[0].decode().splitlines()))
    assert rows[0]["feature"] == FITTED and rows[-1]["feature"] == STEP


def test_steps_stand_on_first_readings_where_there_are_any():
    # of reports that rules were written from 95 in 100 were right, of new ones 70
    chance = random.Random(5)
    first = [
        Case(f"n{number % 40}", {"partner": "sentence", "unit": "own"}, chance.random() < 0.7)
        for number in range(800)
    ]
    fitted = as_table(fit(simulated(), first))
    assert fitted.confidence({"partner": "sentence", "unit": "own"}) == pytest.approx(0.7, abs=0.04)


def test_confidence_means_what_it_says_of_reports_read_for_the_first_time():
    known = load()
    assert len({case.doc_id for case in known}) >= 60
    said = [table().confidence(case.evidence) for case in known]
    right = sum(case.right for case in known) / len(known)
    assert sum(said) / len(said) == pytest.approx(right, abs=0.03)
    sure = [case.right for case, value in zip(known, said, strict=True) if value >= max(said)]
    unsure = [case.right for case, value in zip(known, said, strict=True) if value <= min(said)]
    assert sum(sure) / len(sure) > sum(unsure) / len(unsure) + 0.1


def test_a_first_reading_is_kept_once(tmp_path, capsys):
    kept = tmp_path / "kept.csv"
    folders = [str(DEVSET / "gold"), "--docs", str(DEVSET / "docs"), "--table", str(kept)]
    assert first_reading.main(folders) == 0
    before = kept.read_bytes()
    assert first_reading.main(folders) == 0
    assert kept.read_bytes() == before
    assert "read before" in capsys.readouterr().err
    assert load(kept)


def test_a_broken_table_of_first_readings_is_named(tmp_path):
    kept = tmp_path / "kept.csv"
    kept.write_text("report,form,right\nd1,digits,perhaps\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"kept\.csv"):
        load(kept)
