"""What is kept of what a phone holds: nothing that says it, and nothing at all once the meeting's key is gone."""

import hashlib
import hmac


def fingerprint(key: bytes, token: str) -> str:
    """What is kept of a token: its HMAC-SHA256 under the meeting's key."""
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()


def signs(of: str, alphabet: str, length: int) -> str:
    """A few signs that follow from a text, and say nothing of it that could be read back."""
    number = int.from_bytes(hashlib.sha256(of.encode()).digest(), "big")
    said = ""
    for _ in range(length):
        number, place = divmod(number, len(alphabet))
        said += alphabet[place]
    return said
