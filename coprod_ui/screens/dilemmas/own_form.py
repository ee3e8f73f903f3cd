"""The fields in which a dilemma of one's own is written or changed: a choice a column, a line for each loss."""

import streamlit as st

from coprod_core.acts.ids import new_id
from coprod_core.acts.own_dilemmas import AddDilemma, ChangeDilemma
from coprod_core.checked.fields import LONGEST_NAME
from coprod_core.checked.values import to_data
from coprod_core.web.model import Web
from coprod_core.web.own_dilemmas import LEAST_WAYS, LONGEST_NOTES, MOST_LOSSES, MOST_WAYS, OwnDilemma, OwnWay
from coprod_ui.meeting import drafts
from coprod_ui.meeting.drafts import Draft
from coprod_ui.typed_line.own_dilemma import loss_line, made, way
from coprod_ui.typed_line.reading import tidy
from coprod_ui.widgets import controls
from coprod_ui.widgets.button import button
from coprod_ui.widgets.privacy_note import privacy_note
from coprod_ui.words import t

_KIND = "own_dilemma"
"""Its fields: `id`, of the dilemma that is changed, "" for a new one; `ways`, the ids of its choices; `question`,
`notes`, and `text_0`, `loses_0` and so on, of each choice.
"""

IN_A_ROW = 3
_LINES = 110


def find() -> Draft | None:
    """The dilemma that is being written in this window, None when none is."""
    return drafts.find(_KIND)


def begin() -> None:
    """Begins a new one, with the fewest choices there may be."""
    drafts.begin(_KIND, id="", ways=tuple(new_id("w") for _ in range(LEAST_WAYS)))


def change(dilemma: OwnDilemma, web: Web) -> None:
    """Takes one up to change it."""
    names = parties(web)
    texts = {f"text_{nth}": held.text for nth, held in enumerate(dilemma.ways)}
    lost = {
        f"loses_{nth}": "\n".join(loss_line(loss, names) for loss in held.loses)
        for nth, held in enumerate(dilemma.ways)
    }
    said = {"question": dilemma.question, "notes": dilemma.notes, **texts, **lost}
    drafts.begin(_KIND, id=dilemma.id, ways=tuple(held.id for held in dilemma.ways), **said)


def parties(web: Web) -> dict[str, str]:
    """The parties of the web by id, with their names."""
    return {actor.id: actor.name for actor in web.actors}


def draw(held: Draft, web: Web) -> None:
    """Draws the fields. Nothing of it is kept until a person says so."""
    st.markdown(f"##### {t('own_dilemma.edit' if held.get('id') else 'own_dilemma.new')}")
    said = [held.field(st.text_input, t("own_dilemma.question"), "question", max_chars=LONGEST_NAME)]
    count = len(held.get("ways"))
    for first in range(0, count, IN_A_ROW):
        for nth, column in enumerate(st.columns(IN_A_ROW, gap="small"), first):
            if nth < count:
                with column:
                    said += _way(held, nth)
    said.append(held.field(st.text_area, t("own_dilemma.notes"), "notes", height=68, max_chars=LONGEST_NOTES))
    privacy_note(" ".join(said))
    with st.container(horizontal=True, key="own_form_acts"):
        button(t("own_dilemma.keep"), _keep, held, web, key="keep_own", icon="check")
        button(t("own_dilemma.add_way"), _add_way, held, key="add_own_way", icon="add", disabled=count >= MOST_WAYS)
        button(t("report_screen.drop"), held.close, key="drop_own", icon="close")


def _way(held: Draft, nth: int) -> list[str]:
    """The fields of one choice; what stands in them."""
    number = nth + 1
    text = held.field(st.text_input, t("own_dilemma.way", number=number), f"text_{nth}", max_chars=LONGEST_NAME)
    lost = held.field(
        st.text_area,
        t("own_dilemma.losses", number=number),
        f"loses_{nth}",
        height=_LINES,
        placeholder=t("own_dilemma.losses_example"),
        max_chars=MOST_LOSSES * 2 * LONGEST_NAME,
    )
    return [text, lost]


def _add_way(held: Draft) -> None:
    held.put(ways=(*held.get("ways"), new_id("w")))


def _keep(held: Draft, web: Web) -> None:
    if controls.do(lambda: _act(held, web)):
        held.close()


def _act(held: Draft, web: Web) -> AddDilemma | ChangeDilemma:
    """The act that keeps what is written. Raises `CoprodError` where that makes no dilemma."""
    id_, question, notes = held.get("id"), tidy(held.text("question")), held.text("notes")
    dilemma = made(id_ or new_id("d"), question, _ways(held, web), notes)
    if not id_:
        return AddDilemma(dilemma)
    said = to_data(dilemma)
    return ChangeDilemma(id_, {name: said[name] for name in ("question", "ways", "notes")})


def _ways(held: Draft, web: Web) -> tuple[OwnWay, ...]:
    """The choices as they are written now; one of which nothing is said is left out."""
    before = web.dilemma_by_id.get(held.get("id"))
    known = [] if before is None else [loss for each in before.ways for loss in each.loses]
    return tuple(
        way(id_, held.text(f"text_{nth}"), held.text(f"loses_{nth}").split("\n"), parties(web), known)
        for nth, id_ in enumerate(held.get("ways"))
        if held.text(f"text_{nth}") or held.text(f"loses_{nth}")
    )
