"""What moves from one timetable to another."""

from collections.abc import Sequence
from typing import Any

from kompetanse.model import Moved
from kompetanse.report.data import gathering_data
from kompetanse.report.explanation import subject_text
from kompetanse.report.layout import block, bullet, line
from kompetanse.report.words import Words


def moves_text(moves: Sequence[Moved], words: Words) -> str:
    """Tell what `Timetable.difference` found, gathering by gathering."""
    if not moves:
        return line(words.say("moves.none"))
    return block(line(words.say("moves.title")), (bullet(move_text(one, words)) for one in moves))


def move_text(move: Moved, words: Words) -> str:
    """Tell from which day to which a gathering moves, or that it is new, gone, or otherwise on its day."""
    return words.say(
        f"moves.{_kind(move)}",
        subject=subject_text(move.module, move.cohort, words),
        was=move.was.date if move.was else None,
        now=move.now.date if move.now else None,
        days=abs(move.working_days or 0),
    )


def _kind(move: Moved) -> str:
    if move.was is None or move.now is None:
        return "gone" if move.now is None else "new"
    if move.was.date == move.now.date:
        return "hours"
    return "later" if move.was.date < move.now.date else "earlier"


def moves_data(moves: Sequence[Moved], words: Words) -> list[dict[str, Any]]:
    """Give what `Timetable.difference` found, each with its sentence."""
    return [
        {
            "module": one.module,
            "cohort": one.cohort,
            "was": gathering_data(one.was, words) if one.was else None,
            "now": gathering_data(one.now, words) if one.now else None,
            "working_days": one.working_days,
            "text": move_text(one, words),
        }
        for one in moves
    ]
