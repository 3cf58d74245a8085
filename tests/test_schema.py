"""The contract of the tables: what breaks it is named by table, column and row."""

import pandas as pd
import pytest

from kzcoop import schema
from kzcoop.errors import KzcoopError

CLAIM = {
    "claim_id": "d#0-4", "doc_id": "d", "start": 0, "end": 4, "quote": "$5 м", "sentence": "$5 м.",
    "indicator": "turnover", "measure": "level", "value": 5e6, "value_printed": 5e6,
    "value_max": None, "unit": "USD", "qualifier": "exact", "status": "actual", "reporter": "KAZ",
    "partner": "CHN;UZB", "region": None, "period": "2022-01/2022-04", "base_period": None,
    "deadline": "2027-12", "commodity": None, "speaker": None, "part_of": None, "rule": "r",
    "confidence": 0.9, "flags": ["scale.official"],
}  # fmt: skip


def claims(*changes):
    rows = [CLAIM | {"claim_id": f"d#{n}"} | change for n, change in enumerate(changes or ({},))]
    return pd.DataFrame(rows).astype({"value_max": "float64"})


def test_a_good_table_comes_back_as_it_is():
    frame = claims({}, {})
    assert schema.validate("claims", frame) is frame


def test_the_order_of_columns_does_not_count_and_an_empty_table_is_good():
    assert len(schema.validate("claims", claims()[sorted(CLAIM)])) == 1
    for name, columns in schema.COLUMNS.items():
        schema.validate(name, pd.DataFrame(columns=list(columns)))


@pytest.mark.parametrize(
    ("change", "column", "problem"),
    [
        ({"indicator": "trade"}, "indicator", "must be one of turnover"),
        ({"value": float("nan")}, "value", "missing"),
        ({"quote": None}, "quote", "missing"),
        ({"claim_id": "d#0"}, "claim_id", "twice"),
        ({"start": -1}, "start", "whole number"),
        ({"value": float("inf")}, "value", "a number"),
        ({"period": "next year"}, "period", "ISO period"),
        ({"period": "2022-13"}, "period", "ISO period"),
        ({"partner": "China"}, "partner", "alpha-3"),
        ({"confidence": 1.2}, "confidence", "from 0 to 1"),
        ({"flags": "scale"}, "flags", "list of text"),
        ({"speaker": 5}, "speaker", "text or missing"),
    ],
)
def test_what_breaks_the_contract_is_named(change, column, problem):
    with pytest.raises(schema.TableError, match=problem) as caught:
        schema.validate("claims", claims({}, change))
    error = caught.value
    assert isinstance(error, KzcoopError)
    assert (error.table, error.column) == ("claims", column)
    assert error.row.startswith("1 ") or column == "claim_id"


def test_a_span_ends_after_it_starts():
    with pytest.raises(schema.TableError, match="end must be after start") as caught:
        schema.validate("claims", claims({}, {"end": 0}))
    assert caught.value.row.startswith("1")


@pytest.mark.parametrize(
    ("mutate", "column", "problem"),
    [
        (lambda frame: frame.drop(columns="rule"), "rule", "missing"),
        (lambda frame: frame.assign(mood="good"), "mood", "no column of this table"),
    ],
)
def test_columns_are_those_of_the_contract(mutate, column, problem):
    with pytest.raises(schema.TableError, match=problem) as caught:
        schema.validate("claims", mutate(claims()))
    assert caught.value.column == column


def test_an_unknown_table_is_refused():
    with pytest.raises(schema.TableError, match="no such table"):
        schema.validate("mood", claims())


def test_findings_may_carry_their_russian():
    row = {
        "finding_id": "f", "check": "magnitude", "severity": "error", "doc_id": "d",
        "claim_ids": ["d#0"], "message": "m", "printed": 1.0, "suggested": None, "basis": "b",
    }  # fmt: skip
    frame = pd.DataFrame([row]).astype({"suggested": "float64"})
    schema.validate("findings", frame)
    schema.validate("findings", frame.assign(message_ru="м", basis_ru="о"))
