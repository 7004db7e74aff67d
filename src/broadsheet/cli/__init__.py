"""The command line: parse arguments, call one function, show the result."""


def main() -> None:
    """Run the command `broadsheet`.

    Nothing is imported before it is called: processes that render import the script that calls it.
    """
    from broadsheet.cli.main import main as command

    command()
