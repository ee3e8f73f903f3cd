"""The server's socket sends what is written the moment it is written."""

import socket

from coprod_ui.served.listening import answer_at_once


def test_what_is_accepted_on_a_socket_of_this_process_does_not_wait_for_the_other_side() -> None:
    with socket.socket() as listening, socket.socket() as browser:
        listening.bind(("127.0.0.1", 0))
        answer_at_once()
        listening.listen()
        browser.connect(listening.getsockname())
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
