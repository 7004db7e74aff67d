"""The command line: parse arguments, call one function, show the result."""


def main() -> None:
    """Run the command `broadsheet`.

    Nothing is imported before it is called: processes that render import the script that calls it.
    """
    import gc

    # Garbage is looked for among all that is imported, again and again at the usual threshold of
    # 700 objects: one part in 30 of a check, for next to nothing.
    gc.set_threshold(100_000)
    from broadsheet.cli.main import main as command

    command()
