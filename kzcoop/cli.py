"""The commands: extract, report, evaluate, explain.

Every error that kzcoop raises on purpose becomes one sentence on standard error and exit code 1;
wrong usage exits with 2.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kzcoop.errors import KzcoopError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
    except KzcoopError as error:
        print(f"kzcoop: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("kzcoop: stopped", file=sys.stderr)
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kzcoop", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    extract = commands.add_parser("extract", help="reports in, tables out")
    extract.add_argument("input", nargs="+", type=Path, help="files (.md, .txt, .jsonl) or folders")
    extract.add_argument("--out", required=True, type=Path, help="folder for the tables")
    extract.add_argument("--format", default="parquet", choices=("parquet", "csv", "jsonl", "xlsx"))
    extract.add_argument("--corrections", type=Path, help="file of declared corrections")
    extract.set_defaults(run=_extract)

    report = commands.add_parser("report", help="run the notebooks and write HTML pages")
    report.add_argument("--params", type=Path, default=Path("params"))
    report.add_argument("--corpus", type=Path, default=Path("data/corpus"))
    report.add_argument("--out", type=Path, default=Path("reports"))
    report.add_argument(
        "--notebooks", type=Path, help="folder of notebooks (default: the project's)"
    )
    report.add_argument("--jobs", type=int, help="kernels at a time (default: one a processor)")
    report.add_argument("--language", choices=("en", "ru"), help="overrides the parameter files")
    report.set_defaults(run=_report)

    evaluate = commands.add_parser("evaluate", help="score what is read against annotated reports")
    evaluate.add_argument("gold", type=Path, help="folder of annotated reports (.json), or one")
    evaluate.add_argument("--docs", required=True, type=Path, help="folder of the reports")
    evaluate.add_argument("--html", type=Path, help="file for a page with every miss")
    evaluate.add_argument("--misses", type=int, default=0, help="how many misses to print")
    evaluate.set_defaults(run=_evaluate)

    explain = commands.add_parser("explain", help="show how a number of a report was read")
    explain.add_argument("doc", type=Path, help="the report's file, or a folder with it")
    explain.add_argument("start", help="a character of its text, or a claim's id")
    explain.set_defaults(run=_explain)
    return parser


def _extract(options: argparse.Namespace) -> int:
    from kzcoop.engine import open_corpus, write_tables

    inputs = options.input[0] if len(options.input) == 1 else options.input
    tables = open_corpus(inputs, options.corrections)
    write_tables(tables, options.out, options.format)
    print(
        f"{len(tables.documents)} documents: {len(tables.claims)} claims, "
        f"{len(tables.programmes)} programmes, {len(tables.residue)} other numbers, "
        f"{len(tables.findings)} findings -> {options.out}"
    )
    return 0


def _report(options: argparse.Namespace) -> int:
    from kzcoop.engine import open_corpus
    from kzcoop.reading.document import read_documents
    from kzcoop.report.batch import run_report

    result = run_report(
        options.params, options.corpus, options.out, open_corpus(options.corpus),
        read_documents([options.corpus]), jobs=options.jobs, language=options.language,
        notebooks=options.notebooks,
    )  # fmt: skip
    result.raise_for_failed()
    print(f"{len(result.pages)} pages: open {result.index}")
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from kzcoop.evaluate.run import evaluate
    from kzcoop.evaluate.text import as_text

    evaluation = evaluate(options.gold, options.docs)
    print(as_text(evaluation, options.misses), end="")
    if options.html is not None:
        from kzcoop.evaluate.page import write_html

        write_html(evaluation, options.html)
        print(f"every miss in its sentence: open {options.html}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from kzcoop.claims.explain import explain, find_document
    from kzcoop.reading.document import read_documents

    where = int(options.start) if options.start.isdecimal() else options.start
    document = find_document(read_documents([options.doc]), where, options.doc)
    print(explain(document, where), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
