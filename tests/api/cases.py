# SPDX-License-Identifier: GPL-3.0-or-later
#
# The table of test_operations.py: (method, path, status) -> a function that makes the hall give that
# answer. Each file cases_*.py adds its rows; what every operation has in common stands in
# cases_common.py.

import os
import sqlite3

from people import World

CASES = {}


class Stock:
    """What the cases share: two halls, people who are signed in, and orders in wanted states."""

    def __init__(self, hall, strict_hall, source_folder):
        self.hall, self.strict_hall, self.source_folder = hall, strict_hall, source_folder
        self.world = World(hall, source_folder)
        self.handler = self.world.register()
        self.orders = []

    def order(self, state, channel='wechat', fresh=False):
        """An order that is in the state; @fresh: one that no other case has had."""
        for order in self.orders if not fresh else ():
            if order.load()['state'] == state:
                return order
        order = self.handler.begin().advance(state, channel)
        self.orders.append(order)
        return order

    def phone(self):
        """A link that nobody has used, of an order that waits for its handler."""
        return self.order('awaiting-handler-auth').new_link()

    def sql(self, text, *values):
        """Looks into, or turns, what the hall keeps: for clocks and races that no client can make."""
        database = sqlite3.connect(os.path.join(self.hall.folder, 'hall.db'), timeout=20)
        with database:
            rows = database.execute(text, values).fetchall()
        database.close()
        return rows


def case(operation, *statuses):
    """Puts the function into the table: it takes the stock and returns the answer."""
    method, template = operation.split()

    def add(function):
        for status in statuses:
            key = (method.lower(), template, status)
            assert key not in CASES, f'{key} has two cases'
            CASES[key] = function
        return function
    return add
