"""The command `belangenweb`, where no command is installed: `python -m coprod_ui`."""

import sys

from coprod_ui.launch.command import main

if __name__ == "__main__":
    sys.exit(main())
