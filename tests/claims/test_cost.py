"""What a report costs the reader, counted: a figure that no busy machine can change."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

import kzcoop
from kzcoop.claims.extract import extract
from kzcoop.language.text import tokenize
from kzcoop.reading.document import read_documents

CODE = str(Path(kzcoop.__file__).parent)
CORPUS = Path(__file__).parents[2] / "data" / "corpus"
# The calls of functions of kzcoop a sentence when this was set, and 15 % more.
CALLS, MARGIN = 690, 1.15


@pytest.mark.skipif(sys.gettrace() is not None, reason="a tracer counts its own calls")
def test_a_sentence_costs_no_more_calls_than_it_did():
    """Python 3.11 makes the most of them: later ones call no function for a list built in place."""
    documents = read_documents([CORPUS])
    for document in documents:
        extract(document)  # words met for the first time cost more
    calls = 0

    def count(frame, event, _):
        nonlocal calls
        calls += event == "call" and frame.f_code.co_filename.startswith(CODE)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for document in documents:
            extract(document)
    finally:
        sys.setprofile(before)
    cost = calls / sum(len(tokenize(document.text).bounds) for document in documents)
    more = cost / CALLS - 1
    assert cost < CALLS * MARGIN, (
        f"A sentence costs {cost:.0f} calls of functions, {more:.0%} more than when this was "
        "set. Look for a rule that is asked where it can tell nothing: give it @needs, or test the "
        "sentence's words before calling it; `benchmarks/extract_speed.py --profile` shows what is "
        "called most. Raise CALLS only for what is worth the time."
    )


def test_what_is_read_leaves_nothing_for_the_garbage_collector():
    """Nothing refers to itself, so that a batch of reports can be read without collecting."""
    documents = read_documents([CORPUS])
    for document in documents:
        extract(document)
    gc.collect()
    gc.disable()
    try:
        for document in documents:
            extract(document)
        assert gc.collect() == 0
    finally:
        gc.enable()
