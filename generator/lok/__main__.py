"""`python -m lok` is `lok`."""

from lok.cli import main

main(prog_name="lok")
