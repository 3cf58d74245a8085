"""What a run was made from: digests of all that goes in, for the pages' foot and ``run.json``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kzcoop.reference.source import table_path
from kzcoop.report.frames import Record, corpus_sha256, coverage, dates
from kzcoop.report.notebooks import Notebook
from kzcoop.report.page import Foot, versions
from kzcoop.report.parameters import ParameterSet
from kzcoop.report.wording import Wording

_LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"


@dataclass(frozen=True, slots=True)
class Origin:
    """Inputs of a run.

    ``digests`` maps corpus, reference, parameters, corrections and lock to their SHA-256; the last
    two are there only where the files are. ``corpus`` is its folder as pages show it.
    """

    corpus: str
    parameters: Mapping[str, str]
    digests: Mapping[str, str]
    documents: Sequence[Record]

    def foot(self, language: str) -> Foot:
        """Return the foot of pages that belong to the whole run."""
        words = Wording(language)
        inputs = [
            (
                words(name),
                f"{self.corpus}, sha256 {digest}" if name == "corpus" else f"sha256 {digest}",
            )
            for name, digest in self._shown().items()
        ]
        shown = (*self.parameters.items(), (words.digest, self.digests["parameters"]))
        return Foot(shown, tuple(inputs), versions(), coverage(self.documents, words))

    def page_foot(
        self, language: str, parameters: Mapping[str, object], notebook: Notebook
    ) -> Foot:
        """Return the foot of a notebook's page: with its own parameters."""
        whole = self.foot(language)
        own = tuple((name, str(value)) for name, value in parameters.items())
        made = (Wording(language).notebook, f"{notebook.path.name}, sha256 {notebook.sha256}")
        return Foot(own, (*whole.inputs, made), whole.versions, whole.coverage)

    def _shown(self) -> dict[str, str]:
        return {name: value for name, value in self.digests.items() if name != "parameters"}

    def record(self, rows: Mapping[str, int]) -> bytes:
        """Return the run's record, JSON with the same keys in every language."""
        dated = dates(self.documents)
        content = {
            "parameters": self.parameters,
            "corpus": self.corpus,
            "sha256": self.digests,
            "versions": dict(versions()),
            "documents": {
                "read": len(self.documents), "dated": len(dated),
                "first": dated[0] if dated else None, "last": dated[-1] if dated else None,
            },
            "rows": rows,
        }  # fmt: skip
        text = json.dumps(content, indent=1, ensure_ascii=False, default=dict) + "\n"
        return text.encode("utf-8", "replace")


def origin(
    corpus: Path, shown: str, documents: Sequence[Record], sets: Sequence[ParameterSet]
) -> Origin:
    """Return what a run is made from.

    Parameters
    ----------
    corpus : Path
        The folder or file of reports; declared corrections lie in the folder above it.
    shown : str
        The corpus as pages show it, without folders of this machine.
    documents : sequence of dict
        The rows of the table of documents.
    sets : sequence of ParameterSet
        All that the run's notebooks are given.
    """
    digests = {
        "corpus": corpus_sha256(documents),
        "reference": _reference_sha256(),
        "parameters": _parameters_sha256(sets),
    }
    for name, path in (("corrections", corpus.parent / "corrections.yml"), ("lock", _LOCK)):
        if path.is_file():
            digests[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return Origin(shown, _summary(sets), digests, documents)


def _summary(sets: Sequence[ParameterSet]) -> dict[str, str]:
    """Return every value that a parameter has in the run, once."""
    values: dict[str, dict[str, None]] = {}
    for each in sets:
        for given in (each.common, *each.sections.values()):
            for name, value in given.items():
                values.setdefault(name, {})[str(value)] = None
    return {name: ", ".join(each) for name, each in values.items()}


def _parameters_sha256(sets: Sequence[ParameterSet]) -> str:
    content = {each.name: {"common": each.common, "sections": each.sections} for each in sets}
    text = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _reference_sha256() -> str:
    """Return one digest of the reference tables' names and contents."""
    digest = hashlib.sha256()
    for path in sorted(table_path("targets").parent.glob("*.csv")):
        digest.update(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n".encode())
    return digest.hexdigest()
