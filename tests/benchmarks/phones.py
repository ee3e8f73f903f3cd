"""A room full of phones on one server, client and server on this machine: `python -m tests.benchmarks.phones`.

300 phones join, wait and answer all at once; what waiting costs, what a phone costs in memory beside a dashboard
session, how soon the facilitator's stream shows the count, what phones do to the facilitator's own edits, and whether
every acknowledged answer survives a kill (SIGKILL) in the middle of a burst.
"""

import argparse
import asyncio
import json
import os
import random
import tempfile
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from playwright.async_api import async_playwright

from coprod_core.acts.commands import Seat
from coprod_core.rounds.values import Answer, asked_of
from coprod_core.store.live_values import Caller, GiveAnswer, Join, new_token
from coprod_core.store.store import Store
from coprod_core.web.model import Actor, Interest, Stake, Web
from coprod_ui.meeting.addresses import HOME
from coprod_ui.served.loading import WARM_LATER
from coprod_ui.words import words
from tests.benchmarks.latency import FLAGS, installed_browser
from tests.browser.servers import ROOT, Server

WEB = Web(
    title="Riool",
    actors=(Actor("street", "De straat", "citizens", people=300, seats=6),),
    interests=tuple(Interest(f"k{i}", f"Belang {i}") for i in range(8)),
    stakes=tuple(Stake("street", f"k{i}", 0.4) for i in range(8)),
)


@dataclass(frozen=True)
class Room:
    """A meeting with an open round on a running server."""

    server: Server
    meeting: str
    code: str
    round: int


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes
    took: float


class Phone:
    """One browser: a connection of its own for each request, and its cookie."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.cookie = ""

    async def request(self, method: str, path: str, form: dict[str, object] | None = None) -> Reply:
        body = urlencode(form).encode() if form is not None else b""
        head = [
            f"{method} {path} HTTP/1.1",
            f"Host: 127.0.0.1:{self._room.server.port}",
            f"Origin: {self._room.server.address}",
            "Connection: close",
            "X-Requested-With: phone",
        ]
        if form is not None:
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        if self.cookie:
            head.append(f"Cookie: {self.cookie}")
        start = time.perf_counter()
        async with asyncio.timeout(60):
            reader, writer = await asyncio.open_connection("127.0.0.1", self._room.server.port)
            writer.write("\r\n".join([*head, "", ""]).encode() + body)
            raw = await reader.read()
            writer.close()
        took = time.perf_counter() - start
        top, _, rest = raw.partition(b"\r\n\r\n")
        first, *lines = top.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        return Reply(int(first.split()[1]), headers, rest, took)

    async def join(self) -> float:
        welcome = await self.request("GET", f"{HOME}/{self._room.code}")
        self.cookie = welcome.headers["set-cookie"].partition(";")[0]
        joined = await self.request("POST", f"{HOME}/join", {"code": self._room.code, "language": "nl"})
        assert joined.status == 200, joined
        return welcome.took + joined.took

    async def answer(self, interest: str, weight: str) -> Reply:
        said = {"round": self._room.round, "interest": interest, "weight": weight, "wants": "yes"}
        return await self.request("POST", f"{HOME}/answer", said)

    async def page(self) -> Reply:
        return await self.request("GET", HOME)

    async def wait(self, until: float) -> None:
        seen = ""
        await asyncio.sleep(random.uniform(0, 12))  # a room is never in step
        while time.monotonic() < until:
            reply = await self.request("GET", f"{HOME}/news?seen={seen}")
            assert reply.status in (200, 204), reply
            seen = reply.body.decode() or seen
            await asyncio.sleep(float(reply.headers["x-ask-again"]) * random.uniform(0.8, 1.2))


def _milliseconds(times: list[float]) -> str:
    """The median, the 95th percentile and the longest."""
    return (
        f"p50 {median(times) * 1e3:.0f}, p95 {quantiles(times, n=20)[18] * 1e3:.0f}, longest {max(times) * 1e3:.0f} ms"
    )


def _begin(server: Server) -> Room:
    with closing(Store(server.database_url)) as store:
        meeting = store.begin(WEB)
        code = store.live.open(meeting).code
        number = store.live.open_round(meeting, asked_of(WEB, "", [i.id for i in WEB.interests], own_words=False))
    server.start()
    return Room(server, meeting, code, number)


def _kept(room: Room) -> int:
    with closing(Store(room.server.database_url)) as store:
        return store.live.heads(room.meeting, room.round)


# -- what is measured -----------------------------------------------------------------------------------------------


async def burst(room: Room, phones: list[Phone]) -> None:
    """Everybody joins, then everybody answers at the same moment; the stream shows the count."""
    wanted = _kept(room) + len(phones)
    joins = await asyncio.gather(*(phone.join() for phone in phones))
    print(f"{len(phones)} phones join at once: {_milliseconds(list(joins))}")
    shown = asyncio.create_task(_until_shown(room, wanted))
    await asyncio.sleep(0.5)
    for interest in ("k0", "k1", "k2"):
        replies = await asyncio.gather(*(phone.answer(interest, "plans") for phone in phones))
        acknowledged = time.perf_counter()
        assert all(reply.status == 200 and json.loads(reply.body)["done"] for reply in replies)
        print(f"{len(phones)} answers at once: {_milliseconds([reply.took for reply in replies])}")
        if interest == "k0":
            late = max(0.0, (await shown) - acknowledged)
            print(f"  the facilitator's count is complete {late * 1e3:.0f} ms after the last")
    print(f"  stored: {_kept(room)} of {wanted}")
    replies = await asyncio.gather(*(phone.page() for phone in phones))
    print(f"{len(phones)} pages at once: {_milliseconds([reply.took for reply in replies])}")


async def _until_shown(room: Room, wanted: int) -> float:
    reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
    path = f"/api/live/{room.meeting}/events"
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{room.server.port}\r\n\r\n".encode())
    while line := await reader.readline():
        if line.startswith(b"data: ") and json.loads(line[6:])["answered"] >= wanted:
            writer.close()
            return time.perf_counter()
    raise AssertionError("the stream ended")


async def on_screen(room: Room, phones: list[Phone]) -> None:
    """One answer after another, and how soon the facilitator's screen itself shows each."""
    say = words("nl")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=installed_browser(), args=list(FLAGS))
        page = await browser.new_page(locale="nl-NL")
        await page.goto(f"{room.server.address}/join?language=nl&meeting={room.meeting}")
        await page.get_by_text(say("join.round_open", number=room.round)).wait_for()
        await asyncio.sleep(3)
        took = []
        for count, phone in enumerate(phones, 1):
            start = time.perf_counter()
            await phone.answer("k0", "plans")
            said = say.plural("join.answered", count, phones=say.count(len(phones)))
            await page.get_by_text(said, exact=True).wait_for()
            took.append(time.perf_counter() - start)
            await asyncio.sleep(0.7)
        await browser.close()
    print(f"{len(phones)} answers one by one, each on the facilitator's screen: {_milliseconds(took)}")


async def idle(room: Room, phones: list[Phone], seconds: float) -> float:
    """Everybody waits, on a server that has just started: what that costs. Returns bytes a phone."""
    _restarted(room.server)
    await asyncio.gather(*(phone.page() for phone in phones[:30]))
    await asyncio.sleep(WARM_LATER + 4)
    before = _memory(room.server)
    until = time.monotonic() + seconds + 13
    waiting = [asyncio.create_task(phone.wait(until)) for phone in phones]
    await asyncio.sleep(13)
    used, start = _processor_time(room.server), time.monotonic()
    each = (_memory(room.server) - before) / len(phones)
    await asyncio.sleep(seconds)
    share = (_processor_time(room.server) - used) / (time.monotonic() - start)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    print(f"{len(phones)} phones waiting: {share * 100:.1f}% of one core, {each / 1024:.0f} KiB a phone")
    return each


async def sessions(room: Room, count: int) -> float:
    """What dashboard sessions cost in memory, on a server that has just started. Returns bytes a session."""
    _restarted(room.server)
    import websockets
    from streamlit.proto.BackMsg_pb2 import BackMsg

    async def session() -> None:
        address = f"ws://127.0.0.1:{room.server.port}/_stcore/stream"
        async with websockets.connect(address, max_size=None, origin=room.server.address) as socket:
            message = BackMsg()
            message.rerun_script.query_string = f"meeting={room.meeting}"
            message.rerun_script.page_name = "web"
            await socket.send(message.SerializeToString())
            try:
                while True:
                    await socket.recv()
            except asyncio.CancelledError:
                await socket.close()

    first = asyncio.create_task(session())
    await asyncio.sleep(WARM_LATER + 4)
    before = _memory(room.server)
    opened = [asyncio.create_task(session()) for _ in range(count)]
    await asyncio.sleep(15)
    each = (_memory(room.server) - before) / count
    print(f"{count} dashboard sessions: {each / 1024:.0f} KiB each")
    for task in (first, *opened):
        task.cancel()
    await asyncio.gather(first, *opened, return_exceptions=True)
    return each


def _restarted(server: Server) -> None:
    server.stop()
    server.start()


def edits(folder: Path, phones: int) -> None:
    """The facilitator's own acts while phones answer, beside the same without phones: both in one process."""
    with closing(Store(f"sqlite:///{folder / 'edits.db'}")) as store:
        meeting = store.begin(WEB)
        code = store.live.open(meeting).code
        number = store.live.open_round(meeting, asked_of(WEB, "", ["k0"], own_words=False))
        callers = [Caller(code, new_token()) for _ in range(phones)]
        for joined in [store.live.submit(Join(caller)) for caller in callers]:
            joined.result()

        def typical() -> float:
            took = []
            for _ in range(100):
                start = time.perf_counter()
                store.append(meeting, Seat("street", random.randint(1, 99)), seen=store.load(meeting).head)
                took.append(time.perf_counter() - start)
                time.sleep(0.01)
            return median(took)

        typical()
        alone = typical()
        stop = threading.Event()

        def answering() -> None:
            while not stop.wait(0.05):  # 300 people in 10 seconds or so, for as long as it takes
                store.live.submit(GiveAnswer(random.choice(callers), number, "k0", Answer("plans", True)))

        thread = threading.Thread(target=answering)
        thread.start()
        among = typical()
        stop.set()
        thread.join()
    print(f"the facilitator's edits take {among / alone:.2f}x as long while 20 answers a second come in")


async def killed(room: Room, phones: list[Phone]) -> None:
    """The server is killed in the middle of a burst; after a restart every acknowledged answer is there."""
    acknowledged: list[Phone] = []

    async def answering(phone: Phone) -> None:
        try:
            if (await phone.answer("k7", "home")).status == 200:
                acknowledged.append(phone)
        except (OSError, IndexError, ValueError, asyncio.IncompleteReadError):
            pass  # the server was gone before it answered

    burst_ = asyncio.gather(*(answering(phone) for phone in phones))
    while len(acknowledged) < len(phones) // 4:
        await asyncio.sleep(0.001)
    room.server.kill()
    await burst_
    room.server.start()
    replies = await asyncio.gather(*(phone.request("GET", f"{HOME}?at=8") for phone in acknowledged))
    lost = sum(b'value="home" required checked' not in reply.body for reply in replies)
    pages = await asyncio.gather(*(phone.page() for phone in phones))
    strangers = sum(b"data-wait" not in page.body for page in pages)
    print(f"killed after {len(acknowledged)} acknowledged: {lost} lost, {strangers} of {len(phones)} must join again")


def _memory(server: Server) -> int:
    """Resident memory of the server in bytes."""
    assert server.process is not None
    return int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _processor_time(server: Server) -> float:
    """Processor time of the server in seconds."""
    assert server.process is not None
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _measure(room: Room, count: int, seconds: float) -> None:
    few = [Phone(room) for _ in range(20)]
    await asyncio.gather(*(phone.join() for phone in few))
    await on_screen(room, few)
    phones = [Phone(room) for _ in range(count)]
    await burst(room, phones)
    phone = await idle(room, phones, seconds)
    print(f"  a phone takes 1/{await sessions(room, 20) / phone:.0f} of the memory of a session")
    await killed(room, phones)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=30)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edits(folder, args.phones)
        server = Server(ROOT / "app.py", folder / "meetings.db")
        try:
            asyncio.run(_measure(_begin(server), args.phones, args.seconds))
        finally:
            server.stop()


if __name__ == "__main__":
    main()
