"""What goes along with a report, so that anyone can work out every number in it again."""

from coprod_core.files import web_file
from coprod_core.files.json_file import json_text
from coprod_core.indicators.as_data import readings_data
from coprod_core.web.renumbered import renumbered
from coprod_ui.report.account import Account

WEB, READINGS = "web.json", "readings.json"


def attachments(account: Account, *, with_map: bool) -> dict[str, bytes]:
    """The web that was computed with and its readings, and the web of each scenario that was weighed, by file name.

    `with_map`: the power map is told, so that what was asked for it goes along, but for what was noted of a party.
    """
    webs = {WEB: renumbered(account.web, power_map=True) if with_map else account.attached}
    webs |= {f"scenario-{nth}.json": web for nth, web in enumerate(account.scenarios, 1)}
    files = {name: web_file.write(web).encode() for name, web in webs.items()}
    return {**files, READINGS: json_text(readings_data(account.attached_readings)).encode()}
