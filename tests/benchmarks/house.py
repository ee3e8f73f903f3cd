"""Counts the house: what a newcomer sees at once, and how far a reading is spread.

Run `python -m tests.benchmarks.house`. Lines and long files: Python and JavaScript. A function is public when it stands
in a module under a name without an underscore. A reading is spread over the files of the program that name its code.
"""

from pathlib import Path
from statistics import median

from coprod_core.indicators.explanation import READINGS
from tests.sources import PACKAGES, ROOT, modules, rooms_in_circles, undocumented

CODE = (".py", ".js")
LONG = 300


def files(*suffixes: str, tests: bool = False) -> list[Path]:
    """The files that make up the program, those of the tests too when asked for."""
    folders = [*PACKAGES, "pages", *(["tests"] if tests else [])]
    found = [ROOT / "app.py", *(path for folder in folders for path in sorted((ROOT / folder).rglob("*")))]
    return [path for path in found if path.suffix in suffixes]


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text("utf-8").splitlines())


def seen_at_once() -> dict[str, int]:
    """Per package, how many modules and folders stand in it side by side."""
    return {
        package: sum(
            path.suffix == ".py" or (path.is_dir() and any(path.rglob("*.py"))) for path in (ROOT / package).iterdir()
        )
        for package in PACKAGES
    }


def spread() -> dict[str, int]:
    """Per reading, how many files of the program name it by its code."""
    texts = [path.read_text("utf-8") for path in files(*CODE)]
    return {code: sum(f'"{code}"' in text for text in texts) for code in READINGS}


def main() -> None:
    """Prints each figure, and what it is made of."""
    seen, circles = seen_at_once(), rooms_in_circles()
    bare = [f"{path.relative_to(ROOT)} {name}" for path in modules(*PACKAGES, "pages") for name in undocumented(path)]
    long = [path for path in files(*CODE) if lines(path) > LONG]
    program, whole = (sum(map(lines, files(*CODE, tests=with_tests))) for with_tests in (False, True))
    of = spread()
    most = max(of, key=of.__getitem__)
    print("rooms seen at once:", max(seen.values()), seen)
    print("rooms in circles:", len(circles), sorted(circles))
    print(f"files over {LONG} lines:", len(long), [f"{path.relative_to(ROOT)} {lines(path)}" for path in long])
    print("lines of the program:", program, "- with its tests:", whole)
    print("public functions without docstring:", len(bare), bare)
    print(f"files that name a reading: median {median(of.values())}, most {of[most]} ({most})")


if __name__ == "__main__":
    main()
