"""Workshop: taking a group through a case step by step, on the trainer's screen, in the room's window and on paper."""
