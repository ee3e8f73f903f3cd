"""What a screen will need, asked for with its page."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coprod_ui.components.scripts import ADDRESS
from coprod_ui.served.screen_paths import is_screen


class AskedForEarly:
    """Tells a browser with the page of a screen that it will need the script, which it then fetches beside Streamlit's
    own: it would hear so from the first run.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_a_page(message):
                message["headers"] = [*message["headers"], (b"link", f"</{ADDRESS}>; rel=modulepreload".encode())]
            await send(message)

        asks_for_screen = scope["type"] == "http" and is_screen(scope["path"])
        await self.app(scope, receive, send_with_link if asks_for_screen else send)


def _is_a_page(start: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"])
