"""Writes today's files beside those of earlier versions: `python -m tests.samples.versions.write`. See README.md."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from coprod_core.files import meeting_file, web_file
from coprod_core.files.log_format import act_from_data
from coprod_core.rounds.values import Answer, Source, asked_of
from coprod_core.store.live_values import Caller, ChooseGroup, GiveAnswer, Join, SayOwnWords, new_token
from coprod_core.store.store import Store
from coprod_core.store.upgrades import UPGRADES
from coprod_core.store.workshops import KeptWorkshop
from coprod_core.web.model import Web
from coprod_core.workshop import file as workshop_file
from coprod_core.workshop.running import Running, to_text

HERE = Path(__file__).parent
TITLE = "Riool in de Kadestraat"
WORKSHOP = HERE.parents[2] / "data" / "workshops" / "dog_fence.nl.json"


def meeting_in(store: Store) -> str:
    """A meeting in which every act of `acts.json` was done, with a scenario of it."""
    meeting = store.begin(Web(title=TITLE))
    for data in json.loads((HERE / "acts.json").read_text("utf-8")):
        store.append(meeting, act_from_data(data), seen=store.load(meeting).head)
    store.fork(meeting, "Zonder pomp", 40)
    return meeting


def asked_in(store: Store, meeting: str) -> None:
    """One round that is closed and one that is still open, with answers of phones, counted hands, and own
    words of which some lie in a pile."""
    code = store.live.open(meeting).code
    web = store.load(meeting).history.web
    first = store.live.open_round(meeting, asked_of(web, "Wat wilt u?", ["dry", "sound"], ["street", "piles"]))
    for group in ("street", "piles"):
        for _ in range(5):
            caller = Caller(code, new_token())
            acts = [Join(caller), ChooseGroup(caller, first, group), SayOwnWords(caller, first, "Rust in de nacht")]
            acts += [GiveAnswer(caller, first, interest, Answer("home", True)) for interest in ("dry", "sound")]
            assert {store.live.do(act) for act in acts} == {None}
    store.live.type_in(meeting, first, Source.HANDS, "street", "dry", {Answer("plans", False): 3})
    store.live.close_round(meeting, first)
    second = store.live.open_round(meeting, asked_of(web, "En nu?", ["dry"], ["piles"], own_words=False))
    assert store.live.do(GiveAnswer(caller, second, "dry", Answer("notices", True))) is None
    ids = [one.id for one in store.live.own_words(meeting)]
    store.live.lay_in_piles(meeting, {"quiet": ids[:4], "torn": ids[4:6]})
    store.live.refuse_pile(meeting, "torn")


def written_by(store: Store) -> dict[str, str]:
    """What today's program writes of such a meeting, by the name of the file. The database is left full."""
    meeting = meeting_in(store)
    asked_in(store, meeting)
    workshop = workshop_file.read(WORKSHOP.read_bytes())
    kept = KeptWorkshop(workshop_file.write(workshop), to_text(Running(workshop.steps[2].id)))
    store.workshops.keep(meeting, kept)
    return {
        f"web.{web_file.VERSION}.json": web_file.write(store.load(meeting).history.web),
        f"meeting.{meeting_file.VERSION}.json": meeting_file.write(store.export(meeting)),
        f"workshop.{workshop_file.VERSION}.json": workshop_file.write(workshop),
    }


def at_rest(database: Path) -> bytes:
    """The database as one file, with nothing left in the journal beside it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA page_size = 1024")  # a small file
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = WAL")  # as the program leaves it
    return database.read_bytes()


def main() -> None:
    with TemporaryDirectory() as folder:
        database = Path(folder) / "meetings.db"
        with closing(Store(f"sqlite:///{database}")) as store:
            texts = written_by(store)
        files = {name: text.encode("utf-8") for name, text in texts.items()}
        files[f"database.{len(UPGRADES)}.db"] = at_rest(database)
    for name, content in files.items():
        if not (HERE / name).exists():  # what an earlier program wrote stays as it wrote it
            (HERE / name).write_bytes(content)
            print(f"wrote {name}")


if __name__ == "__main__":
    main()
