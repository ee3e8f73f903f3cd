"""The room's view: a second, read-only window for the projector that follows the meeting as it goes."""

HOME = "/room"
"""Where the windows live, one per meeting."""
