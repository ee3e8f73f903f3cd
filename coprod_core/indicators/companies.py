"""Many companies at once, as one `Company` whose arrays have a row for each."""

import numpy as np

from coprod_core.indicators.invitation import Company
from coprod_core.indicators.weights import Floats, Rows


def one(company: Company) -> Company:
    """A single company, as many of which there is one."""
    return Company(company.bearing[None], company.load[None], np.reshape(company.effort, 1), company.worth[None])


def both(first: Company, then: Company) -> Company:
    """The companies of one, and after them those of the other."""
    return Company(*(np.concatenate(pair) for pair in zip(_parts(first), _parts(then), strict=True)))


def some(companies: Company, rows: Rows) -> Company:
    """The companies in these rows, in that order."""
    return Company(*(part[rows] for part in _parts(companies)))


def _parts(companies: Company) -> tuple[Floats, Floats, Floats, Floats]:
    return companies.bearing, companies.load, companies.effort, companies.worth
