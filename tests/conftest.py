"""How properties are searched: the same examples each time, so that a failing run tells of the change at hand.

New examples: `pytest tests/core --hypothesis-profile=search`, a few times over.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", parent=settings.get_profile("same"), derandomize=False, print_blob=True)
settings.load_profile("same")
