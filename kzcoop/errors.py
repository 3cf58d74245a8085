"""What can go wrong, each error with the data to act on.

Every error is a :class:`KzcoopError`; its text names the file or the field and says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class KzcoopError(Exception):
    """Base of all errors that kzcoop raises on purpose."""


class InputError(KzcoopError, ValueError):
    """A document or folder that cannot be read as it stands."""

    def __init__(self, path: str | Path, problem: str, remedy: str = "") -> None:
        self.path, self.problem, self.remedy = Path(path), problem, remedy
        super().__init__(f"{path}: {problem}." + (f" {remedy}." if remedy else ""))


class LexiconError(KzcoopError, ValueError):
    """A row of a lexicon or reference table that breaks the table's rules."""

    def __init__(self, table: str, row: str, problem: str) -> None:
        self.table, self.row, self.problem = table, row, problem
        super().__init__(f"{table}, row {row}: {problem}.")


class NotInCorpusError(KzcoopError, LookupError):
    """A partner, report or claim that the corpus does not have; ``known`` lists the nearest."""

    def __init__(self, kind: str, name: object, known: Sequence[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        near = f" The nearest: {', '.join(known)}." if known else ""
        super().__init__(f"The corpus has no {kind} {name!r}.{near}")


class CorrectionError(KzcoopError, ValueError):
    """An entry of ``data/corrections.yml`` that does not meet the text it corrects."""

    def __init__(self, path: str | Path, entry: str, problem: str) -> None:
        self.path, self.entry, self.problem = Path(path), entry, problem
        super().__init__(f"{path}, entry {entry}: {problem}.")


class ParameterError(KzcoopError, ValueError):
    """A notebook parameter that is unknown or of the wrong type."""

    def __init__(self, path: str | Path, name: str, problem: str, remedy: str = "") -> None:
        self.path, self.name, self.problem, self.remedy = Path(path), name, problem, remedy
        super().__init__(
            f"{path}: parameter {name!r} {problem}." + (f" {remedy}." if remedy else "")
        )


class ReferenceDataError(KzcoopError, LookupError):
    """A reference table or a value in it that is not there."""


class NotebookError(KzcoopError, RuntimeError):
    """Notebooks that failed in a batch; ``failed`` maps page names to messages."""

    def __init__(self, failed: dict[str, str]) -> None:
        self.failed = failed
        names = "; ".join(f"{name}: {message}" for name, message in sorted(failed.items()))
        super().__init__(f"{len(failed)} notebook(s) failed. {names}")
