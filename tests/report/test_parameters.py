"""What params/ may say, and how a slip in it is refused."""

from __future__ import annotations

from pathlib import Path

import papermill
import pytest
from pandas import read_csv

from kzcoop.errors import InputError, ParameterError
from kzcoop.report.notebooks import find_folder, find_notebooks, read_notebook
from kzcoop.report.parameters import read_parameters

PROJECT = Path(__file__).parents[2]
COMMON = 'partner = "CHN"  # code\nas_of = "2026-06-30"\ncorpus_dir = ".."\nlanguage = "en"\n'


@pytest.fixture
def notebooks(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name, more in (("01_growth", ""), ("02_gaps", "draws = 2000\nshare = 0.6\nfan = True\n")):
        write(folder / f"{name}.ipynb", COMMON + more)
    return find_notebooks(folder)


def write(path: Path, source: str) -> Path:
    import json

    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source}
    cell |= {"outputs": [], "execution_count": None, "id": "a"}
    metadata = {"kernelspec": {"name": "python3", "language": "python"}}
    content = {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content))
    return path


def read(tmp_path, notebooks, text, name="CHN.yml", **more):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_parameters(path, notebooks, **more)


def test_a_file_overlays_the_defaults_and_a_section_one_notebook(tmp_path, notebooks):
    text = 'partner: "RUS"\nas_of: "2025-12-31"\n02_gaps: {draws: 50, share: 1}\n'
    (one,) = read(tmp_path, notebooks, text)
    assert one.for_notebook(notebooks[0]) == {
        "partner": "RUS", "as_of": "2025-12-31", "corpus_dir": "..", "language": "en",
    }  # fmt: skip
    second = one.for_notebook(notebooks[1])
    assert (second["draws"], second["share"], second["fan"]) == (50, 1, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'partnr: "CHN"',
            r"'partnr' is unknown to the notebook 01_growth\. Allowed there: as_of, ",
        ),
        ("draws: 5", "'draws' is unknown to the notebook 01_growth"),
        ("02_gaps: {drawz: 5}", r"'02_gaps.drawz' is unknown .*Allowed there: .*draws, fan"),
        ("02_gap: {draws: 5}", "'02_gap' names no notebook.*01_growth, 02_gaps"),
        ("partner: NO", "'partner' is true or false .*Put a text in quotes"),
        ("as_of: 2026-06-30", "'as_of' is a date, .*takes a text such as '2026-06-30'"),
        ("partner: 10", "'partner' is a whole number"),
        ("partner:", "'partner' is empty"),
        ("partner: [CHN]", "'partner' is a list"),
        ('02_gaps: {draws: "5"}', "'02_gaps.draws' is a text, .*takes a whole number such as 2000"),
        ("02_gaps: {draws: 1.5}", "is a number with decimals"),
        ("02_gaps: {draws: true}", "is true or false"),
        ("02_gaps: {fan: 1}", "is a whole number, .*takes true or false"),
        ('partner: "China"', "'partner' is 'China'; it must be an ISO 3166 alpha-3 code"),
        ('as_of: "June 2026"', "'as_of' is 'June 2026'; it must be a day"),
        ('as_of: "2026-02-30"', "it must be a day"),
        ('language: "kk"', "'language' is 'kk'; allowed: en, ru"),
        ("corpus_dir: x", "'corpus_dir' is not set here. Give the folder with --corpus"),
        ("7: x", "parameter '7' is unknown"),
    ],
)
def test_a_slip_is_refused_with_file_name_and_what_is_allowed(tmp_path, notebooks, text, told):
    with pytest.raises(ParameterError, match=told) as caught:
        read(tmp_path, notebooks, text)
    assert "CHN.yml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("partner: 'CHN", "is not YAML"),
        ("- CHN", "is not a mapping"),
        ('partner: "CHN"\npartner: "RUS"', "'partner' is given twice"),
        ("02_gaps: {draws: 1, draws: 2}", "'draws' is given twice"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(tmp_path, notebooks, text, told):
    with pytest.raises(InputError, match=told):
        read(tmp_path, notebooks, text)


@pytest.mark.parametrize("name", ["evidence.yml", "data.yml", "trade with China.yml", "КНР.yml"])
def test_a_file_whose_name_cannot_be_a_folder_of_the_report_is_refused(tmp_path, notebooks, name):
    with pytest.raises(InputError, match="becomes a folder"):
        read(tmp_path, notebooks, 'partner: "CHN"', name)


def test_the_language_option_wins_over_files_and_sections(tmp_path, notebooks):
    text = 'language: "en"\n02_gaps: {language: "en"}\n'
    (one,) = read(tmp_path, notebooks, text, language="ru")
    assert [one.for_notebook(each)["language"] for each in notebooks] == ["ru", "ru"]


def test_all_partners_come_first(tmp_path, notebooks):
    for name in ("CHN", "ALL", "ARE"):
        (tmp_path / f"{name}.yml").write_text("")
    assert [each.name for each in read_parameters(tmp_path, notebooks)] == ["ALL", "ARE", "CHN"]


@pytest.mark.parametrize("source", ["x = [i for i in y]", "import os", "x = 1; y = x", "x ="])
def test_a_parameters_cell_of_more_than_literals_is_refused(tmp_path, source):
    with pytest.raises(InputError, match="must assign literals only"):
        read_notebook(write(tmp_path / "01_x.ipynb", source))


def test_shipped_files_fit_the_shipped_notebooks():
    sets = read_parameters(PROJECT / "params", find_notebooks(find_folder()))
    rows = read_csv(PROJECT / "data" / "reference" / "trade_official.csv")
    assert [each.name for each in sets] == ["ALL", *sorted(rows["partner"].unique())]
    assert all(each.common["partner"] == each.name for each in sets)


def test_papermill_sees_the_parameters_that_we_see():
    for notebook in find_notebooks(find_folder()):
        assert set(papermill.inspect_notebook(notebook.path)) == set(notebook.defaults)
