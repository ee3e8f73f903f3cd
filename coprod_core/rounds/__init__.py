"""A round in the room: what is asked, what people answer, what may be shown of it, and what it says of a group."""
