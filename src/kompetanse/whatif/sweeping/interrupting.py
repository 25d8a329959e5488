"""Ctrl-C while a sweep runs: what is done is kept."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

import attrs


@attrs.define
class Interruption:
    """Whether Ctrl-C was pressed, and whether it is heard at once."""

    pressed: bool = False
    _at_once: bool = False

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let Ctrl-C raise `KeyboardInterrupt` here, as it does of old; elsewhere it is heard between steps.

        That it was pressed is remembered, since a planner may take it to be meant for itself alone.
        """
        if self.pressed:
            raise KeyboardInterrupt
        self._at_once = True
        try:
            yield
        finally:
            self._at_once = False

    def heard(self, _number: int, _frame: FrameType | None) -> None:
        """Take in that Ctrl-C was pressed."""
        self.pressed = True
        if self._at_once:
            raise KeyboardInterrupt


@contextmanager
def listening() -> Iterator[Interruption]:
    """Listen for Ctrl-C, where it would have raised `KeyboardInterrupt` in this thread."""
    interruption = Interruption()
    ours = current_thread() is main_thread() and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, interruption.heard)
    try:
        yield interruption
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
