"""The pins of everything underneath, with hashes and no address of an index: `python .packaging/lock.py`.

With `--check` it changes nothing: it says for each Python and system whether every pin is there as a ready wheel.
Both ask a package index. `tests/test_supply.py` holds the file to `requirements.txt` without asking anybody.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
COMPILE = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-emit-index-url", "--no-annotate"]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("x86_64-manylinux_2_28", "x86_64-pc-windows-msvc", "aarch64-apple-darwin")


def main() -> int:
    if "--check" not in sys.argv:
        return _write()
    faults = [_check(python, system) for python in PYTHONS for system in SYSTEMS]
    return max(faults)


def _write() -> int:
    """Pins that hold for every Python and system; a pin that is there stays as long as it can."""
    asked = ["requirements.txt", "--universal", "--python-version", PYTHONS[0], "--generate-hashes", "-o", LOCK.name]
    how = ["--custom-compile-command", "python .packaging/lock.py"]
    return subprocess.run([*COMPILE, *asked, *how], cwd=ROOT, check=False).returncode


def _check(python: str, system: str) -> int:
    asked = ["requirements.txt", "--constraints", LOCK.name, "--only-binary", ":all:", "--no-header"]
    where = ["--python-version", python, "--python-platform", system]
    done = subprocess.run([*COMPILE, *asked, *where], cwd=ROOT, capture_output=True, text=True, check=False)
    found = len(re.findall(r"^[\w.-]+==", done.stdout, re.MULTILINE))
    print(f"Python {python} on {system}: {f'{found} ready wheels' if done.returncode == 0 else done.stderr.strip()}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
