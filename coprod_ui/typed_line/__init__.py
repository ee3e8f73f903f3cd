"""The typed line: parties, what matters to them and how interests get along, as fast as people talk."""
