"""Every document that a request asks for, and what is wrong with the way that it asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from broadsheet.check.core_sheet import findings_of_core
from broadsheet.findings import Finding
from broadsheet.orders.composing import manuscript_of
from broadsheet.orders.good import GoodLesson, GoodUnit
from broadsheet.orders.order import Order
from broadsheet.orders.ordering import orders
from broadsheet.orders.request import Request
from broadsheet.orders.table import TABLE, Table
from broadsheet.render.manuscript import Job
from broadsheet.render.press import Spoilt
from broadsheet.render.rules import FAULT_OF_OURS
from broadsheet.theme import Theme
from broadsheet.theme.look import Look, ThemeError


def wanted_of(
    good: Sequence[GoodLesson | GoodUnit], request: Request, table: Table = TABLE
) -> tuple[list[Order], list[Finding]]:
    """Give every document that is to be made, and what is wrong with its editions."""
    wanted, faults = orders(good, request, table)
    core = {
        order.file: order.of_lesson for order in wanted if order.edition and order.edition.is_core
    }
    bare = [
        finding
        for each in core.values()
        for finding in findings_of_core(
            replace(each.loaded, lesson=each.lesson), request.today, each.school.limits
        )
    ]
    return wanted, [*faults, *bare]


def job_of(order: Order, look_of: Callable[[Theme], Look]) -> Job | Spoilt[Order]:
    """Compose an order here, to be rendered elsewhere; one that can't be composed has failed."""
    try:
        return Job(order.format.renderer, manuscript_of(order, look_of))
    except ThemeError as error:
        return Spoilt(order, error.reason, error.file, error.line)
    except Exception as error:  # ours: it costs this lesson alone
        return Spoilt(order, f"{FAULT_OF_OURS} ({type(error).__name__}: {error})")
