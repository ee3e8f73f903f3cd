"""Workshops: a case as steps that a trainer takes a group through, an open file, and what each step does to the web."""
