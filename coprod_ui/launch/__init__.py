"""The command `belangenweb`: starts the dashboard from any folder, and does what needs no screen."""
