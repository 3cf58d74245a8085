"""The shipped data: reports that can be cited, tables that say where they come from."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
REPORTS = sorted((DATA / "corpus").glob("*.md"))
TABLES = sorted((DATA / "reference").glob("*.csv"))
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
DEVSET = sorted((ROOT / "tests" / "devset" / "docs").glob("*.md"))

# Enough of each name to find it in every case.
PARTNERS = {
    "AFG": r"Афганист", "ARE": r"Эмират|ОАЭ", "AZE": r"Азербайджан", "BLR": r"Белорус|Беларус",
    "CHN": r"Кита|КНР", "DEU": r"Германи", "GBR": r"Великобритан", "GEO": r"Грузи",
    "HUN": r"Венгри|венгер", "IND": r"Инди[июей]", "IRN": r"Иран", "ITA": r"Итали", "JPN": r"Япони",
    "KGZ": r"Кыргызст|Киргиз", "KOR": r"Коре[яию]", "MNG": r"Монголи", "POL": r"Польш",
    "QAT": r"Катар", "RUS": r"Росси", "TJK": r"Таджикист", "TKM": r"Туркменист", "TUR": r"Турци",
    "UZB": r"Узбекист",
}  # fmt: skip
OFFICIAL_PARTNERS = "CHN RUS TUR UZB MNG KGZ TJK AZE IRN DEU GEO ITA KOR TKM ARE BLR".split()
TURNOVER = re.compile(r"товарооборот|торговл|наторговал|оборот", re.I)
MONEY = re.compile(r"\d[\d\s,]*\s*(?:млрд|млн|миллиард|миллион)", re.I)


@cache
def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Return a report's front matter and its text."""
    head, text = path.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
    return yaml.safe_load(head), text.lstrip("\n")


def words(text: str) -> list[str]:
    return [word.casefold().replace("ё", "е") for word in re.findall(r"\w+", text)]


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def table(name: str) -> list[dict[str, str]]:
    with (DATA / "reference" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def about(code: str) -> list[Path]:
    return [path for path in REPORTS if re.search(PARTNERS[code], parts(path)[1])]


# Reports


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_front_matter_is_complete(path):
    front, text = parts(path)
    required = {"id", "title", "outlet", "language", "based_on"}
    assert required <= set(front) <= required | {"published"}
    assert front["id"] == path.stem and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem)
    assert (front["outlet"], front["language"]) == ("kzcoop digest", "ru")
    assert front["title"].strip() and front["based_on"]
    if "published" in front:
        assert date(2012, 1, 1) <= front["published"] <= date(2026, 12, 31)
    for address in front["based_on"]:
        assert re.match(r"https?://\S+$|no address found: ", address), address
    assert 80 <= len(text.split()) <= 250


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_text_is_clean(path):
    _, text = parts(path)
    assert not re.search(r"<[a-z/]|&\w+;|http|[\u00a0\ufeff\x00]|\.\.\.|  ", text)
    mixed = re.findall(r"\b(?=\w*[A-Za-z])(?=\w*[А-Яа-яЁё])\w+\b", text)
    assert not mixed, f"letters of two alphabets in one word: {mixed}"
    assert not re.search(r"^[–—-] |»,? [–—] (?:сказал|заявил|говорит|отмет)", text, re.M), "speech"


def test_enough_reports_partners_and_years():
    assert len(REPORTS) >= 45
    assert sum(bool(about(code)) for code in PARTNERS) >= 12
    years = {parts(path)[0]["published"].year for path in REPORTS if "published" in parts(path)[0]}
    assert years >= set(range(2012, 2026))


def test_some_reports_are_undated_as_in_life():
    undated = [path.stem for path in REPORTS if "published" not in parts(path)[0]]
    assert 0.1 <= len(undated) / len(REPORTS) <= 0.5


@pytest.mark.parametrize("code", OFFICIAL_PARTNERS)
def test_each_official_partner_has_a_report_on_turnover(code):
    def has_turnover(path: Path) -> bool:
        sentences = re.split(r"(?<=[.!?])\s", parts(path)[1])
        return any(TURNOVER.search(each) and MONEY.search(each) for each in sentences)

    assert any(has_turnover(path) for path in about(code))


@pytest.mark.parametrize("code", ["CHN", "RUS", "UZB", "KGZ", "TJK"])
def test_main_partners_have_several_reports_and_a_target(code):
    found = about(code)
    assert len(found) >= 5
    assert any(re.search(r"довести|увеличить|цел[ьи]|достичь", parts(path)[1]) for path in found)


@pytest.mark.parametrize("code", ["CHN", "RUS", "UZB", "KGZ"])
def test_borders_with_programmes_have_reports_on_checkpoints(code):
    posts = re.compile(r"пункт\w* пропуска|\bпост(?:а|ов|ам|е)?\b")
    assert sum(bool(posts.search(parts(path)[1])) for path in about(code)) > 1


@pytest.mark.skipif(not SEEDS, reason="the real reports do not lie beside the project")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_nothing_is_taken_over_from_the_real_reports(path):
    own = runs(parts(path)[1], 9)
    for seed in SEEDS:
        assert not own & runs(seed.read_text("utf-8"), 9), seed.name


def test_the_corpus_is_not_the_development_set():
    annotated = [runs(parts(path)[1], 15) for path in DEVSET]
    assert len(DEVSET) == 36
    for path in REPORTS:
        own = runs(parts(path)[1], 15)
        assert all(len(own & theirs) < 3 for theirs in annotated), path.stem


def test_gold_of_the_development_set_still_points_at_its_text():
    for path in DEVSET:
        gold = json.loads((path.parents[1] / "gold" / f"{path.stem}.json").read_text("utf-8"))
        text = parts(path)[1]
        for claim in gold["claims"]:
            end = claim["start"] + len(claim["quote"])
            assert text[claim["start"] : end] == claim["quote"], path.stem


# Corrections

CORRECTION_KEYS = {
    "id", "doc_id", "quote", "occurrence", "field", "expect", "corrected", "unit", "reason",
    "basis", "evidence_url", "reason_ru", "basis_ru", "status",
}  # fmt: skip
SCALES = {"миллиона": 10**6, "миллионов": 10**6, "млн": 10**6, "млрд": 10**9, "миллиарда": 10**9}


def test_each_correction_meets_the_text_it_corrects():
    entries = yaml.safe_load((DATA / "corrections.yml").read_text("utf-8"))
    assert len({entry["id"] for entry in entries}) == len(entries) >= 1
    for entry in entries:
        assert set(entry) == CORRECTION_KEYS, entry["id"]
        _, text = parts(DATA / "corpus" / f"{entry['doc_id']}.md")
        assert text.count(entry["quote"]) >= entry["occurrence"] >= 1
        number, scale = re.match(r"([\d,]+) (\w+)", entry["quote"]).groups()
        assert Decimal(number.replace(",", ".")) * SCALES[scale] == entry["expect"]
        assert entry["corrected"] != entry["expect"]
        assert entry["field"] == "value" and entry["status"] in ("applied", "proposed")
        assert entry["evidence_url"].startswith("https://") and entry["reason"] and entry["basis"]


def test_the_scale_slip_is_corrected_to_the_size_of_official_trade():
    (entry,) = (
        entry
        for entry in yaml.safe_load((DATA / "corrections.yml").read_text("utf-8"))
        if entry["id"] == "uzb-2021-turnover-scale"
    )
    official = next(
        float(row["value_usd_mln"]) * 1e6
        for row in table("trade_official")
        if (row["year"], row["partner"], row["indicator"]) == ("2021", "UZB", "turnover")
        and row["source_url"] == entry["evidence_url"]
    )
    assert entry["corrected"] / official == pytest.approx(1, abs=0.15)
    assert official / entry["expect"] > 500


# Reference tables


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_each_reference_row_has_a_source(path):
    raw = path.read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf")
    known = {row["source_name"] for row in table("trade_official")}
    for row in table(path.stem):
        assert None not in row and None not in row.values(), row
        if path.stem == "trade_series":
            assert row["source_name"] in known
        else:
            assert re.match(r"https?://\S+$|pycountry [\d.]+ ", row["source_url"]), row
        assert not re.search(r"NOT SOURCED|UNVERIFIED", row["note"]), row


def test_each_series_is_described():
    described = [row["source_name"] for row in table("trade_series")]
    assert len(set(described)) == len(described)
    assert {row["source_name"] for row in table("trade_official")} == set(described)


def test_checkpoints_lie_in_regions_that_exist():
    current = {
        row["name_ru"]
        for row in table("regions")
        if row["country"] == "KAZ" and not row["valid_to"]
    }
    for row in table("checkpoints"):
        assert row["region"] in current, row["id"]
        names = row["alternatives"].split("|") if row["alternatives"] else []
        assert len(set(names)) == len(names) and row["name_ru"] not in names
        assert not re.search(r"[()]", row["alternatives"]), row["id"]


def test_no_target_is_listed_twice():
    rows = [tuple(row[name] for name in ("announced", "partner", "target_usd", "who"))
            for row in table("targets")]  # fmt: skip
    assert len(set(rows)) == len(rows)
    assert {row["announced"][:4] for row in table("targets")} >= {"2012", "2018", "2022", "2025"}


# The description for machines


def test_datapackage_lists_exactly_the_files_there_are():
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    listed = [resource["path"] for resource in package["resources"]]
    there = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()}
    assert len(set(listed)) == len(listed)
    assert set(listed) == there - {"README.md", "datapackage.json"}
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)


def test_datapackage_and_readme_describe_every_column():
    package = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    schemas = {each["path"]: each["schema"] for each in package["resources"] if "schema" in each}
    readme = (DATA / "README.md").read_text("utf-8")
    for path in TABLES:
        with path.open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        fields = schemas[f"reference/{path.name}"]["fields"]
        assert [field["name"] for field in fields] == header
        section = readme.split(f"### {path.name}\n", 1)[1].split("\n#", 1)[0]
        for field in fields:
            assert field["description"] or field["name"] == "note"
            assert re.search(rf"\b{field['name']}\b", section), f"{path.name}: {field['name']}"
            constraints = field.get("constraints", {})
            for row in table(path.stem):
                value = row[field["name"]]
                assert value or not constraints.get("required"), (path.name, row)
                assert not value or value in constraints.get("enum", [value]), (path.name, row)
