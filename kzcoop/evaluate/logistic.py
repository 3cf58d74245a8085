"""Two small fits in plain Python, so that the same data give the same digits everywhere.

A library's linear algebra may differ in the last digit from one processor to the next.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_STEPS = 30
_SETTLED = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an isotonic fit: from ``low`` points on, ``right`` of ``count``, and its share."""

    low: float
    count: int
    right: int
    share: float


def ridge(
    design: Sequence[Sequence[int]], right: Sequence[bool], columns: int, penalty: float = 3.0
) -> list[float]:
    """Return the weights of a logistic regression with a penalty on their squares.

    Parameters
    ----------
    design
        For each row the columns that are 1; all others are 0.
    right
        For each row whether it came true.
    columns
        Number of columns.
    penalty
        Held against the weights, not against the intercept, which is fitted and not returned.
    """
    size = columns + 1  # the last is the intercept
    weights = [0.0] * size
    rows = [(*ones, columns) for ones in design]
    for _ in range(_STEPS):
        gradient = [-penalty * w for w in weights[:columns]] + [0.0]
        hessian = [[0.0] * size for _ in range(size)]
        for index in range(columns):
            hessian[index][index] = penalty
        for ones, came in zip(rows, right, strict=True):
            odds = math.exp(-math.fsum(weights[i] for i in ones))
            expected = 1 / (1 + odds)
            spread = expected * (1 - expected)
            for i in ones:
                gradient[i] += came - expected
                for j in ones:
                    hessian[i][j] += spread
        hessian[columns][columns] += 1e-9  # where nothing ever failed, the intercept has no end
        change = _solve(hessian, gradient)
        weights = [w + max(-2.0, min(2.0, d)) for w, d in zip(weights, change, strict=True)]
        if max(abs(d) for d in change) < _SETTLED:
            break
    return weights[:columns]


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a symmetric positive definite system by elimination."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for pivot in range(size):
        for below in range(pivot + 1, size):
            factor = rows[below][pivot] / rows[pivot][pivot]
            if factor:
                for column in range(pivot, size + 1):
                    rows[below][column] -= factor * rows[pivot][column]
    found = [0.0] * size
    for pivot in range(size - 1, -1, -1):
        rest = math.fsum(rows[pivot][c] * found[c] for c in range(pivot + 1, size))
        found[pivot] = (rows[pivot][size] - rest) / rows[pivot][pivot]
    return found


def isotonic(
    cases: Sequence[tuple[float, bool]], least: int, prior: float, decimals: int
) -> list[Step]:
    """Return steps of rising share over points, by pooling neighbours.

    Parameters
    ----------
    cases
        Points, and whether it came true.
    least
        The fewest cases that make a step.
    prior
        As many cases of the overall share are added to each step; it is these shares that rise.
    decimals
        To which points and shares are rounded.
    """
    overall = sum(came for _, came in cases) / len(cases)
    by_points: dict[float, list[int]] = {}
    for points, came in cases:
        pool = by_points.setdefault(round(points, decimals), [0, 0])
        pool[0] += 1
        pool[1] += came
    drawn = prior * overall

    def share(block: list[float]) -> float:
        return (block[2] + drawn) / (block[1] + prior)

    blocks: list[list[float]] = []
    for points in sorted(by_points):
        count, right = by_points[points]
        if blocks and blocks[-1][1] < least:
            blocks[-1][1] += count
            blocks[-1][2] += right
        else:
            blocks.append([points, count, right])
        if blocks[-1][1] >= least:
            _pool(blocks, share)
    if len(blocks) > 1 and blocks[-1][1] < least:
        _join_last(blocks)
    _pool(blocks, share)
    return [
        Step(block[0], int(block[1]), int(block[2]), round(share(block), decimals))
        for block in blocks
    ]


def _pool(blocks: list[list[float]], share: Callable[[list[float]], float]) -> None:
    """Join the last blocks until shares rise."""
    while len(blocks) > 1 and not share(blocks[-2]) < share(blocks[-1]):
        _join_last(blocks)


def _join_last(blocks: list[list[float]]) -> None:
    _, count, right = blocks.pop()
    blocks[-1][1] += count
    blocks[-1][2] += right
