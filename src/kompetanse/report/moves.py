"""What moves from one timetable to another."""

from collections.abc import Sequence
from typing import Any

from kompetanse.model import Moved
from kompetanse.planning import Move
from kompetanse.report.constraints import constraint_data, constraint_text
from kompetanse.report.data import gathering_data
from kompetanse.report.explanation import subject_text
from kompetanse.report.layout import as_text
from kompetanse.report.parts import block, bullet, line
from kompetanse.report.words import Words


def moves_text(moves: Sequence[Move], words: Words) -> str:
    """Tell what `kompetanse.planning.moves` found, gathering by gathering."""
    if not moves:
        return as_text(line(words.say("moves.none")))
    return as_text(block(line(words.say("moves.title")), (bullet(move_text(one, words)) for one in moves)))


def move_text(move: Move, words: Words) -> str:
    """Tell from which day to which a gathering moves, and what is in the way of its old day."""
    moved = move.moved
    told = words.say(
        f"moves.{_kind(moved)}",
        subject=subject_text(moved.module, moved.cohort, words),
        was=moved.was.date if moved.was else None,
        now=moved.now.date if moved.now else None,
        days=abs(moved.working_days or 0),
    )
    if not move.constraints:
        return told
    reasons = "; ".join(constraint_text(one, words) for one in move.constraints)
    return words.say("moves.since", told=told, reasons=reasons)


def _kind(move: Moved) -> str:
    """Tell how a gathering moves: to another day, other hours, into the timetable or out of it."""
    if move.was is None or move.now is None:
        return "gone" if move.now is None else "new"
    if move.was.date == move.now.date:
        return "hours"
    return "later" if move.was.date < move.now.date else "earlier"


def moves_data(moves: Sequence[Move], words: Words) -> list[dict[str, Any]]:
    """Give what `kompetanse.planning.moves` found, each with its sentence."""
    return [
        {
            "module": one.module,
            "cohort": one.cohort,
            "was": gathering_data(one.was, words) if one.was else None,
            "now": gathering_data(one.now, words) if one.now else None,
            "working_days": one.working_days,
            "constraints": [constraint_data(it, words) for it in move.constraints],
            "text": move_text(move, words),
        }
        for move in moves
        for one in (move.moved,)
    ]
