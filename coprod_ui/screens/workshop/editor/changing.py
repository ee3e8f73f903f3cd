"""How the fields of a workshop that is being written are changed."""

from collections.abc import Callable

from coprod_core.workshop.whole import Workshop

Change = Callable[[Callable[[Workshop], Workshop]], bool]
"""Changes the draft; tells whether it could be."""
