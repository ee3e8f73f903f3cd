"""Letting phones in: the QR code, the code and the address, who is there, and ending it for good."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from coprod_core.files import organisation
from coprod_core.store.live_values import KEEP_DAYS, MOST_CARDS, LiveMeeting
from coprod_ui.meeting import drafts, live
from coprod_ui.meeting.addresses import join_address, own_addresses, qr_code, typed_address
from coprod_ui.meeting.presentation import address_of, present
from coprod_ui.screens.join import acting, putting_out
from coprod_ui.screens.join.scene import Scene
from coprod_ui.served import cards
from coprod_ui.widgets import room_remote as remote
from coprod_ui.words import literal, t

QR_WIDTH = 250


def draw(scene: Scene) -> None:
    """Draws what the room needs to come in, as the meeting stands."""
    status = scene.status
    if status is None or not status.open:
        _closed(scene)
    else:
        _inside(scene, status)
    if status is not None:
        _raw_answers(scene, status)
    st.markdown(f"##### {t('room.heading')}")
    remote.draw(scene.meeting, key="join")


def _closed(scene: Scene) -> None:
    st.header(t("join.open_heading") if scene.status is None else t("join.closed_heading"), anchor=False)
    st.markdown(t("join.open_next") if scene.status is None else t("join.closed_next"))
    draft = drafts.of("joining")
    days = draft.field(
        st.number_input,
        t("join.keep_days"),
        "keep_days",
        KEEP_DAYS,
        min_value=1,
        max_value=365,
        help=t("join.keep_help"),
    )

    many = draft.field(
        st.number_input,
        t("entry_cards.many"),
        "cards",
        0,
        min_value=0,
        max_value=MOST_CARDS,
        step=10,
        help=t("entry_cards.many_help"),
    )

    def open_meeting() -> None:
        live.open_meeting(scene.meeting, int(days), int(many))
        draft.close()

    acting.button(t("join.open"), open_meeting, key="join_open", icon=":material/smartphone:")
    _five_people()
    _organisation()


def _five_people() -> None:
    with st.expander(t("five_people.heading"), icon=":material/group:", key="join_five_people"):
        for line in ("holds", "holds_not", "cards"):
            st.markdown(t(f"five_people.{line}"))


def _organisation() -> None:
    """Where to fill in who is responsible, as long as that is not filled in; before phones come, when there is time."""
    if not organisation.organisation().complete:
        told = t("privacy.folder", file=organisation.FILE, folder=literal(organisation.folder().name))
        st.markdown(f":gray[{told}]")


def _inside(scene: Scene, status: LiveMeeting) -> None:
    st.header(scene.words.plural("join.phones", status.phones), anchor=False)
    address = _address(scene)
    if address is not None:
        whole = join_address(address, status.code)
        if status.joining:
            st.image(qr_code(whole), width=QR_WIDTH, alt=t("join.qr_alt", address=whole))
        st.markdown(t("join.type_this", address=typed_address(address)))
        st.title(spaced(status.code), anchor=False)
        st.code(whole, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        joining = status.joining
        acting.button(
            t("join.pause" if joining else "join.let_in"),
            lambda: live.let_in(scene.meeting, not joining),
            key="join_pause",
            icon=":material/pause:" if joining else ":material/play_arrow:",
        )
        acting.after_asking(
            t("join.close"),
            t("join.close_warning"),
            t("join.close_sure"),
            lambda: live.close_meeting(scene.meeting),
            key="join_close",
            icon=":material/stop:",
        )
    if not joining:
        st.markdown(t("join.paused"))
    if status.by_card:
        st.link_button(
            t("entry_cards.print"),
            cards.entry_address(scene.meeting, scene.words.language),
            icon=":material/print:",
            help=t("entry_cards.print_help"),
            key="join_entry_cards",
        )
    putting_out.draw(scene)
    _five_people()


def _address(scene: Scene) -> str | None:
    """At which of this machine's addresses phones find it; asked when there are several."""
    addresses = own_addresses()
    if not addresses:
        st.warning(t("join.no_network"), icon=":material/wifi_off:")
        return None
    chosen = address_of(scene.meeting)
    if len(addresses) > 1:
        st.selectbox(
            t("join.address"),
            addresses,
            index=addresses.index(chosen) if chosen in addresses else 0,
            key="join_address",
            help=t("join.address_help"),
            on_change=lambda: present(scene.meeting, address=st.session_state["join_address"]),
        )
    return chosen


def _raw_answers(scene: Scene, status: LiveMeeting) -> None:
    words, zone = scene.words, ZoneInfo(st.context.timezone or "Europe/Amsterdam")
    if status.erased_at is not None:
        st.markdown(f":gray[{t('join.erased', day=words.day(status.erased_at, datetime.now(UTC), zone))}]")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        day = words.day(status.erase_at, datetime.now(UTC), zone)
        st.markdown(f":gray[{t('join.erase_at', day=day)}]", width="content")
        acting.after_asking(
            t("join.erase"),
            t("join.erase_warning"),
            t("join.erase_sure"),
            lambda: live.erase(scene.meeting),
            key="join_erase",
            icon=":material/delete_forever:",
        )


def spaced(code: str) -> str:
    """A code as people read it aloud: K7Q 2MX."""
    return f"{code[:3]} {code[3:]}"
