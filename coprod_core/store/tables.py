"""The two tables: meetings, and the entries of their logs. Values are checked in the model, not here.

They have a registry of their own, so that a hot reload can define them again. `upgrades.py` makes them in a file.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, Text, UniqueConstraint
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
    """One entry of a log, never changed. The key refuses a second writer of the same place."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("meeting_id", "client", "client_seq"),)

    meeting_id: str = Field(sa_column=Column(Text, ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True))
    seq: int = Field(primary_key=True)
    at: str = Field(sa_column=Column(Text, nullable=False))
    client: str | None = Field(default=None, sa_column=Column(Text))
    client_seq: int | None = Field(default=None, sa_column=Column(BigInteger))
    digest: str = Field(sa_column=Column(Text, nullable=False))
    act: str = Field(sa_column=Column(Text, nullable=False))
