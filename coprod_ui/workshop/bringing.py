"""What a step brings into the web, in words."""

from coprod_core.workshop.values import Reveal
from coprod_ui.words import Words, literal
from coprod_ui.workshop.session import Session


def brought(now: Session, step: Reveal, words: Words) -> list[str]:
    """What a step brings into the web, by name: a sentence for each kind of thing."""
    named = {
        name: [literal(item.name) for item in getattr(now.workshop.web, name) if item.id in getattr(step, name)]
        for name in ("actors", "interests", "options", "rules")
    }
    return [words(f"workshop_new.{name}", names=words.names(items)) for name, items in named.items() if items]
