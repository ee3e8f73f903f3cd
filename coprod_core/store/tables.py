"""The tables of meetings and the entries of their logs. Values are checked in the model, not here.

They have a registry of their own, so that a hot reload can define them again. `upgrades.py` makes them in a file.
"""

from typing import NamedTuple

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class Table(SQLModel, registry=registry(metadata=MetaData())):
    """Base of the tables of the store."""


class MeetingRow(Table, table=True):
    """A meeting, or a scenario of one. `changed_at`, `head` and `digest` follow from its log; the last two seal the
    log's end.

    `title` follows from the log too, except for a scenario: that has a name of its own. `forked_from`: the meeting a
    scenario belongs to, None for a meeting; its log is that of the meeting up to `forked_at_seq`.
    """

    __tablename__ = "meeting"

    id: str = Field(sa_column=Column(Text, primary_key=True))
    created_at: str = Field(sa_column=Column(Text, nullable=False))
    changed_at: str = Field(sa_column=Column(Text, nullable=False))
    title: str = Field(sa_column=Column(Text, nullable=False))
    forked_from: str | None = Field(default=None, sa_column=Column(Text))
    forked_at_seq: int | None = None
    head: int
    digest: str = Field(sa_column=Column(Text, nullable=False))


class EntryRow(Table, table=True):
    """One entry of a log, never changed but for what `rewriting` takes out. The key refuses a second writer of the same
    place.
    """

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("meeting_id", "client", "client_seq"),)

    meeting_id: str = Field(sa_column=Column(Text, ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True))
    seq: int = Field(primary_key=True)
    at: str = Field(sa_column=Column(Text, nullable=False))
    client: str | None = Field(default=None, sa_column=Column(Text))
    client_seq: int | None = Field(default=None, sa_column=Column(BigInteger))
    digest: str = Field(sa_column=Column(Text, nullable=False))
    act: str = Field(sa_column=Column(Text, nullable=False))


class Line(NamedTuple):
    """An entry as it is read: the columns of its row, not yet checked."""

    seq: int
    at: str
    client: str | None
    client_seq: int | None
    digest: str
    act: str


class RefusalRow(Table, table=True):
    """An act of a client that was refused: the code, parameters (JSON) and place in the act of what kept it off."""

    __tablename__ = "refusal"

    meeting_id: str = Field(sa_column=Column(Text, ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True))
    client: str = Field(sa_column=Column(Text, primary_key=True))
    client_seq: int = Field(sa_column=Column(BigInteger, primary_key=True))
    code: str = Field(sa_column=Column(Text, nullable=False))
    place: str = Field(sa_column=Column(Text, nullable=False))
    params: str = Field(sa_column=Column(Text, nullable=False))


class SnapshotRow(Table, table=True):
    """The web after an entry, as a web file that is packed; `digest` is that of the entry, `seal` covers both."""

    __tablename__ = "snapshot"

    meeting_id: str = Field(sa_column=Column(Text, ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True))
    seq: int = Field(primary_key=True)
    digest: str = Field(sa_column=Column(Text, nullable=False))
    seal: str = Field(sa_column=Column(Text, nullable=False))
    web: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
