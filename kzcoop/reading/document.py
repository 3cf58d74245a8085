"""Reports in: Markdown with front matter, plain text, JSON lines.

Offsets count characters of ``Document.text`` as it was received: no newline is translated, no
byte-order mark dropped, no space folded.
"""

from __future__ import annotations

import calendar
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kzcoop.display import Displayed, one_line, quoted
from kzcoop.errors import InputError

SUFFIXES = (".md", ".txt", ".jsonl")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<head>.*?\r?\n)?---[ \t]*(?:\r?\n|$)", re.S)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")


@dataclass(frozen=True, slots=True, repr=False)
class Document(Displayed):
    """A report as it was received.

    In a notebook it shows its text with every number marked as it was read.

    Parameters
    ----------
    doc_id
        Its name in all tables.
    text
        The text as received; offsets count its characters.
    title, outlet, url
        As the source gives them; the title helps to tell the partner.
    published
        None where the report bears no date: what is relative to it then stays open.
    language
        ISO 639-1 code of the text.
    path
        The file it came from, None for a text given in memory.

    Examples
    --------
    >>> Document("mine", "Товарооборот с Китаем в 2022 году превысил 24 млрд долларов.")
    <Document mine: undated, 60 characters>
    """

    doc_id: str
    text: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "ru"
    path: Path | None = None

    def __repr__(self) -> str:
        return one_line(
            "Document", self.doc_id, quoted(self.title) if self.title else None, self.outlet,
            self.published.isoformat() if self.published else "undated",
            f"{len(self.text):,} characters",
        )  # fmt: skip

    @property
    def sha256(self) -> str:
        """Hash of the text as received, UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def read_documents(inputs: Sequence[str | Path]) -> list[Document]:
    """Return the documents of files and folders, in the order of their paths and lines.

    Parameters
    ----------
    inputs
        Files (.md, .txt, .jsonl) or folders, which are searched at all depths.

    Raises
    ------
    InputError
        A path that is not there, a file that cannot be read, two documents of one id.
    """
    documents: list[Document] = []
    seen: dict[str, Path | None] = {}
    for path in _files(inputs):
        for document in read_file(path):
            if document.doc_id in seen:
                raise InputError(
                    path, f"the id {document.doc_id!r} stands in {seen[document.doc_id]} already",
                    "Give each report an id of its own",
                )  # fmt: skip
            seen[document.doc_id] = document.path
            documents.append(document)
    return documents


def _files(inputs: Sequence[str | Path]) -> Iterable[Path]:
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            files = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file()
            )
            if not files:
                raise InputError(path, "holds no report", f"Reports end in {', '.join(SUFFIXES)}")
            yield from files
        elif path.is_file():
            yield path
        else:
            raise InputError(path, "there is no such file or folder", "Check the path")


def read_file(path: Path) -> list[Document]:
    """Return the documents of one file."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(path, f"cannot read {suffix or 'a file without ending'}",
                         f"Reports end in {', '.join(SUFFIXES)}")  # fmt: skip
    raw = decode(path)
    if suffix == ".jsonl":
        return _read_jsonl(path, raw)
    if suffix == ".md":
        return [_read_markdown(path, raw)]
    return [Document(path.stem, raw, path=path)]


def decode(path: Path) -> str:
    """Return a file's characters: UTF-8, else cp1251 where that gives Russian.

    Raises
    ------
    InputError
        Neither reading gives text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            path, f"cannot be opened ({error.strerror})", "Check its permissions"
        ) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("cp1251",):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = sum(char.isalpha() for char in text) or 1
        if sum("\u0400" <= char <= "\u04ff" for char in text) / letters > 0.3:
            return text
    raise InputError(path, "is neither UTF-8 nor cp1251 text", "Save it as UTF-8")


def _read_markdown(path: Path, raw: str) -> Document:
    match = _FRONT.match(raw)
    if match is None:
        if raw.lstrip("\ufeff").startswith("---\n"):
            raise InputError(path, "the front matter has no closing line ---", "Add it")
        return Document(path.stem, raw, path=path)
    try:
        head = yaml.safe_load(match["head"] or "") or {}
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" at line {line + 2}" if line is not None else ""
        raise InputError(
            path, f"the front matter is no YAML{where}", "Quote values with colons"
        ) from error
    if not isinstance(head, dict):
        raise InputError(path, "the front matter is no mapping", "Write lines like title: …")
    text = raw[match.end() :].lstrip("\r\n")
    return _document(path, head, text, path.stem)


def _read_jsonl(path: Path, raw: str) -> list[Document]:
    documents = []
    for number, line in enumerate(raw.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(
                path, f"line {number} is no JSON ({error.msg})", "Write one object a line"
            ) from error
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            raise InputError(
                path, f"line {number} has no field text", "Write id and text in each object"
            )
        documents.append(_document(path, entry, entry["text"], f"{path.stem}-{number}"))
    return documents


def _document(path: Path, head: dict[str, Any], text: str, default_id: str) -> Document:
    def string(name: str) -> str | None:
        value = head.get(name)
        return None if value is None else str(value)

    return Document(
        string("id") or default_id, text, string("title"), _published(path, head.get("published")),
        string("outlet"), string("url"), string("language") or "ru", path,
    )  # fmt: skip


def _published(path: Path, value: object) -> date | None:
    if value is None or value == "":
        return None
    match = _DAY.match(str(value))
    try:
        if match is not None:
            year, month = int(match[1]), int(match[2] or 12)
            # of a month or a year alone the last day: what it reports had ended by then
            return date(year, month, int(match[3] or calendar.monthrange(year, month)[1]))
    except ValueError:
        pass
    raise InputError(
        path, f"published {value!r} is no date", "Write it as 2025-05-20, 2025-05 or 2025"
    )
