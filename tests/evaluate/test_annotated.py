"""What was learnt from annotated reports stays learnt: a floor under the scores on all of them.

``tests/annotated`` is no measure of accuracy on other reports; README's table is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzcoop.evaluate.run import evaluate

ANNOTATED = Path(__file__).parents[1] / "annotated"


@pytest.fixture(scope="module")
def found():
    return evaluate(ANNOTATED / "gold", ANNOTATED / "docs")


@pytest.mark.parametrize(
    ("level", "floor"), [("mention", 0.98), ("record", 0.92), ("complete", 0.87)]
)
def test_claims_of_known_reports_are_read_as_well_as_before(found, level, floor):
    assert found.levels[level].f1 >= floor


def test_programmes_of_known_reports_are_read_as_well_as_before(found):
    assert found.programmes.f1 >= 0.85


def test_a_number_that_is_found_is_the_number_that_stands_there(found):
    """A number with another value or unit is worse than one that was not found."""
    assert found.silent_share < 0.005


def test_tables_do_not_depend_on_the_order_of_a_set(tmp_path):
    """Programmes once listed their posts in the order of hashes, another with each start."""
    running = []
    for seed in "12":
        command = [sys.executable, "-m", "kzcoop.cli", "extract", ANNOTATED / "docs"]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        running.append(subprocess.Popen([*command, "--out", tmp_path / seed], env=env))
    assert [process.wait() for process in running] == [0, 0]
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()} for seed in "12"
    )
    assert one == two
