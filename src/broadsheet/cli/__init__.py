"""The command line: parse arguments, call one function, show the result."""


def main() -> None:
    """Run the command `broadsheet`.

    Nothing is imported before it is called: processes that render import the script that calls it.
    """
    import atexit
    import gc

    # Looking for garbage among all that is imported takes one part in 20 of a check and finds next
    # to none: values are freed without it. `build`, which leaves some, has it on. Python looks for
    # some once more as it ends, which takes one part in ten; what is frozen it leaves alone.
    gc.disable()
    atexit.register(gc.freeze)
    from broadsheet.cli.main import main as command

    command()
