"""The room's view: a second, read-only window for the projector that follows the meeting as it goes."""
