"""Our Python as it stands in the files, parsed once for every test that reads it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("coprod_core", "coprod_ui")


def modules(*folders: str) -> list[Path]:
    """Every module below some folders of the checkout; of both packages where none is named."""
    return [path for folder in folders or PACKAGES for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def parsed(path: Path) -> ast.Module:
    """A module as a tree; nobody changes it."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a module."""
    return tuple(ast.walk(parsed(path)))


@cache
def imported(path: Path) -> frozenset[str]:
    """The modules a file imports, or imports something from."""
    plain = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    return frozenset(plain | {node.module or "" for node in nodes(path) if isinstance(node, ast.ImportFrom)})


def room(module: str) -> str:
    """The folder right under a package in which a module stands."""
    return ".".join(module.split(".")[:2])


def rooms_in_circles() -> set[str]:
    """The rooms that know each other in a circle, or know one that does."""
    left: dict[str, set[str]] = {}
    for path in modules():
        here = room(".".join(path.relative_to(ROOT).with_suffix("").parts))
        seen = {room(module) for module in imported(path) if module.startswith(PACKAGES)}
        left.setdefault(here, set()).update(seen - {here})
    while free := {here for here, seen in left.items() if not seen & left.keys()}:
        left = {here: seen for here, seen in left.items() if here not in free}
    return set(left)


# -- what a function says -------------------------------------------------------------------------------------------

Method = ast.FunctionDef | ast.AsyncFunctionDef


def says(node: Method) -> bool:
    """Whether a function has a docstring, or only tells a type checker in what other way it can be called."""
    return bool(ast.get_docstring(node)) or any(ast.unparse(each) == "overload" for each in node.decorator_list)


def public(body: list[ast.stmt]) -> Iterator[Method]:
    """The functions of a module or class under a name without an underscore."""
    return (node for node in body if isinstance(node, Method) and not node.name.startswith("_"))


def undocumented(path: Path) -> list[str]:
    """The public functions of a module that do not say what they mean."""
    return [node.name for node in public(parsed(path).body) if not says(node)]


@cache
def classes() -> dict[str, list[tuple[Path, ast.ClassDef]]]:
    """Every class of the house, by its name."""
    found: dict[str, list[tuple[Path, ast.ClassDef]]] = {}
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append((path, node))
    return found


def undocumented_methods(path: Path) -> list[str]:
    """The public methods of a module's public classes of which nobody says what they are for."""
    of = [node for node in parsed(path).body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    return [
        f"{node.name}.{each.name}"
        for node in of
        for each in public(node.body)
        if not (ast.get_docstring(each) or _said_above(path, node, each.name))
    ]


def _said_above(path: Path, node: ast.ClassDef, method: str) -> bool:
    """Whether a class it builds on, or a protocol of its room that it fits, says what the method is for."""
    above = [found for name in _bases(node) for found in classes().get(name, []) if found[1] is not node]
    asked = [each for where, each in _protocols() if where.parent == path.parent and each is not node]
    return any(_says_in(each, method) for each in (*asked, *(each for _, each in above))) or any(
        _said_above(where, each, method) for where, each in above
    )


def _says_in(node: ast.ClassDef, method: str) -> bool:
    return any(each.name == method and ast.get_docstring(each) for each in public(node.body))


def _bases(node: ast.ClassDef) -> list[str]:
    return [ast.unparse(base).split("[")[0].rsplit(".", 1)[-1] for base in node.bases]


@cache
def _protocols() -> list[tuple[Path, ast.ClassDef]]:
    return [found for group in classes().values() for found in group if "Protocol" in _bases(found[1])]
