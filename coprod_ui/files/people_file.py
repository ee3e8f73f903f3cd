"""Figures about the neighbourhood from a file: what it holds, what to take of it, and then one act."""

from collections.abc import Callable, Iterable

import streamlit as st

from coprod_core.acts.headcounts import SetPopulation
from coprod_core.checked.errors import InvalidValue
from coprod_core.exchange.cbs import KNOWN, CbsFile, Choice, Region, headcounts
from coprod_core.exchange.population_csv import holds_population, read_population
from coprod_core.files.json_file import FileError
from coprod_core.web.headcount import Headcount
from coprod_core.web.model import Web
from coprod_ui.meeting import drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.widgets import controls, messages
from coprod_ui.widgets.button import button
from coprod_ui.widgets.lines import listed
from coprod_ui.words import current_words, literal, t

KIND = "figures"
"""The kind of draft in which a person chooses a file with figures, and what to take of it."""

FAULTS_SHOWN = 10
REGIONS_SHOWN = 50


def open_figures(web: Web, taken: Callable[[], None]) -> None:
    """Draws a place for a file and what it holds; `taken` is called when its figures are in the meeting."""
    draft = drafts.of(KIND)
    st.markdown(f":gray[{t('people_file.which')}]")
    uploaded = st.file_uploader(t("people_file.file"), type=["csv", "txt", "xlsx"], key=draft.key("file"))
    if uploaded is None:
        return
    try:
        content = uploaded.getvalue()
        if holds_population(content):
            _preview(read_population(uploaded.name, content), web, taken)
        else:
            _from_cbs(draft, _cbs_file(draft, uploaded.file_id, uploaded.name, content), web, taken)
    except FileError as error:
        _refused(error)


def _refused(error: FileError) -> None:
    st.markdown(t("people_file.refused"))
    listed(messages.fault_sentence(fault) for fault in error.faults[:FAULTS_SHOWN])


def _preview(found: tuple[Headcount, ...], web: Web, taken: Callable[[], None]) -> None:
    """What the figures are, and the button that takes them over."""
    words = current_words()
    features = Web(population=found).features
    named = [
        words("people_file.feature_holds", feature=literal(feature), count=len(held))
        for feature, held in features.items()
    ]
    st.markdown(t("people_file.holds", features=words.names(named)))
    for feature, held in features.items():
        values = [
            words("people_file.in_region", value=literal(one.value), count=words.count(one.count)) for one in held
        ]
        st.markdown(f"**{literal(feature)}**: {' · '.join(values)}")
    if web.population:
        st.markdown(t("people_file.instead"))
    button(t("people_file.take"), _take, found, taken, key="people_take", icon="check", type="primary")


def _take(found: tuple[Headcount, ...], taken: Callable[[], None]) -> None:
    if controls.do(lambda: SetPopulation(found)):
        drafts.of(KIND).close()
        taken()


# -- the file of CBS ------------------------------------------------------------------------------------------------


def _cbs_file(draft: Draft, file_id: str, name: str, content: bytes) -> CbsFile:
    """The file, read once: it may hold every neighbourhood of the country."""
    held = draft.get("cbs_file")
    if held is None or held[0] != file_id:
        held = file_id, CbsFile(name, content)
        draft.put(cbs_file=held)
    file: CbsFile = held[1]
    return file


def _from_cbs(draft: Draft, file: CbsFile, web: Web, taken: Callable[[], None]) -> None:
    where, what = st.columns([1, 1.4], gap="large")
    with where:
        region = _region(draft, file.regions)
    if region is None:
        return
    with what:
        st.markdown(f"**{t('people_file.which_columns')}**")
        choices = [*_known_columns(draft, file, region), *_own_columns(draft, file, region)]
    try:
        found = headcounts(file.row(region.line), choices)
        whole = tuple(held for held in found.headcounts if _is_whole(held, found.headcounts))
        if found.not_given:
            st.markdown(t("people_file.not_given", columns=", ".join(literal(name) for name in found.not_given)))
        if whole:
            _preview(whole, web, taken)
        else:
            st.markdown(t("people_file.nothing"))
    except InvalidValue as invalid:
        st.markdown(messages.fault_sentence(invalid.faults[0]))


def _is_whole(held: Headcount, found: Iterable[Headcount]) -> bool:
    """Whether a feature has two values or more; one alone says nothing."""
    return sum(other.feature == held.feature for other in found) > 1


def _region(draft: Draft, regions: tuple[Region, ...]) -> Region | None:
    words = current_words()
    st.markdown(t("people_file.regions", count=words.count(len(regions))))
    sought = draft.field(st.text_input, t("people_file.search"), "search").casefold().split()
    matching = [one for one in regions if all(word in _label(one).casefold() for word in sought)]
    if not matching:
        st.markdown(t("people_file.no_region"))
        return None
    shown = {str(one.line): _label(one) for one in matching[:REGIONS_SHOWN]}
    line = draft.choice(st.selectbox, t("people_file.region"), shown, "region")
    if len(matching) > len(shown):
        st.markdown(t("people_file.more_regions", count=words.count(len(matching) - len(shown))))
    return next(one for one in matching if str(one.line) == line)


def _label(region: Region) -> str:
    parts = dict.fromkeys(part for part in (region.name, region.sort, region.place, region.code) if part)
    return " · ".join(parts)


def _known_columns(draft: Draft, file: CbsFile, region: Region) -> list[Choice]:
    """The columns of which is known what they count, to choose from feature by feature."""
    preset, words = file.preset, current_words()
    chosen: list[Choice] = []
    for feature in dict.fromkeys(known.feature for known in KNOWN.values()):
        columns = [column for column, known in preset.items() if known.feature == feature]
        if not columns:
            continue
        named = words.choice("people_features", feature)
        taken = draft.choices(
            t("people_file.columns", feature=named),
            {column: words.choice("people_values", preset[column].value) for column in columns},
            f"columns_{feature}",
            columns if feature != "sex" else [],
            placeholder=t("people_file.choose"),
        )
        chosen += [
            Choice(
                column=column,
                feature=named,
                value=words.choice("people_values", preset[column].value),
                percent=bool(preset[column].of),
                of=file.total(preset[column]),
                source=_source(region, preset[column].unit),
            )
            for column in taken
        ]
    return chosen


def _own_columns(draft: Draft, file: CbsFile, region: Region) -> list[Choice]:
    """Columns that a person puts together as a feature of their own, each called as the file calls it."""
    feature = draft.field(st.text_input, t("people_file.own_feature"), "own_feature", max_chars=100).strip()
    if not feature:
        return []
    names = {column: column for column in file.columns}
    columns = draft.choices(t("people_file.own_columns"), names, "own_columns", placeholder=t("people_file.choose"))
    percent = draft.field(st.toggle, t("people_file.percent"), "own_percent", False)
    source = _source(region, "other")
    return [Choice(column, feature, column, percent, source=source) for column in columns]


def _source(region: Region, unit: str) -> str:
    name = f"{region.name} {region.code}".strip()
    return t("people_file.source", region=name, unit=t(f"people_units.{unit}"))
