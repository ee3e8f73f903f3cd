"""What files are called."""

import re


def file_name(title: str) -> str:
    """A name for a file about a meeting: letters, digits and dashes."""
    return re.sub(r"[^\w-]+", "-", title).strip("-").lower()[:60] or "web"
