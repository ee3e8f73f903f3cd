"""The pictures of the strip over the board: the bars of the gap and a see-saw per dilemma, as SVG.

They hold shapes and no words; their colours come from the page by class. What they show is said beside them.
"""

from collections.abc import Sequence
from math import atan2, degrees

from coprod_core.indicators.gap import Gap
from coprod_ui.charts.small import LAYERS, Balance
from coprod_ui.words import of_100

WIDTH, HEIGHT = 172, 36
_FRAME = WIDTH - 2
_PLANK, _FOOT, _MOST_DROP = 27.0, 8.0, 5.0
_BLOCK = 22.0


def gap_bars(gap: Gap | None) -> str:
    """Seats, views and attention nested in one frame; an empty frame while there is no gap to tell of."""
    bars = [] if gap is None else [_bar(part, tall, getattr(gap, part)) for part, tall, _ in LAYERS]
    return _svg(f'<rect class="frame" x="1" y="1" width="{_FRAME}" height="{HEIGHT - 2}" rx="4"/>', *bars)


def _bar(part: str, tall: float, share: float) -> str:
    high = tall * (HEIGHT - 2)
    wide = of_100(share) / 100 * _FRAME
    return f'<rect class="share {part}" x="1" y="{(HEIGHT - high) / 2:g}" width="{wide:g}" height="{high:g}" rx="2"/>'


def see_saw(weighed: Balance | None) -> str:
    """A block per way out, as high as what is lost on it; the plank tips to the heavier side, and lies level where the
    ways are not ranked. Bare while nothing is weighed.
    """
    foot = (
        f'<path class="foot" d="M{WIDTH / 2 - 8} {HEIGHT} L{WIDTH / 2} {HEIGHT - _FOOT} L{WIDTH / 2 + 8} {HEIGHT}Z"/>'
    )
    plank = f'<rect class="plank" x="2" y="{_PLANK - 1.5}" width="{WIDTH - 4}" height="3" rx="1.5"/>'
    if weighed is None:
        return _svg(foot, plank)
    shown = [of_100(loss) for loss in weighed.losses]
    places = [_along(i / (len(shown) - 1)) for i in range(len(shown))]
    ring = (
        [] if weighed.here is None else [f'<circle class="here" cx="{_along(weighed.here):g}" cy="{_PLANK:g}" r="5"/>']
    )
    load = [plank, *_blocks(shown, places, max(shown) if weighed.ranked else None), *ring]
    turn = f"rotate({_tilt(shown, places) if weighed.ranked else 0:.2f} {WIDTH / 2} {_PLANK})"
    return _svg(foot, f'<g transform="{turn}">{"".join(load)}</g>')


def _along(share: float) -> float:
    return 14 + (WIDTH - 28) * share


def _blocks(shown: Sequence[int], places: Sequence[float], most: int | None) -> list[str]:
    return [
        f'<rect class="{"lost heaviest" if loss == most else "lost"}" x="{place - _BLOCK / 2:g}"'
        f' y="{_PLANK - 1.5 - _high(loss):g}" width="{_BLOCK:g}" height="{_high(loss):g}" rx="2"/>'
        for loss, place in zip(shown, places, strict=True)
        if loss
    ]


def _high(loss: int) -> float:
    return 3 + round(loss / 100 * (_PLANK - 10), 1)


def _tilt(shown: Sequence[int], places: Sequence[float]) -> float:
    """Degrees, positive to the right; at most what keeps the low end in the picture."""
    turn = 2 * sum(loss / 100 * (place - WIDTH / 2) / (WIDTH / 2) for loss, place in zip(shown, places, strict=True))
    return max(-1.0, min(1.0, turn)) * degrees(atan2(_MOST_DROP, WIDTH / 2))


def _svg(*shapes: str) -> str:
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>'
