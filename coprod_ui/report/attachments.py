"""What goes along with a report, so that anyone can work out every number in it again."""

from coprod_core.files import web_file
from coprod_core.files.json_file import json_text
from coprod_core.indicators.as_data import readings_data
from coprod_ui.report.account import Account

WEB, READINGS = "web.json", "readings.json"


def attachments(account: Account) -> dict[str, bytes]:
    """The web that was computed with and its readings, and the web of each scenario that was weighed, by file name."""
    webs = {WEB: account.attached}
    webs |= {f"scenario-{nth}.json": web for nth, web in enumerate(account.scenarios, 1)}
    files = {name: web_file.write(web).encode() for name, web in webs.items()}
    return {**files, READINGS: json_text(readings_data(account.attached_readings)).encode()}
