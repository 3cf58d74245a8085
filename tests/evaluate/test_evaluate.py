"""Scores: known numbers of a small set, the same as the independent scorer's, clear errors."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kzcoop.cli import main
from kzcoop.errors import InputError
from kzcoop.evaluate.agreement import months, same_value
from kzcoop.evaluate.gold import GoldClaim, load_gold
from kzcoop.evaluate.page import as_html
from kzcoop.evaluate.run import evaluate, score
from kzcoop.evaluate.scores import reliability
from kzcoop.evaluate.text import as_text
from kzcoop.reading.document import read_documents

HERE = Path(__file__).parent
SMALL = HERE / "small"
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "evaluation" / "score.py"


def rows(path):
    found = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found[row["doc_id"]].append(row)
    return found


@pytest.fixture(scope="module")
def small():
    return score(
        load_gold(SMALL / "gold"),
        read_documents([SMALL / "docs"]),
        rows(SMALL / "claims.jsonl"),
        rows(SMALL / "programmes.jsonl"),
    )


def test_reports_may_be_lines_of_one_file(tmp_path):
    files = sorted((SMALL / "gold").glob("*.json"))
    lines = [json.dumps(json.loads(file.read_text("utf-8"))) for file in files]
    (tmp_path / "all.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    apart = load_gold(SMALL / "gold")
    for given in (tmp_path, tmp_path / "all.jsonl"):
        assert [(d.doc_id, d.claims) for d in load_gold(given)] == [
            (d.doc_id, d.claims) for d in apart
        ]


# Known numbers


def test_levels_of_the_small_set(small):
    # ten wanted, nine found: one extra, one of another value, one missing twice over
    assert {k: (v.right, v.found, v.wanted) for k, v in small.levels.items()} == {
        "mention": (7, 9, 10),
        "record": (5, 9, 10),
        "complete": (4, 9, 10),
    }
    assert (small.programmes.right, small.programmes.found, small.programmes.wanted) == (1, 2, 2)
    assert small.levels["record"].f1 == pytest.approx(2 * 5 / 19)


def test_groups_of_the_small_set(small):
    assert (small.by_indicator["turnover"].wanted, small.by_indicator["turnover"].record) == (6, 3)
    assert (small.by_measure["target"].mention, small.by_measure["target"].record) == (1, 0)
    assert {name: tally.wanted for name, tally in small.by_construction.items()} == {
        "digits": 2, "digits and scale": 4, "fraction": 1, "sign before": 1, "times": 1,
        "unit elsewhere": 1,
    }  # fmt: skip


def test_suspects_and_silently_wrong_values(small):
    assert small.suspects == (1, 1)
    # 41 million for 41 billion, tenge for dollars
    assert small.silent == (2, 9)


def test_misses_tell_the_field_and_the_sentence(small):
    told = {miss.quote: miss for miss in small.misses}
    wrong = told["1,3"]
    assert [(f.name, f.got, f.wanted) for f in wrong.fields] == [("time", "2022", "2023")]
    assert wrong.sentence[wrong.start : wrong.end] == "1,3"
    assert "стороны доведут торговлю" in wrong.sentence
    assert wrong.record and not told["$3 млрд"].record
    kinds = [miss.kind for miss in small.misses]
    assert (kinds.count("wrong"), kinds.count("not found"), kinds.count("extra")) == (3, 3, 2)


def test_text_and_page_hold_the_same_misses(small):
    text = as_text(small, misses=99)
    html = as_html(small)
    assert "record     P 0.556  R 0.500  F1 0.526" in text
    assert "time '2022' for '2023'" in text
    assert html.count("<li>") == len(small.misses) + len(small.programme_misses)
    assert "<mark>1,3</mark>" in html
    assert "src=" not in html and 'href="http' not in html and "url(" not in html


def test_reliability_of_known_confidences():
    known = reliability([(0.9, True), (0.9, True), (0.9, False), (0.4, False), (1.0, True)])
    assert [(b.low, b.claims, b.share) for b in known.bins] == [
        (0.0, 1, 0.0),
        (0.9, 3, 0.666666667),
        (0.95, 1, 1.0),
    ]
    assert known.brier == pytest.approx((0.01 + 0.01 + 0.81 + 0.16 + 0) / 5)


# The independent scorer beside the project


def compare(found, gold, claims, programmes, docs):
    """All figures that both give, side by side."""
    command = [sys.executable, SCORER, gold, claims, "--programmes", programmes, "--docs", docs]
    answer = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    theirs = json.loads(answer.stdout)
    levels = {**found.levels, "programmes": found.programmes}
    ours = {
        name: {
            "precision": round(level.precision, 4), "recall": round(level.recall, 4),
            "f1": round(level.f1, 4), "right": level.right, "found": level.found,
            "wanted": level.wanted,
        }
        for name, level in levels.items()
    }  # fmt: skip
    ours["fields"] = {name: round(value, 4) for name, value in found.fields.items()}
    ours["by_indicator"] = {k: f"{v.record}/{v.wanted}" for k, v in found.by_indicator.items()}
    ours["suspects_flagged"] = "{}/{}".format(*found.suspects)
    assert ours == theirs


@pytest.mark.skipif(not SCORER.is_file(), reason="no scorer beside the project")
def test_the_small_set_scores_the_same(small):
    tables = SMALL / "claims.jsonl", SMALL / "programmes.jsonl"
    compare(small, SMALL / "gold", *tables, SMALL / "docs")


@pytest.mark.skipif(not SCORER.is_file(), reason="no scorer beside the project")
@pytest.mark.parametrize(
    ("gold", "docs"),
    [
        (ROOT / "tests/devset/gold", ROOT / "tests/devset/docs"),
        (SHARED / "seeds_gold", SHARED / "seeds"),
    ],
    ids=["devset", "seeds"],
)
def test_annotated_reports_score_the_same(gold, docs, tmp_path):
    if not gold.is_dir():
        pytest.skip("not beside the project")
    main(["extract", str(docs), "--out", str(tmp_path), "--format", "jsonl"])
    tables = tmp_path / "claims.jsonl", tmp_path / "programmes.jsonl"
    compare(evaluate(gold, docs), gold, *tables, docs)


# The command


def test_command_prints_scores_and_writes_the_page(tmp_path, capsys):
    page = tmp_path / "accuracy.html"
    gold, docs = str(ROOT / "tests/devset/gold/d001.json"), str(ROOT / "tests/devset/docs")
    assert main(["evaluate", gold, "--docs", docs, "--html", str(page)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("1 reports") and "by construction" in printed
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_devset_has_almost_no_number_with_a_wrong_value():
    found = evaluate(ROOT / "tests/devset/gold", ROOT / "tests/devset/docs")
    assert found.silent_share < 0.005


# What the format says


GOOD = {
    "quote": "41 млрд долларов", "indicator": "turnover", "measure": "level", "value": 41e9,
    "unit": "USD", "qualifier": "exact", "status": "actual",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"indicator": "trade"}, "indicator 'trade'"),
        ({"value": "41"}, "value '41' is no number"),
        ({"unit": ""}, "has no unit"),
        ({"perod": "2023"}, "unknown field 'perod'"),
        ({"alt": {"periods": ["2023"]}}, "in alt, has the unknown field 'periods'"),
        ({"start": 3}, "does not stand in the report at 3"),
        ({"quote": "42 млрд"}, "«42 млрд» does not stand in the report"),
    ],
)
def test_gold_that_breaks_the_format_is_refused_with_its_field(tmp_path, change, words):
    entry = {"id": "south", "claims": [{**GOOD, **change}]}
    (tmp_path / "south.json").write_text(json.dumps(entry), "utf-8")
    with pytest.raises(InputError, match=words):
        evaluate(tmp_path, SMALL / "docs")


def test_gold_without_its_report_is_refused(tmp_path):
    (tmp_path / "west.json").write_text('{"id": "west", "claims": []}', "utf-8")
    with pytest.raises(InputError, match="no report has the id 'west'"):
        evaluate(tmp_path, SMALL / "docs")


@pytest.mark.parametrize(
    ("gold", "claim", "same"),
    [
        (("change_ratio", 1.5), ("change_pct", 50.0), True),
        (("change_pct", 50.0), ("change_ratio", 1.5), True),
        (("change_ratio", 1.5), ("share_pct", 50.0), False),
        (("level", 1_000_000), ("level", 1_000_150), True),
        (("level", 1_000_000), ("level", 1_000_300), False),
    ],
)
def test_a_ratio_is_the_same_as_its_percentage(gold, claim, same):
    wanted = GoldClaim("", "turnover", gold[0], gold[1], "", "exact", "actual")
    assert same_value(wanted, {"measure": claim[0], "value": claim[1]}) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022-Q2", "2022-04/2022-06"),
        ("2022-H2", "2022-07/2022-12"),
        ("2022", "2022-01/2022-12"),
        ("2015/2018", "2015-01/2018-12"),
        ("2022-05-17", "2022-05"),
    ],
)
def test_periods_are_compared_by_their_months(one, other):
    assert months(one) == months(other) is not None
