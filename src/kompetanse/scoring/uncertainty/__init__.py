"""How far scores and ranks hold: what is uncertain is drawn again and again, or left out."""
