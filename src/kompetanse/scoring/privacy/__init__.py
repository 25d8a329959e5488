"""What may be shown of a score card: nothing that tells of too few respondents."""
