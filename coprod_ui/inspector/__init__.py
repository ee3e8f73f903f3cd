"""Everything of the web that can be edited without the canvas, beside the canvas."""

from coprod_ui.inspector.panel import inspector

__all__ = ["inspector"]
