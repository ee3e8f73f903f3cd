"""Many modules as one script: asked for once, where each module tells a browser what to ask for next."""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)"$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|class|const|function)\*? (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default (?=function )", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)

_FRAME = """\
const made = new Map()
export const module = name => {
  if (!made.has(name)) made.set(name, MODULES[name]())
  return made.get(name)
}
const MODULES = {
%s
}
"""
"""A module is run when it is first asked for, and once."""


def one_script(modules: Mapping[str, str]) -> str:
    """A script that exports `module`, which gives what the module of that name exports.

    `modules`: the text of each by its path. They import each other by `import { ... } from "./..."` only, in no
    circle, and export what they declare. ValueError names a module that says it another way.
    """
    return _FRAME % "\n".join(f'"{name}"() {{{_body(name, text)}}},' for name, text in modules.items())


def _body(name: str, text: str) -> str:
    def taken(found: re.Match[str]) -> str:
        return f'const {{{found[1].replace(" as ", ": ")}}} = module("{normpath(join(dirname(name), found[2]))}")'

    given = _EXPORT.findall(text)
    inside = _EXPORT.sub("", _IMPORT.sub(taken, text))
    inside, default = _DEFAULT.subn("const whole = ", inside)
    left = _LEFT.search(inside)
    if left is not None:
        raise ValueError(f"{name}: {left[0]}")
    return f"{inside}\nreturn {{ {', '.join([*given, 'default: whole'] if default else given)} }}\n"
