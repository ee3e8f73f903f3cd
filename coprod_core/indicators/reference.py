"""Whom a table is held against; by itself, so that who asks for no gap need not load what computes one."""

import enum


class Reference(enum.StrEnum):
    """Whom the table is held against: those who do not take part (the article's), or everybody affected."""

    MAXI_PUBLIC = "maxi_public"
    AFFECTED_PUBLIC = "affected_public"
