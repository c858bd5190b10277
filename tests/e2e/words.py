# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the window says, in its language: its own strings by gettext, the words of the domain by
# the tables of the core and the catalogue. A test that finds a button finds the right word on it.

import gettext
import json
import os
import re

ROW = re.compile(r'^([A-Z]+) \((\w+),(.*?)\)$', re.MULTILINE | re.DOTALL)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def read_table(path):
    """name -> (English, Chinese) of a table of the core; a row's name is its first string."""
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("\n       ", " ")
    table = {}
    for _, identifier, rest in ROW.findall(text):
        strings = STRING.findall(rest)
        if len(strings) == 2:                      # its identifier is its name, as F01
            strings.insert(0, identifier)
        if len(strings) >= 3:
            table[strings[0]] = (strings[1], strings[2])
    return table


def read_texts(path, prefix):
    """The same of an array of texts in a source file: [HALL_PAY_WECHAT] = HALL_TEXTS (…)."""
    with open(path, encoding="utf-8") as file:
        rows = re.findall(r'\[' + prefix + r'(\w+)\] = HALL_TEXTS \("(.*?)",\s*"(.*?)"\)', file.read())
    return {name.lower(): (english, chinese) for name, english, chinese in rows}


class Words:
    """Everything by one language: "zh_CN" or "en"."""

    def __init__(self, source, build, language):
        self.language = language
        self.column = 1 if language == "zh_CN" else 0
        orders = os.path.join(source, "src", "core", "order")
        self.tables = {kind: read_table(os.path.join(orders, f"hall-{kind}-list.h"))
                       for kind in ("state", "action", "actor", "event")}
        self.tables["reason"] = read_table(
            os.path.join(source, "src", "core", "review", "hall-reason-list.h"))
        self.tables["step"] = read_table(
            os.path.join(source, "src", "flow", "draft", "hall-step-list.h"))
        self.tables["channel"] = read_texts(os.path.join(orders, "hall-pin.c"), "HALL_PAY_")
        with open(os.path.join(source, "data", "catalog", "yinuo-bidding.json"),
                  encoding="utf-8") as file:
            self.catalog = json.load(file)
        self.strings = gettext.NullTranslations()
        if language != "en":
            self.strings = gettext.translation("certhall", os.path.join(build, "po"),
                                               languages=[language])

    def __call__(self, text, context=None):
        """A string of the window, without the mark of its mnemonic."""
        word = self.strings.pgettext(context, text) if context else self.strings.gettext(text)
        return strip_mnemonic(word)

    def form(self, text, *values):
        """The same with values in it."""
        return self(text) % values

    def domain(self, kind, name):
        """A word of the core: domain("state", "accepted")."""
        return self.tables[kind][name][self.column]

    def label(self, thing):
        """The label of a thing of the catalogue."""
        return thing["label"][self.language]

    def section(self, name):
        return next(s for s in self.catalog["sections"] if s["id"] == name)

    def field(self, name):
        """(section, field) of the catalogue."""
        section = self.section(name.split(".")[0])
        return section, next(f for f in section["fields"] if f["id"] == name)

    def document(self, slot):
        return next(d for d in self.catalog["documents"] if d["slot"] == slot)

    def certificate_type(self, name):
        return next(t for t in self.catalog["certificate_types"] if t["id"] == name)


def strip_mnemonic(text):
    """"下一步(_N)" and "_Next" as a screen reader reads them."""
    return re.sub(r"[(（]_.[)）]", "", text).replace("_", "")
