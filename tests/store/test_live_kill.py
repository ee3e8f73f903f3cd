"""Phones answer while the process is killed: every acknowledged answer is there afterwards."""

import multiprocessing
import time
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from coprod_core.model import Interest, Web
from coprod_core.rounds import Answer, asked_of
from coprod_core.store import Caller, GiveAnswer, Join, PhoneState, Store

WEB = Web(interests=(Interest("dry", "Droge kelder"),))


def answer_for_ever(url: str, code: str, told: Connection) -> None:
    store = Store(url)
    number = 0
    while True:
        callers = [Caller(code, f"phone {number + i}") for i in range(40)]
        number += len(callers)
        futures = [store.live.submit(Join(caller)) for caller in callers]
        futures += [store.live.submit(GiveAnswer(caller, 1, "dry", Answer("home", True))) for caller in callers]
        for caller, future in zip((*callers, *callers), futures, strict=True):
            assert future.result() is None
            if future in futures[len(callers) :]:
                told.send(caller.token)


def test_no_acknowledged_answer_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'meetings.db'}"
    with closing(Store(url)) as store:
        meeting = store.begin(WEB)
        code = store.live.open(meeting).code
        store.live.open_round(meeting, asked_of(WEB, "", ["dry"]))
    receiving, sending = multiprocessing.get_context("spawn").Pipe(duplex=False)
    writer = multiprocessing.get_context("spawn").Process(target=answer_for_ever, args=(url, code, sending))
    writer.start()
    sending.close()
    acknowledged = [receiving.recv()]
    time.sleep(0.05)
    writer.kill()
    writer.join()
    try:
        while receiving.poll():
            acknowledged.append(receiving.recv())
    except EOFError:
        pass
    with closing(Store(url)) as store:
        states = [store.live.phone(Caller(code, token)) for token in acknowledged]
    assert len(acknowledged) > 1
    assert [state for state in states if not isinstance(state, PhoneState) or "dry" not in state.answers] == []
