"""Pictures: each function draws one on axes that it is given or makes, and gives them back."""
