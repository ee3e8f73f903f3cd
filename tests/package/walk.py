"""A walk through the installed program: opens a case, does an act, looks at the report's screen, lets phones in.

Run by the Python of the wheel's own environment; says in JSON what it found.
"""

import json
from pathlib import Path

from streamlit.testing.v1 import AppTest

import coprod_ui
from coprod_core import places
from coprod_core.files import web_file
from coprod_core.store.values import Origin
from coprod_ui.meeting import acting, current, live

FRAME = Path(coprod_ui.__file__).with_name("frame.py")
PAGES = "../belangenweb/pages"


def run(app: AppTest) -> None:
    app.run()
    assert not app.exception, [each.message for each in app.exception]


app = AppTest.from_file(str(FRAME), default_timeout=120)
app.query_params["language"] = "nl"
app.switch_page(f"{PAGES}/start.py")
run(app)
app.get_by_key("open_sewer").click()
run(app)
meeting = app.session_state["meeting"]

before = len(current.store().load(meeting).history.web.actors)
act = {"act": "add_actor", "actor": {"id": None, "name": "Winkeliers", "sphere": "citizens", "x": None, "y": None}}
app.switch_page(f"{PAGES}/web.py")
run(app)
acting.do_asked(meeting, act, seen=current.store().load(meeting).head, origin=Origin("walk", 1))
run(app)
web = current.store().load(meeting).history.web

app.switch_page(f"{PAGES}/report.py")
run(app)
Path("sewer.json").write_text(web_file.write(web), "utf-8")
opened = live.open_meeting(meeting)
found = {
    "program": str(FRAME),
    "kept_in": str(places.made()),
    "parties": [before, len(web.actors)],
    "code": opened.code,
}
print(json.dumps(found))
