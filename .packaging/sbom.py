"""What a released Belangenweb runs on, as a CycloneDX SBOM: `python .packaging/sbom.py > sbom.cdx.json`.

Reads the packages installed here, and asks nobody. Tools for whoever changes the project are left out: they are not in
`requirements.lock`. Refuses when a package here is not the one that is pinned.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def main() -> int:
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "environment",
        "--pyproject",
        "pyproject.toml",
        "--gather-license-texts",
    ]
    done = subprocess.run(
        [*command, "--output-reproducible", sys.executable], cwd=ROOT, capture_output=True, check=True
    )
    bill = json.loads(done.stdout)
    bill["metadata"]["component"]["version"] = version()
    pins = pinned(ROOT / "requirements.lock")
    bill["components"] = [each for each in bill["components"] if canonicalize_name(each["name"]) in pins]
    if faults := differing(bill, pins):
        print("\n".join(faults), file=sys.stderr)
        return 1
    kept = {each["bom-ref"] for each in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [only(each, kept) for each in bill["dependencies"] if each["ref"] in kept]
    sys.stdout.buffer.write(f"{json.dumps(bill, indent=1, ensure_ascii=False)}\n".encode())
    return 0


def version() -> str:
    (said,) = re.findall(
        r'^__version__ = "(.+)"$', (ROOT / "coprod_core" / "__init__.py").read_text("utf-8"), re.MULTILINE
    )
    return str(said)


def pinned(lock: Path) -> dict[str, str]:
    """The version of every package that belongs on this Python and system."""
    lines = re.findall(r"^[a-z0-9].*?(?= \\$)", lock.read_text("utf-8"), re.MULTILINE)
    asked = [Requirement(line) for line in lines]
    here = [each for each in asked if each.marker is None or each.marker.evaluate()]
    return {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in here}


def differing(bill: dict[str, Any], pins: dict[str, str]) -> list[str]:
    """What is pinned and not here, or here in another version."""
    here = {canonicalize_name(each["name"]): each["version"] for each in bill["components"]}
    return [
        f"{name}: pinned {pin}, here {here.get(name, 'none')}" for name, pin in pins.items() if here.get(name) != pin
    ]


def only(edge: dict[str, Any], kept: set[str]) -> dict[str, Any]:
    """What a package rests on, as far as it is in the bill."""
    rests = [ref for ref in edge.get("dependsOn", []) if ref in kept]
    return {"ref": edge["ref"]} | ({"dependsOn": rests} if rests else {})


if __name__ == "__main__":
    sys.exit(main())
