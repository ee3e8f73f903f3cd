"""The board's side of the server: what it shows, as a flat map and as what changed since; and what is done on it."""
