"""Every notebook for every parameter set, several at a time, into one folder of pages."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kzcoop.errors import InputError, NotebookError
from kzcoop.report import evidence, frames, kernels
from kzcoop.report.downloads import write_downloads
from kzcoop.report.execute import Job, Outcome
from kzcoop.report.index import index_page
from kzcoop.report.labels import country
from kzcoop.report.notebooks import Notebook, find_folder, find_notebooks
from kzcoop.report.origin import Origin, origin
from kzcoop.report.page import Page, write
from kzcoop.report.parameters import ParameterSet, read_parameters
from kzcoop.report.pool import execute_all

_PROJECT = Path(__file__).resolve().parents[2]
_MANIFEST = "manifest.json"
_SUFFIXES = {".html", ".csv", ".parquet", ".xlsx", ".zip", ".json"}


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What a run wrote: its index, every page's path in the folder, and what failed and why."""

    index: Path
    pages: tuple[str, ...]
    failed: Mapping[str, str]

    def raise_for_failed(self) -> None:
        """Raise NotebookError where a notebook failed, naming each."""
        if self.failed:
            raise NotebookError(dict(self.failed))


@dataclass(frozen=True, slots=True)
class _Run:
    """What the pages of one run have in common."""

    corpus: Path
    origin: Origin
    rows: Mapping[str, Sequence[frames.Record]]
    out: Path
    home: Path
    folder: Path


def run_report(
    params: Path,
    corpus: Path,
    out: Path,
    tables: frames.Tables,
    documents: Sequence[evidence.Source],
    *,
    jobs: int | None = None,
    language: str | None = None,
    notebooks: Path | None = None,
) -> ReportResult:
    """Run the notebooks for every parameter set and write the report's pages.

    Parameters
    ----------
    params : Path
        A folder of ``*.yml`` files, one for each set of pages, or one such file.
    corpus : Path
        Folder or file of reports; the notebooks open it themselves.
    out : Path
        Where the pages go. Pages of an earlier run that this one does not write are removed,
        other files stay.
    tables, documents
        What the corpus holds, as ``open_corpus`` and ``read_documents`` give it.
    jobs : int, optional
        Notebooks at a time; as many as there are processors where not given.
    language : {"en", "ru"}, optional
        Of all pages; without it, of each what its parameters say.
    notebooks : Path, optional
        Their folder; the project's own where not given.

    Returns
    -------
    ReportResult
        ``failed`` maps the page of each notebook that stopped to its error.

    Raises
    ------
    ParameterError
        A parameter that is unknown or of the wrong type; nothing has run then.
    InputError
        A folder that is not there or does not hold what it should.
    """
    if not corpus.exists():
        raise InputError(corpus, "does not exist", "Name a folder of reports")
    if out.exists() and not out.is_dir():
        raise InputError(out, "is a file", "Name a folder for the pages")
    folder = (notebooks or find_folder()).resolve()
    found = find_notebooks(folder)
    sets = read_parameters(params, found, language)
    rows = {name: frames.records(getattr(tables, name)) for name in frames.TABLES}
    out.mkdir(parents=True, exist_ok=True)
    with kernels.workspace() as home, kernels.replaced_environment(kernels.environment(home)):
        made_from = origin(corpus.resolve(), shown_path(corpus), rows["documents"], sets)
        run = _Run(corpus.resolve(), made_from, rows, out.resolve(), home, folder)
        work = [_job(run, each, notebook, found) for each in sets for notebook in found]
        outcomes = execute_all(work, jobs)
    pages = [job.page for job in work]
    main_language = pages[0].language if len({page.language for page in pages}) == 1 else "en"
    files = [file for outcome in outcomes.values() for file in outcome.files]
    files += _evidence(run, pages, outcomes, documents, main_language)
    downloads = write_downloads(run.out, tables, run.origin)
    files += downloads.files()
    foot = run.origin.foot(main_language)
    index = index_page(pages, outcomes, rows, downloads, foot, main_language)
    files.append(write(run.out, "index.html", index))
    _keep_only(run.out, files)
    return ReportResult(
        out / "index.html",
        tuple(page.path for page in pages),
        {path: outcome.error for path, outcome in outcomes.items() if outcome.error},
    )


def shown_path(path: Path) -> str:
    """Return a path as pages show it: within the project from its root, else without folders.

    The same report must come out wherever the project lies and from wherever it is started.
    """
    full = path.resolve()
    if full.is_relative_to(_PROJECT):
        return full.relative_to(_PROJECT).as_posix()
    return full.name if path.is_absolute() else path.as_posix()


def _job(run: _Run, each: ParameterSet, notebook: Notebook, all_: Sequence[Notebook]) -> Job:
    parameters = each.for_notebook(notebook)
    language = str(parameters.get("language", "en"))
    shown = {
        **parameters,
        **({"corpus_dir": run.origin.corpus} if "corpus_dir" in parameters else {}),
    }
    code = str(parameters.get("partner", each.name))
    page = Page(
        partner=each.name,
        partner_code=code,
        partner_name=country(code, language),
        notebook=notebook.name,
        language=language,
        foot=run.origin.page_foot(language, shown, notebook),
        topics=tuple(other.name for other in all_),
    )
    if "corpus_dir" in parameters:
        parameters["corpus_dir"] = str(run.corpus)
    hide = {
        str(run.corpus): run.origin.corpus,
        str(run.home): "",
        str(run.folder): "notebooks",
        str(_PROJECT): "kzcoop",
        sys.prefix: "python",
    }
    return Job(notebook.path, parameters, page, run.out, run.home, hide)


def _evidence(
    run: _Run,
    pages: Sequence[Page],
    outcomes: Mapping[str, Outcome],
    documents: Sequence[evidence.Source],
    language: str,
) -> Iterator[str]:
    """Write every document's evidence page; yield the files' names."""
    groups = {name: frames.by_document(run.rows[name]) for name in frames.TABLES}
    addresses = evidence.claim_addresses(run.rows["claims"])
    foot = run.origin.foot(language)
    used_by: dict[str, list[tuple[str, str]]] = {}
    for page in pages:
        title = f"{outcomes[page.path].title} {page.partner_name}"
        for name in outcomes[page.path].evidence:
            used_by.setdefault(f"evidence/{name}.html", []).append((page.path, title))
    for source in documents:
        rows = {name: groups[name].get(source.doc_id, []) for name in groups}
        described = rows["documents"]
        extracted = evidence.Extracted(
            document=described[0] if described else {},
            claims=rows["claims"],
            programmes=rows["programmes"],
            residue=rows["residue"],
            findings=rows["findings"],
        )
        address = evidence.address(source.doc_id)
        html = evidence.evidence_page(
            source, extracted, addresses, used_by.get(address, ()), foot, language
        )
        yield write(run.out, address, html)


def _keep_only(out: Path, files: Sequence[str]) -> None:
    """Write the list of this run's files with digests; remove what only an earlier run wrote."""
    path = out / _MANIFEST
    try:
        before = set(json.loads(path.read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, LookupError, TypeError):
        before = set()
    for name in before - set(files):
        old = out / name
        # The list is a file like any other: it must not lead out of the folder.
        if old.resolve().is_relative_to(out.resolve()) and old.suffix in _SUFFIXES:
            old.unlink(missing_ok=True)
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files}
    content = {"files": dict(sorted(digests.items()))}
    write(out, _MANIFEST, json.dumps(content, indent=1, ensure_ascii=False) + "\n")
