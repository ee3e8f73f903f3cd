"""Meetings on disk: an append-only log of acts per meeting, in SQLite through SQLModel."""
