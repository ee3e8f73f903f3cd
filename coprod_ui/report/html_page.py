"""The report as one page that stands alone: the interactive web and charts in it, and nothing fetched from anywhere."""

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from typing import assert_never

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from coprod_ui.plain_text import Runs
from coprod_ui.report.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Notice,
    Paragraph,
    Section,
    Table,
    WebPicture,
)
from coprod_ui.report.drawing import Progress
from coprod_ui.report.web_in_page import HEIGHT, network_data, vis_script
from coprod_ui.words import Words, words

_CONFIG = {"displayModeBar": False, "staticPlot": True, "responsive": True}

_DRAW_WEB = """
{
  const room = document.getElementById("web");
  const data = JSON.parse(document.getElementById("web-data").textContent);
  const network = new vis.Network(room, data, data.options);
  network.on("beforeDrawing", (canvas) => {
    for (const zone of data.zones) {
      canvas.fillStyle = zone.tint;
      canvas.strokeStyle = zone.edge;
      canvas.fillRect(zone.left, zone.top, zone.wide, zone.high);
      canvas.strokeRect(zone.left, zone.top, zone.wide, zone.high);
      canvas.fillStyle = zone.edge;
      canvas.font = "bold 15px sans-serif";
      canvas.fillText(zone.name, zone.left + 10, zone.top + 20);
    }
  });
  const fit = () => network.fit({animation: false});
  fit();
  new ResizeObserver(fit).observe(room);
  const zoom = (times) => network.moveTo({scale: network.getScale() * times});
  document.getElementById("web-larger").addEventListener("click", () => zoom(1.25));
  document.getElementById("web-smaller").addEventListener("click", () => zoom(0.8));
}
"""


@cache
def _template() -> str:
    return (files(__package__) / "report.html").read_text("utf-8")


@cache
def _plotly() -> str:
    return get_plotlyjs()


def html_page(document: Document, progress: Progress = lambda _: None) -> bytes:
    """The report as the bytes of an HTML page, UTF-8."""
    say = words(document.language)
    progress(0.1)
    page = _template().format(
        language=document.language,
        title=escape(document.title),
        subtitle=escape(document.subtitle),
        contents=escape(say("report.contents")),
        links="".join(f'<li><a href="#{s.name}">{escape(s.title)}</a></li>' for s in document.sections),
        opening=_blocks(document.opening, say),
        sections="\n".join(_section(section, say) for section in document.sections),
        height=HEIGHT,
        plotly=_plotly(),
        vis=vis_script(),
    )
    progress(1.0)
    return page.encode()


def _section(section: Section, say: Words) -> str:
    title = escape(section.title)
    blocks = _blocks(section.blocks, say)
    return f'<section aria-labelledby="{section.name}"><h2 id="{section.name}">{title}</h2>\n{blocks}</section>'


def _blocks(blocks: Iterable[Block], say: Words) -> str:
    return "\n".join(_block(block, say) for block in blocks)


def _block(block: Block, say: Words) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Paragraph(runs):
            return f"<p>{_line(runs)}</p>"
        case Notice(runs):
            return f'<p class="notice">{_line(runs)}</p>'
        case Bullets(items):
            return f"<ul>{''.join(f'<li>{_line(runs)}</li>' for runs in items)}</ul>"
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case WebPicture():
            return _web(block, say)
        case _:
            assert_never(block)


def _line(runs: Runs) -> str:
    return "".join(_run(escape(run.text), run.strong, run.emphasis) for run in runs).replace("\n", "<br>")


def _run(text: str, strong: bool, emphasis: bool) -> str:
    text = f"<em>{text}</em>" if emphasis else text
    return f"<strong>{text}</strong>" if strong else text


def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.header)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in block.rows)
    caption = f"<caption>{escape(block.caption)}</caption>"
    scrolls = f'class="scroll" tabindex="0" role="region" aria-label="{escape(block.caption)}"'
    return f"<div {scrolls}><table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"


def _cells(row: tuple[str, ...]) -> str:
    first, *others = (escape(cell).replace("\n", "<br>") for cell in row)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)


def _figure(caption: str, inside: str) -> str:
    return f"<figure><figcaption>{escape(caption)}</figcaption>{inside}</figure>"


def _chart(block: Chart) -> str:
    figure = go.Figure(block.drawn).update_layout(autosize=True, width=None)
    drawn = figure.to_html(full_html=False, include_plotlyjs=False, config=_CONFIG, div_id=f"chart-{block.name}")
    return _figure(
        block.caption,
        f'<div class="scroll chart" role="img" tabindex="0" aria-label="{escape(block.alt)}">{drawn}</div>',
    )


def _web(block: WebPicture, say: Words) -> str:
    buttons = "".join(
        f'<button type="button" id="web-{name}" aria-label="{escape(say(f"report.web_{name}"))}">{sign}</button>'
        for name, sign in (("larger", "+"), ("smaller", "−"))
    )
    room = f'<div id="web" class="web" role="img" tabindex="0" aria-label="{escape(block.alt)}"></div>'
    data = f'<script type="application/json" id="web-data">{network_data(block, say)}</script>'
    drawn = f"{room}<div class='zoom'>{buttons}</div>{data}<script>{_DRAW_WEB}</script>"
    return _figure(block.caption, drawn)
