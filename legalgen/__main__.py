"""Run the command line as `python -m legalgen`."""

from legalgen.cli import main

if __name__ == "__main__":
    main()
