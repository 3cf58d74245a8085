"""What is in scope: trade and works, and not the economy, its harvests or its taxes.

«добыто 57 млн тонн»                       out of scope: made, and not traded
«выручка компании – 60 млн лари»           out of scope: a rule of its kind tells
«КТЖ отгрузило 5 млн тонн зерна»           in scope, as freight
«ввоз превысил вывоз на 3 млрд»            in scope, as other
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kzcoop.claims.claim import MOVED, SIDES
from kzcoop.claims.scene.draft import COMPARED, Draft
from kzcoop.claims.scene.rules import Rules
from kzcoop.claims.scope.aside_part import (
    how_full,
    of_cases,
    of_condition,
    of_harvest_lost,
    of_hour,
    of_one_carrier,
    of_sector,
    of_social,
    of_things,
)
from kzcoop.claims.scope.clauses import of_paper
from kzcoop.claims.scope.compared_sides import compares_sides
from kzcoop.claims.scope.economy import is_of_economy, of_branches
from kzcoop.claims.scope.haulage import is_built_for, is_freight
from kzcoop.claims.scope.no_flow import (
    bought_at_home,
    in_queue,
    is_carried,
    is_lacking,
    is_made_daily,
    is_ordered,
    is_own,
    is_side,
    is_single,
    of_inside,
    of_people,
    of_plant,
    of_vessel,
)
from kzcoop.claims.scope.passage import is_transit
from kzcoop.claims.scope.price import (
    is_aid,
    is_dearer,
    is_earned,
    is_gap,
    is_price,
    is_stake,
    spends_at_home,
)
from kzcoop.claims.scope.production import is_produced
from kzcoop.claims.scope.progress import is_progress, is_speed
from kzcoop.claims.scope.third_seller import (
    of_all_abroad,
    of_demand,
    of_market,
    of_rivals,
    of_world,
)

# what a figure of a kind may tell that is no trade, transport or project
_NO_TRADE = (
    ({"percent"}, is_progress),
    ({"percent"}, of_things),
    ({"percent"}, of_harvest_lost),
    ({"percent"}, of_cases),
    ({"percent", "ratio"}, of_condition),
    ({"percent"}, how_full),
    ({"count", "money"}, of_social),
    ({"percent"}, of_hour),
    ({"percent", "ratio"}, of_sector),
    ({"tonne", "wagon"}, of_one_carrier),
    ({"bare", "count", "vehicle", "vehicles", "wagon"}, is_lacking),
    ({"count"}, of_paper),
    ({"teu", "tonne"}, of_vessel),
    ({"tonne"}, is_carried),
    ({"count", "percent", "tonne", "vehicle", "vehicles", "wagon"}, is_own),
    ({"teu", "tonne", "wagon"}, is_single),
    ({"vehicle"}, is_made_daily),
    ({"bare", "count", "vehicle", "vehicles", "percent", "ratio"}, of_inside),
    ({"money"}, spends_at_home),
    ({"money"}, is_price),
    ({"percent", "ratio"}, is_dearer),
    ({"money", "percent", "ratio"}, is_earned),
    ({"money"}, is_gap),
    ({"money", "tonne"}, is_aid),
    ({"percent"}, is_stake),
    ({"percent", "ratio"}, is_speed),
    ({"percent", "ratio"}, of_branches),
    ({"percent", "ratio"}, of_people),
    ({"money", "percent", "ratio", "tonne"}, of_world),
    ({"money", "tonne"}, of_all_abroad),
    ({"money", "tonne"}, of_market),
    ({"percent", "ratio"}, of_demand),
    ({"percent", "ratio", "vehicle", "vehicles", "wagon"}, in_queue),
    ({"percent", "ratio"}, of_rivals),
    ({"percent"}, is_side),
    ({"wagon"}, is_ordered),
    ({"pieces"}, bought_at_home),
    ({"money", "pieces", "tonne"}, of_plant),
    ({"money", "percent", "ratio"}, is_of_economy),
)


def assign_scope(one: Draft) -> None:
    """Refine the indicator by what stands beside the figure, and reject what is out of scope."""
    if is_produced(one):
        one.note("made or harvested, and not traded")
        one.reject("out_of_scope")
        return
    if _no_trade(one.kind).tell(one):
        one.reject("out_of_scope")
        return
    if one.indicator in SIDES and is_freight(one):
        one.indicator = "freight"
    if compares_sides(one):
        one.indicator = "other"
        one.note(COMPARED)
    if one.indicator == "freight" and is_transit(one):
        one.indicator = "transit"
    if one.indicator in MOVED and is_built_for(one):
        one.indicator = "other"


@cache
def _no_trade(kind: str) -> Rules[Callable[[Draft], bool]]:
    """The rules that tell of a figure of a kind that it is of no trade."""
    return Rules(tells for kinds, tells in _NO_TRADE if kind in kinds)
