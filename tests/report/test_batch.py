"""A run as a user sees it: which pages there are, what they show, and that they stay the same."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from kzcoop.errors import InputError, NotebookError, ParameterError
from kzcoop.report.batch import run_report, shown_path


def page(small_run, name: str) -> str:
    return (small_run.out / name).read_text(encoding="utf-8")


def test_there_is_a_page_for_each_notebook_and_partner(small_run):
    assert small_run.result.pages == (
        "CHN/01_growth.html", "CHN/02_failing.html", "RUS/01_growth.html", "RUS/02_failing.html",
    )  # fmt: skip
    for name in small_run.result.pages:
        assert (small_run.out / name).is_file()


def test_a_failing_notebook_is_named_and_leaves_its_page(small_run):
    assert dict(small_run.result.failed) == {
        "RUS/02_failing.html": "AssertionError: no RUS in corpus"
    }
    with pytest.raises(NotebookError, match=r"RUS/02_failing\.html: AssertionError: no RUS"):
        small_run.result.raise_for_failed()
    html = page(small_run, "RUS/02_failing.html")
    assert "shown before" in html and "shown after" not in html
    assert "AssertionError: no RUS in corpus" in html
    assert "shown after" in page(small_run, "CHN/02_failing.html")


def test_all_pages_are_the_same_bytes_in_a_second_run_elsewhere(small_run, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Almaty")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("MPLBACKEND", "pdf")
    small_run.again(tmp_path / "b" / "reports")
    for path in sorted(small_run.out.rglob("*")):
        if path.is_file():
            other = tmp_path / "b" / "reports" / path.relative_to(small_run.out)
            assert other.read_bytes() == path.read_bytes(), path.name


def test_no_file_names_a_folder_of_this_machine(small_run):
    project = str(Path(__file__).parents[2])
    for path in small_run.out.rglob("*.*"):
        content = path.read_bytes()
        for secret in (str(small_run.folder), project, "ipykernel_", os.path.expanduser("~") + "/"):
            assert secret.encode() not in content, (path, secret)
    assert "said corpus" in page(small_run, "CHN/01_growth.html")


def test_every_link_of_the_report_resolves(small_run):
    for path in small_run.out.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for link in soup.find_all("a"):
            href = link["href"]
            if href.startswith(("http", "../evidence/dated.html#c1-2")):
                continue
            file, _, anchor = href.partition("#")
            target = (path.parent / file) if file else path
            assert target.is_file(), f"{path.name}: {href}"
            if anchor:
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), (
                    f"{path.name}: {href}"
                )


def test_no_page_asks_for_anything_or_runs_a_script(small_run):
    for path in small_run.out.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert not soup.find_all(["script", "iframe", "object", "embed", "form", "base"])
        assert [link["href"] for link in soup.find_all("link")] == ["data:,"]
        assert all(image["src"].startswith("data:image/") for image in soup.find_all("img"))
        assert not [
            tag for tag in soup.find_all(True) if any(a.startswith("on") for a in tag.attrs)
        ]
        assert not [a for a in soup.find_all("a") if "script:" in a["href"]]
        policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy["content"].startswith("default-src 'none'")
        assert "url(" not in soup.find("style").get_text() and "@import" not in soup.get_text()


def test_pages_are_in_the_language_of_their_parameters(small_run):
    assert '<html lang="en">' in page(small_run, "CHN/01_growth.html")
    russian = page(small_run, "RUS/01_growth.html")
    assert '<html lang="ru">' in russian
    assert "Как получена эта страница" in russian and "Россия" in russian


def test_language_overrides_the_files(small_run, tmp_path):
    shutil.copytree(small_run.notebooks, tmp_path / "notebooks")
    (tmp_path / "notebooks" / "01_growth.ipynb").unlink()
    run_report(
        small_run.params / "CHN.yml", small_run.corpus, tmp_path / "out", small_run.tables,
        small_run.documents, language="ru", notebooks=tmp_path / "notebooks", jobs=1,
    )  # fmt: skip
    for name in ("index.html", "CHN/02_failing.html", "evidence/dated.html"):
        assert '<html lang="ru">' in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_page_shows_headline_chart_and_table_with_their_texts(small_run):
    soup = BeautifulSoup(page(small_run, "CHN/01_growth.html"), "html.parser")
    assert soup.h1.get_text() == "Is it growing?"
    assert "China" in soup.title.get_text() and "Is it growing?" in soup.title.get_text()
    assert soup.find(class_="headline").get_text(" ", strip=True) == "+34% in 2022 on course"
    assert soup.find("img", class_="chart")["alt"] == "Trade with China rose to 24.2."
    assert "2021 18.2" in soup.find("figure").find("pre").get_text()
    table = soup.find("article").find("table")
    assert [th["scope"] for th in table.find_all("th")] == ["col", "row"]
    assert table.caption.get_text() == "Answer"
    assert "From $24 bn to $35 bn with CHN, read in corpus." in soup.get_text()
    ids = [heading["id"] for heading in soup.find("article").find_all("h2")]
    assert ids == ["answer", "chart", "answer-2"]
    assert [a["href"] for a in soup.find(class_="contents").find_all("a")] == [f"#{i}" for i in ids]


def test_each_table_of_a_page_can_be_downloaded(small_run):
    soup = BeautifulSoup(page(small_run, "CHN/01_growth.html"), "html.parser")
    href = soup.find(class_="download").a["href"]
    with (small_run.out / "CHN" / href).open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["", "Turnover"], ["2022", "24.2"]]


def test_foot_names_parameters_inputs_and_versions(small_run):
    text = BeautifulSoup(page(small_run, "CHN/01_growth.html"), "html.parser").footer.get_text(" ")
    assert re.search(r"partner\s+CHN", text) and re.search(r"corpus_dir\s+corpus", text)
    for name in ("Corpus", "Reference tables", "Lock of packages", "Notebook"):
        assert re.search(rf"{name}\s[^\n]*sha256 [0-9a-f]{{64}}\b", text), name
    assert re.search(r"pandas\s+\d+\.\d+", text)
    # The lock has another numpy for each Python; pages are alike on all.
    assert "numpy" not in text and "Python" not in text


def test_index_says_what_the_run_covered(small_run):
    soup = BeautifulSoup(page(small_run, "index.html"), "html.parser")
    text = soup.get_text(" ", strip=True)
    assert "Documents: 3 (1 dated, from 2023-02-10 to 2023-02-10; 2 undated)" in text
    row = next(row for row in soup.find_all("tr") if "RUS" in row.get_text())
    cells = [cell.get_text(" ", strip=True) for cell in row.find_all("td")]
    assert cells == ["Russia, Growth: +34% in 2022 on course", "Russia, Failing: failed"]
    facts = {
        d.dt.get_text(): d.dd.get_text() for d in soup.find("dl", class_="facts").find_all("div")
    }
    assert facts["Claims"] == str(len(small_run.tables.claims))


def test_data_of_the_run_can_be_downloaded(small_run):
    for name in ("claims", "programmes", "findings", "residue", "documents"):
        with (small_run.out / "data" / f"{name}.csv").open(
            encoding="utf-8-sig", newline=""
        ) as file:
            assert len(list(csv.DictReader(file))) == len(getattr(small_run.tables, name))


def test_pages_of_an_earlier_run_go_and_other_files_stay(small_run, tmp_path):
    out = tmp_path / "out"
    shutil.copytree(small_run.out, out)
    (out / "notes.html").write_text("mine")
    manifest = json.loads((out / "manifest.json").read_text())
    outside = tmp_path / "outside.html"
    outside.write_text("not the report's")
    manifest["files"]["../outside.html"] = ""
    (out / "manifest.json").write_text(json.dumps(manifest))
    run_report(
        small_run.params / "CHN.yml", small_run.corpus, out, small_run.tables, small_run.documents,
        notebooks=small_run.notebooks,
    )  # fmt: skip
    assert (out / "CHN" / "01_growth.html").is_file()
    assert not (out / "RUS" / "01_growth.html").exists()
    assert (out / "notes.html").is_file() and outside.is_file()
    assert not [path for path in out.rglob("*") if path.name.endswith(".part")]


def test_a_wrong_parameter_is_refused_before_anything_runs(small_run, tmp_path):
    params = tmp_path / "params"
    params.mkdir()
    (params / "CHN.yml").write_text('partner: "CHN"\n')
    (params / "RUS.yml").write_text('partnr: "RUS"\n')
    with pytest.raises(ParameterError, match="partnr"):
        run_report(
            params, small_run.corpus, tmp_path / "out", small_run.tables, small_run.documents,
            notebooks=small_run.notebooks,
        )  # fmt: skip
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("missing", ["corpus", "params", "notebooks"])
def test_a_folder_that_is_not_there_is_named(small_run, tmp_path, missing):
    given = {name: getattr(small_run, name) for name in ("corpus", "params", "notebooks")}
    given[missing] = tmp_path / "nowhere"
    with pytest.raises(InputError, match="nowhere"):
        run_report(
            given["params"], given["corpus"], tmp_path / "out", small_run.tables,
            small_run.documents, notebooks=given["notebooks"],
        )  # fmt: skip


def test_paths_are_shown_without_folders_of_the_machine(tmp_path, monkeypatch):
    project = Path(__file__).parents[2]
    monkeypatch.chdir(tmp_path)
    assert shown_path(project / "data" / "corpus") == "data/corpus"
    assert shown_path(tmp_path / "seeds") == "seeds"
    assert shown_path(Path("mine/reports")) == "mine/reports"
