"""At which address phones find this machine, without asking anything outside it."""

import socket
import sys
from contextlib import suppress
from ipaddress import IPv4Address

import streamlit as st

HOME = "/mee"
"""Where every page of the phones lives; short, for people type it."""

ROOM = "/room"
"""Where the room's window of a meeting stands."""


_PROBES = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "169.254.255.254", "192.0.2.1")
"""Addresses in each kind of local network: choosing a way to them shows our own address, and sends nothing."""

_GET_ADDRESS = 0x8915  # SIOCGIFADDR in <linux/sockios.h>


def own_addresses() -> tuple[str, ...]:
    """This machine's own addresses in the networks it is in, the most usual kind first; none without a network."""
    found: dict[str, None] = {}
    for probe in _PROBES:
        if address := _address_towards(probe):
            found[address] = None
    for address in _listed_addresses():
        found[address] = None
    return tuple(sorted(found, key=_how_unusual))


def _address_towards(probe: str) -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect((probe, 9))  # of a datagram socket this only picks the way; no packet leaves
        except OSError:
            return None
        address: str = way.getsockname()[0]
    return address if _is_usable(address) else None


def _listed_addresses() -> tuple[str, ...]:
    """What the operating system lists of its own, where it can be asked without asking a name server."""
    if sys.platform == "win32":
        return tuple(address for address in socket.gethostbyname_ex(socket.gethostname())[2] if _is_usable(address))
    if sys.platform != "linux":
        return ()
    from fcntl import ioctl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # a network without an address
                answer = ioctl(asking, _GET_ADDRESS, name.encode().ljust(256, b"\0"))
                found.append(socket.inet_ntoa(answer[20:24]))
    return tuple(address for address in found if _is_usable(address))


def _is_usable(address: str) -> bool:
    return not (IPv4Address(address).is_loopback or IPv4Address(address).is_unspecified)


def _how_unusual(address: str) -> tuple[int, str]:
    """Home and office networks first, then other private ones, then addresses a machine gave itself, then the rest."""
    number = IPv4Address(address)
    if number.is_link_local:
        return 2, address
    if not number.is_private:
        return 3, address
    return (0 if address.startswith(("192.168.", "10.")) else 1), address


def join_address(address: str, code: str, port: int | None = None) -> str:
    """The whole address behind the QR code; `port` None = the port this server listens on."""
    return f"http://{address}:{port or server_port()}{HOME}/{code}"


def typed_address(address: str, port: int | None = None) -> str:
    """The address people type, before they type the code."""
    return f"{address}:{port or server_port()}{HOME}"


def server_port() -> int:
    """The port this server listens on."""
    return int(st.config.get_option("server.port"))


def qr_code(address: str) -> str:
    """A QR code as SVG text that fills the width it gets; dark on light, also where the screen is dark."""
    import segno  # who shows no code need not wait for what draws one

    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(scale=10, border=4, dark="#000000", light="#FFFFFF", omitsize=True)
