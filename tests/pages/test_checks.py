"""The checks themselves: each finds nothing in a small page that is sound, and something in a broken one."""

from typing import Any

import pytest

pytestmark = pytest.mark.slow

SOUND = """\
<!doctype html>
<html lang="nb"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>En side</title><link rel="icon" href="data:,">
<style>
@page { size: A4; }
tr, figure { break-inside: avoid; }
:focus-visible { outline: 3px solid #00507d; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 0; }
</style></head>
<body>
<a class="skip" href="#content">Til innholdet</a>
<header><h1>En side</h1></header>
<nav aria-label="Innhold"><ul><li><a href="#more">Mer</a></li></ul></nav>
<main id="content" tabindex="-1">
<h2 id="more">Mer</h2>
<p>\u2068السلام\u2069, og mer på bokmål.</p>
<p>السلام</p>
<figure><svg role="img" width="20" height="20"><title>Et kvadrat</title>
<rect width="20" height="20"/></svg></figure>
<table><caption>Dager</caption>
<thead><tr><th scope="col">Gruppe</th><th scope="col">Dag</th></tr></thead>
<tbody><tr><th scope="row">Nord</th><td>tirsdag 6. juni 2023</td></tr></tbody></table>
</main>
</body></html>
"""
CASES = [
    ("headings", "h2 id", "h4 id", "skips a level"),
    ("headings", "<h1>En side</h1>", "", "0 h1"),
    ("document", ' lang="nb"', "", "lang is"),
    ("document", "<title>En side</title>", "", "no title"),
    ("document", 'href="#more"', 'href="#less"', "no #less"),
    ("document", ", initial-scale=1", ", maximum-scale=1", "viewport: "),
    ("pictures", "<figure>", '<figure><img src="data:,">', "no alt: <img"),
    ("pictures", "<title>Et kvadrat</title>", "", "no role or name: <svg"),
    ("tables", "<caption>Dager</caption>", "", "no caption"),
    ("tables", ' scope="row"', "", "no scope: <th>Nord"),
    ("sideways", "<figure>", '<figure style="width: 1300px">', "the page is 13"),
    ("sideways", "<p>", '<p style="position: relative; left: -9px">', "from -1"),
    ("sideways", "<p>", '<p style="width: 40px; overflow: hidden; white-space: nowrap">', "is cut: <p"),
    ("sideways", "<p>", '<p style="width: 40px; overflow: auto; white-space: nowrap">', "not by keys"),
    ("bidi", "\u2068السلام\u2069, og", "السلام, og", "is not isolated: <p"),
    ("accessibility", "<p>", '<p style="color: #bbb">', "color-contrast: ['p:nth-child(2)']: <p"),
    ("accessibility", "<title>Et kvadrat</title>", "", "svg-img-alt: "),
    ("keyboard", "outline: 3px solid #00507d", "outline: none", "no outline: <a"),
    (
        "keyboard",
        '<a href="#more">',
        '<a href="#more" style="position: fixed; top: -9em">',
        "out of sight: <a",
    ),
    (
        "keyboard",
        '<a class="skip" href="#content">Til innholdet</a>',
        "",
        "no way to the content",
    ),
    (
        "keyboard",
        "<h1>",
        '<button onkeydown="event.preventDefault()">Fast</button><h1>',
        "not reached: <a",
    ),
    ("skipping", ' id="content"', ' id="elsewhere"', "does not lead into main"),
    ("paper", "@page { size: A4; }", "", "sheet 1 is 612 × 792"),
    ("paper", "tr, figure { break-inside: avoid; }", "", "may be cut: <tr"),
]


def found(visit: Any, check: str) -> list[str]:
    wrong: list[str] = getattr(visit, check)() if hasattr(visit, check) else visit.wrong(check)
    return wrong


@pytest.mark.parametrize("check", sorted({check for check, *_ in CASES}))
def test_nothing_is_found_where_nothing_is_wrong(visit: Any, check: str) -> None:
    with visit(SOUND) as here:
        assert found(here, check) == []
    assert (here.sent, here.said) == ([], [])


@pytest.mark.parametrize(("check", "old", "new", "told"), CASES)
def test_what_is_broken_is_found(visit: Any, check: str, old: str, new: str, told: str) -> None:
    assert old in SOUND
    with visit(SOUND.replace(old, new, 1)) as here:
        wrong = found(here, check)
    assert any(told in one for one in wrong), wrong


@pytest.mark.parametrize(
    ("added", "sent"),
    [
        ('<img alt="" src="https://example.invalid/a.png">', "https://example.invalid/a.png"),
        ('<link rel="stylesheet" href="http://example.invalid/a.css">', "http://example.invalid/a.css"),
        ("<script>fetch('https://example.invalid/a')</script>", "https://example.invalid/a"),
        ("<style>@import url(https://example.invalid/b.css);</style>", "https://example.invalid/b.css"),
    ],
)
def test_what_would_leave_the_page_is_counted(visit: Any, added: str, sent: str) -> None:
    with visit(SOUND.replace("<main", added + "<main")) as here:
        here.page.wait_for_load_state("networkidle")
    assert here.sent == [sent]


@pytest.mark.parametrize("script", ["alert(1)", "throw Error('x')", "console.error('x')"])
def test_what_a_script_says_is_heard(visit: Any, script: str) -> None:
    with visit(SOUND.replace("<main", f"<script>{script}</script><main")) as here:
        pass
    assert here.said


def test_a_row_on_two_sheets_is_found(visit: Any) -> None:
    row = "".join(f"<p>linje {number}</p>" for number in range(200))
    with visit(SOUND.replace("tirsdag 6. juni 2023", row)) as here:
        assert [one for one in here.paper() if "on no sheet as a whole: ['Nord', 'linje 0" in one]
