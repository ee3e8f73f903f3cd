"""The web of interests, the acts that change it and the readings it gives. Knows no screen."""
