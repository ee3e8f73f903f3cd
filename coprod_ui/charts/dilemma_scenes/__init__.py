"""What the three dilemmas show first, as HTML: whole for the screen, and a few large columns for the room's window.

A scene is filled from a template that stands beside it. Its pictures only repeat what its rows say; they hold shapes
and no words, so nothing a person wrote can end up in the SVG.
"""
