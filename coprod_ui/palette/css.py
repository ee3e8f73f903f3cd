"""The palette as CSS variables, `zone.table` being `--zone-table`: each style sheet gets those that it uses."""

import re

from coprod_ui.palette import PALETTE, Colours, Palette

_USED = re.compile(r"var\((--[\w-]+)\)")
_DECLARATION = re.compile(r"[\w-]+:[^;{}]*var\(--[\w-]+\)[^;{}]*;")


def on_screen(style: str, palette: Palette = PALETTE) -> str:
    """A style sheet that follows whether the person likes a light or a dark ground."""
    dark = f"@media (prefers-color-scheme: dark) {{ {_root(style, palette.dark)} }}"
    return f"{_root(style, palette.light)}\n{dark}\n{style}"


def on_ground(style: str, dark: bool, palette: Palette = PALETTE) -> str:
    """A style sheet for a page, or a drawing of ours on it, of which it is known whether its ground is dark."""
    return f"{_at(':root, :host', style, palette.dark if dark else palette.light)}\n{style}"


def on_both(style: str, at: str, palette: Palette = PALETTE) -> str:
    """A style sheet for a component, whose root `at` has the class `dark` on a dark ground."""
    grounds = (_at(at, style, palette.light), _at(f"{at}.dark", style, palette.dark))
    return "\n".join((*grounds, style))


def on_paper(style: str, palette: Palette = PALETTE) -> str:
    """A style sheet for what is printed."""
    return f"{variables(style, palette)}\n{style}"


def variables(style: str, palette: Palette = PALETTE) -> str:
    """The variables alone that a style sheet, or a page with one in it, uses on paper."""
    return _root(style, palette.paper)


def for_old_browsers(style: str, palette: Palette = PALETTE) -> str:
    """The style sheet for browsers without variables too: each gets the light colour before the variable."""
    light = _by_variable(palette.light)

    def twice(found: re.Match[str]) -> str:
        return f"{_USED.sub(lambda used: light.get(used[1], used[0]), found[0])} {found[0]}"

    return _DECLARATION.sub(twice, style)


def _root(style: str, colours: Colours) -> str:
    return _at(":root", style, colours)


def _at(selector: str, style: str, colours: Colours) -> str:
    used = set(_USED.findall(style))
    said = "; ".join(f"{name}: {value}" for name, value in _by_variable(colours).items() if name in used)
    return f"{selector} {{ {said} }}"


def _by_variable(colours: Colours) -> dict[str, str]:
    return {f"--{re.sub('[._]', '-', name)}": value for name, value in colours.items()}
