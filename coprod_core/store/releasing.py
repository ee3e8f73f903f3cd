"""Releases as rows: what has become due is worked out, shown answers are marked, and their counts are kept."""

import json
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, text

from coprod_core.rounds.publication import Kept, Release, at_close, while_open
from coprod_core.rounds.values import Answer, Counts
from coprod_core.store.live_values import Round

_OF_ROUND = "WHERE meeting_id = :meeting AND round = :round"


def release_due(connection: Connection, meeting: str, current: Round, *, closing: bool) -> None:
    """Releases what is due in a round, all at one moment."""
    of_round = {"meeting": meeting, "round": current.number}
    cells: dict[str, dict[str, list[Kept]]] = {}
    answers = f"SELECT interest, group_id, token, weight, wants, arrived, released FROM live_answer {_OF_ROUND}"
    for interest, group, token, weight, wants, arrived, released in connection.execute(text(answers), of_round):
        kept = Kept(token, Answer(weight, bool(wants)), arrived, not released)
        cells.setdefault(interest, {}).setdefault(group, []).append(kept)
    typed = _typed(connection, of_round) if closing else {}
    shown = _shown(connection, of_round) if closing else {}
    for interest in dict.fromkeys((*cells, *typed)):
        of_interest = cells.get(interest, {})
        if closing:
            releases = at_close(of_interest, shown.get(interest, frozenset()), typed.get(interest, {}))
        else:
            releases = while_open(of_interest)
        for group, release in releases.items():
            _keep(connection, {**of_round, "interest": interest}, group, release)


def _keep(connection: Connection, of_interest: Mapping[str, object], group: str, release: Release) -> None:
    if release.held:
        connection.execute(
            text(f"UPDATE live_answer SET released = 1 {_OF_ROUND} AND interest = :interest AND token = :token"),
            [{**of_interest, "token": kept.phone} for kept in release.held],
        )
    connection.execute(
        text(
            "INSERT INTO live_result (meeting_id, round, interest, group_id, counts)"
            " VALUES (:meeting, :round, :interest, :group, :counts)"
            " ON CONFLICT (meeting_id, round, interest, group_id) DO UPDATE SET counts = excluded.counts"
        ),
        {**of_interest, "group": group, "counts": counts_to_text(release.counts)},
    )


def _typed(connection: Connection, of_round: Mapping[str, object]) -> dict[str, dict[str, Counter[Answer]]]:
    """What was typed in by interest and group, hands and paper together."""
    typed: dict[str, dict[str, Counter[Answer]]] = {}
    rows = connection.execute(text(f"SELECT interest, group_id, counts FROM live_typed {_OF_ROUND}"), of_round)
    for interest, group, counts in rows:
        typed.setdefault(interest, {}).setdefault(group, Counter()).update(counts_from_text(counts))
    return typed


def _shown(connection: Connection, of_round: Mapping[str, object]) -> dict[str, set[str]]:
    """The groups of which something was shown before, by interest."""
    shown: dict[str, set[str]] = {}
    for interest, group in connection.execute(
        text(f"SELECT interest, group_id FROM live_result {_OF_ROUND}"), of_round
    ):
        shown.setdefault(interest, set()).add(group)
    return shown


def counts_to_text(counts: Counts) -> str:
    """Counts as JSON: weight, wants, people; the same text for the same counts."""
    rows = [(answer.weight, answer.wants, people) for answer, people in counts.items() if people]
    return json.dumps(sorted(rows))


def counts_from_text(kept: str) -> Counts:
    """The counts in text that `counts_to_text` made."""
    return Counter({Answer(weight, wants): people for weight, wants, people in json.loads(kept)})
