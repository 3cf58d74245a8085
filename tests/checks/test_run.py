"""All checks together: order, ids, languages, words, and any claims at all."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcoop.checks import messages, words
from kzcoop.checks.finding import SEVERITIES
from kzcoop.checks.periods import parse
from kzcoop.checks.run import flags, run_checks
from kzcoop.checks.values import factor, interval
from kzcoop.claims.claim import INDICATORS, MEASURES, QUALIFIERS, STATUSES, Claim, Programme
from kzcoop.reading.document import Document

CHECKS = Path(messages.__file__).parent


def test_order_of_input_does_not_count(devset):
    claims, programmes, documents = devset
    assert run_checks(claims[::-1], programmes[::-1], documents[::-1]) == run_checks(*devset)


def test_ids_are_unique_and_findings_in_order(devset):
    found = run_checks(*devset)
    assert len({item.finding_id for item in found}) == len(found)
    assert [item.doc_id for item in found] == sorted(item.doc_id for item in found)
    known = {claim.claim_id for claim in devset[0]}
    assert all(set(item.claim_ids) <= known for item in found)


def test_flags_name_the_claim_that_a_finding_is_about(devset, devset_suspects):
    found = flags(run_checks(*devset))
    assert set(found) == devset_suspects
    assert found["d034:410"] == ("growth.times_as_percent",)


def test_claims_of_low_confidence_take_no_part(report):
    made = report("Оборот в 2021 году – 4,3 млн долларов.").claim(
        "4,3 млн долларов", "4300000", period="2021"
    )
    doubtful = [Claim(**{name: getattr(made.claims[0], name) for name in Claim.__slots__}
                      | {"confidence": 0.3})]  # fmt: skip
    assert run_checks(made.claims, [], [made.document])
    assert run_checks(doubtful, [], [made.document]) == []


def test_no_claims_no_findings():
    assert run_checks([], [], []) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_finding_speaks_both_languages(devset, language):
    for item in run_checks(*devset):
        said = messages.localise(item, language)
        assert said.finding_id == item.finding_id
        assert said.message and "{" not in said.message + said.basis
        assert bool(re.search("[а-яё]{4}", said.message)) or language == "en"
    with pytest.raises(ValueError, match="en and ru"):
        messages.localise(run_checks(*devset)[0], "de")


def test_russian_numbers_have_a_decimal_comma(report):
    made = report("В 2021 году оборот – 4,3 млн долларов.")
    made.claim("4,3 млн долларов", "4300000", period="2021")
    said = messages.localise(made.findings()[0], "ru")
    assert "4,3 млн долларов" in said.message and "4,3 млрд долларов" in said.message


def test_templates_have_the_same_places_in_both_languages():
    for row in messages.templates().values():
        assert row["severity"] in SEVERITIES
        for part in ("", "basis_"):
            places = [
                sorted(re.findall(r"\{(\w+?:\w+)\}", row[f"{part}{name}"].replace("_ru:", ":")))
                for name in ("en", "ru")
            ]
            assert places[0] == places[1], row["key"]


def test_no_template_is_unused():
    code = "".join(path.read_text("utf-8") for path in CHECKS.glob("*.py"))
    for key, row in messages.templates().items():
        assert (
            f'"{key}"' in code or f'"{row["check"]}.' in code or f'f"{key.split(".")[0]}.' in code
        ), key


def test_each_words_example_fires_its_row():
    for row in words.table():
        assert re.search(row["pattern"], row["example"], re.I), row["id"]
        assert row["source"]
    ids = [row["id"] for row in words.table()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("text", ["долями", "дольше", "аналогичная картина", "задолго до"])
def test_words_that_are_not_meant(text):
    assert not words.has("share", text) and not words.has("same_period", text)


def test_every_indicator_has_a_label_in_both_languages():
    with (CHECKS / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "indicator"]
    assert {row["id"] for row in rows} == set(INDICATORS)
    assert all(row["en"] and row["ru"] for row in rows)


@pytest.mark.parametrize(
    ("label", "months", "year"),
    [("2022", 12, 2022), ("2022-01/2022-04", 4, 2022), ("2022-Q3", 3, 2022), ("2022-H2", 6, 2022),
     ("2015/2018", 48, None), ("2024-09/2025-06", 10, None), ("2027-12", 1, 2027)],
)  # fmt: skip
def test_periods(label, months, year):
    span = parse(label)
    assert span is not None and (span.months, span.year) == (months, year)


@pytest.mark.parametrize("label", [None, "", "soon", "2022-13", "2022/", "2023/2022", "22"])
def test_no_periods(label):
    assert parse(label) is None


@pytest.mark.parametrize(
    ("quote", "value", "unit", "qualifier", "low", "high"),
    [
        ("13,2 млн", "13200000", "USD", "exact", 13.15e6, 13.25e6),
        ("$24 млрд", "24000000000", "USD", "over", 24e9, 26.4e9),
        ("почти 2 млрд", "2000000000", "USD", "under", 1.5e9, 2e9),
        ("59 400 контейнеров", "59400", "TEU", "exact", 59399.5, 59400.5),
        ("на 24,5%", "24.5", "percent", "exact", 24.45, 24.55),
        ("105,4%", "5.4", "percent", "exact", 5.35, 5.45),
        ("вчетверо", "4", "ratio", "exact", 3.52, 4.48),
    ],
)  # fmt: skip
def test_intervals_of_printed_figures(report, quote, value, unit, qualifier, low, high):
    made = report(f"Итог: {quote}.").claim(quote, value, unit=unit, qualifier=qualifier)
    assert interval(made.claims[0]) == pytest.approx((low, high))


def test_growth_factor(report):
    made = report("на 25%, в 4 раза, минус 100%, 5")
    made.claim("на 25%", 25, measure="change_pct", unit="percent")
    made.claim("в 4 раза", 4, measure="change_ratio", unit="ratio")
    made.claim("минус 100%", -100, measure="change_pct", unit="percent")
    made.claim("5", 5)
    assert factor(made.claims[0]) == pytest.approx((1.245, 1.255))
    assert factor(made.claims[1]) == pytest.approx((3.5, 4.5))
    assert factor(made.claims[2]) is None and factor(made.claims[3]) is None


PERIODS = st.sampled_from([None, "2021", "2022", "2022-01/2022-04", "2022-H1", "2020/2024", "x"])
NAMES = st.sampled_from([None, "CHN", "UZB", "KAZ", "CHN;UZB", "POL", "ZZZ"])
TEXT = "В 2022 году доля экспорта увеличилась в 2 раза – до 4,3 млн, оборот 10.\nЕщё 5 постов."


@st.composite
def any_claim(draw):
    start = draw(st.integers(0, len(TEXT) - 5))
    number = st.decimals(-(10**14), 10**14, allow_nan=False, allow_infinity=False, places=2)
    return Claim(
        claim_id=f"c{draw(st.integers(0, 10**9))}", doc_id=draw(st.sampled_from(["a", "b", "?"])),
        start=start, end=start + 4, quote=TEXT[start : start + 4],
        sentence=draw(st.sampled_from([TEXT, ""])), indicator=draw(st.sampled_from(INDICATORS)),
        measure=draw(st.sampled_from(MEASURES)), value=draw(number),
        value_max=draw(st.none() | number),
        unit=draw(st.sampled_from(["USD", "EUR", "tonne", "count", "percent", "ratio", "TEU", ""])),
        qualifier=draw(st.sampled_from(QUALIFIERS)), status=draw(st.sampled_from(STATUSES)),
        reporter=draw(st.sampled_from(["KAZ", "CHN"])), partner=draw(NAMES), region=None,
        period=draw(PERIODS), base_period=draw(PERIODS), deadline=draw(PERIODS),
        commodity=draw(st.sampled_from([None, "мука"])), speaker=None, part_of=None, rule="",
        confidence=1.0,
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(any_claim(), max_size=8, unique_by=lambda claim: claim.claim_id))
def test_any_claims_get_findings_and_never_an_error(claims):
    documents = [Document("a", TEXT), Document("b", TEXT)]
    programme = Programme("p", "a", 0, 5, TEXT[:5], "opening", "CHN", 3, 1, 1, "x", ("", "??"),
                          (), "", 1.0)  # fmt: skip
    found = run_checks(claims, [programme], documents)
    ids = {claim.claim_id for claim in claims}
    assert all(set(item.claim_ids) <= ids and item.message for item in found)
    assert all(item.suggested is None or Decimal(item.suggested).is_finite() for item in found)
