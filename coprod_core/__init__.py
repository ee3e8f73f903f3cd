"""The web of interests, the acts that change it and the readings it gives. Knows no screen."""

__version__ = "0.2.0"
"""The version of the product, said nowhere else."""

MADE_WITH = f"Belangenweb {__version__}"
"""What every file that goes out says of who made it."""
