"""Many designs: the best of them, and what became of the others."""

SENTENCES = {
    "column.number": ("Nr.", "No."),
    "column.reason": ("Grunn", "Reason"),
    "status.done": ("vurdert", "done"),
    "status.failed": ("feilet", "failed"),
}
