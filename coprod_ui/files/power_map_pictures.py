"""Saving a picture of the power map: which one, for which plan or seen from whom, and whether it may become public."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from coprod_core.indicators.overview import Readings
from coprod_core.indicators.power_map import viewpoint_of
from coprod_core.indicators.power_map.attitudes import plan_of
from coprod_core.web.model import Web
from coprod_ui.charts.power_map.choices import BY_PLAN, Choices, Perspective, Picture
from coprod_ui.files.slide_file import MIMES, as_file, name_of
from coprod_ui.meeting import current
from coprod_ui.words import current_words, t

_KEY = "save_map"


def draw(web: Web) -> None:
    """The choices a picture has, and a button for each kind of file."""
    readings = current.readings_of(web)
    st.markdown(f":gray[{t('power_map_file.heading')}]")
    choices = _choices(web, readings)
    if choices is not None:
        _buttons(web, readings, choices)


def _choices(web: Web, readings: Readings) -> Choices | None:
    """What is chosen; None for a picture that waits for a person to say that it may become public."""
    picture = Picture(_one_of("power_map.which", "picture", {each: t(f"power_map.picture.{each}") for each in Picture}))
    plan, viewpoint, perspective = plan_of(readings), viewpoint_of(readings), Perspective.NOW
    if picture is Picture.RINGS:
        shown = {str(each): t(f"power_map_drawn.perspectives.{each}") for each in Perspective}
        perspective = Perspective(_one_of("power_map.perspective_label", "perspective", shown))
    elif picture is Picture.TRUST:
        viewpoint = _one_of("power_map.from", "from", _viewpoints(web), viewpoint)
    elif plan is not None:
        plan = _one_of("power_map.plan", "plan", {option.id: option.name for option in web.options}, plan)
    only_said = picture in (Picture.HIT, Picture.ATTITUDE) and st.checkbox(
        t("power_map.only_said"), key=f"{_KEY}_only_said"
    )
    public = _asks(web, picture) and _confirmed(picture)
    if picture is Picture.TRUST and not public:
        return None
    return Choices(picture, plan, viewpoint, perspective, public, only_said)


def _viewpoints(web: Web) -> dict[str, str]:
    """From whom trust can be seen: each party, or by how parties stand to a plan."""
    plans = {f"{BY_PLAN}{plan.id}": t("power_map.by_plan", plan=plan.name) for plan in web.options}
    return {**{party.id: party.name for party in web.actors}, **plans}


def _asks(web: Web, picture: Picture) -> bool:
    """Whether a picture can show what the organiser noted of a party: trust, or the attitude while there is no plan."""
    noted = any(party.attitude is not None for party in web.actors)
    return picture is Picture.TRUST or (picture is not Picture.RINGS and not web.options and noted)


def _confirmed(picture: Picture) -> bool:
    what = "trust" if picture is Picture.TRUST else "attitude"
    said: bool = st.checkbox(t(f"power_map_file.public_{what}"), key=f"{_KEY}_public_{picture}")
    return said


def _one_of(label: str, key: str, named: Mapping[str, str], usual: str | None = None) -> str:
    codes = list(named)
    chosen: str = st.selectbox(
        t(label),
        codes,
        index=codes.index(usual) if usual in codes else 0,
        format_func=lambda code: named[code],
        key=f"{_KEY}_{key}",
        filter_mode=None,
    )
    return chosen


def _buttons(web: Web, readings: Readings, choices: Choices) -> None:
    words = current_words()
    with st.container(horizontal=True):
        for form, mime in MIMES.items():
            st.download_button(
                t(f"save_as.as_{form}"),
                partial(as_file, readings, choices, form, date.today(), words),
                file_name=name_of(web, choices, form, words),
                mime=mime,
                icon=":material/grid_view:",
                type="tertiary",
                key=f"{_KEY}_{form}",
                on_click="ignore",
            )
