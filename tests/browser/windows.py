"""Windows of the browser: a page behind another of its window is drawn once a second, and everybody waits for it."""

from playwright.sync_api import BrowserContext, Page


def window_in(context: BrowserContext) -> Page:
    """A new page in a window of its own. The context has a page already."""
    assert context.browser is not None
    first = context.new_cdp_session(context.pages[0])
    ours = first.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    browser = context.browser.new_browser_cdp_session()
    with context.expect_page() as opened:
        browser.send("Target.createTarget", {"url": "about:blank", "browserContextId": ours, "newWindow": True})
    browser.detach()
    first.detach()
    return opened.value
