"""So that ``python -m kompetanse`` is the command ``kompetanse``."""

import sys

from kompetanse.cli import main

sys.exit(main())
