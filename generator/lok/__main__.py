"""`python -m lok` is `lok`."""

from lok.cli import main

if __name__ == "__main__":
    main(prog_name="lok")
