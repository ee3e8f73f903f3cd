"""Comma-separated tables of the whole web in one zip file, with a `datapackage.json` that says what is in each column.

A Data Package (https://specs.frictionlessdata.io/data-package/).
"""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from coprod_core.exchange import tables
from coprod_core.exchange.brought import Brought
from coprod_core.exchange.card import Card
from coprod_core.exchange.choices import NONE_MADE, Choices
from coprod_core.exchange.json_formats import written as json_written
from coprod_core.exchange.limits import refused, unpacked
from coprod_core.exchange.schema import table_schema
from coprod_core.exchange.text_tables import table_in, text_of, written
from coprod_core.web.model import Web

_DESCRIPTION = "datapackage.json"
_SUFFIX = ".csv"
_MADE = (1980, 1, 1, 0, 0, 0)  # the same web is the same file, whenever it was made


@dataclass(frozen=True)
class DataPackage:
    name: str = "csv"
    suffix: str = ".csv.zip"
    mime: str = "application/zip"
    cannot_hold: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        return content.startswith(b"PK") and _DESCRIPTION.encode() in content

    def read(self, content: bytes, title: str = "", choices: Choices = NONE_MADE) -> Brought:
        parts = {name: part for name, part in unpacked(content) if name.endswith(_SUFFIX)}
        held = {name.removesuffix(_SUFFIX): table_in(text_of(part), name) for name, part in parts.items()}
        for name in tables.columns():
            if name not in held and name not in tables.LEVEL_TABLES:
                raise refused("missing", f"{name}{_SUFFIX}", key=f"{name}{_SUFFIX}")
        return tables.web_in(held, typed=False)

    def write(self, web: Web, card: Card) -> bytes:
        made = tables.tables_of(web)
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
            _put(package, _DESCRIPTION, json_written(_described(made, card.lines(web))))
            for table in made:
                _put(package, f"{table.name}{_SUFFIX}", written(table.columns, table.rows).encode())
        return archive.getvalue()


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    package.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)


def _described(made: tuple[tables.Table, ...], card: dict[str, str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "web-of-interests",
        "title": card["title"],
        "created": card["made_at"],
        "description": card["what"],
        "licenses": [{"name": card["licence"], "title": card["licence"]}],
        "card": card,
        "resources": [
            {
                "name": table.name,
                "path": f"{table.name}{_SUFFIX}",
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": table_schema(table.name),
            }
            for table in made
        ],
    }
