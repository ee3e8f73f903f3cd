"""Names for new parties, interests, plans and rules, for use inside the file."""

import secrets

_UNAMBIGUOUS = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0 and o, no 1, i and l: people read ids aloud from a file
_LENGTH = 8


def new_id(prefix: str) -> str:
    """A new id such as `a_7kq2mz4d`; random, so that two people who add at the same time do not collide."""
    return f"{prefix}_{''.join(secrets.choice(_UNAMBIGUOUS) for _ in range(_LENGTH))}"
