"""What to take up next and from whom to learn, and what each part of a score contributes."""
