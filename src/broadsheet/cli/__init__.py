"""The command line: parse arguments, call one function, show the result."""


def main() -> None:
    """Run the command `broadsheet`, as a process of its own.

    What it needs of the process is set here, and nowhere by importing: where packages are found,
    what signals do, where output goes, and when Python looks for garbage.
    """
    import sys

    from broadsheet.own_path import own_path

    sys.path[:] = own_path()

    import atexit
    import gc

    # Looking for garbage among all that is imported takes one part in 20 of a check and finds next
    # to none: values are freed without it. `build`, which leaves some, has it on. Python looks for
    # some once more as it ends, which takes one part in ten; what is frozen it leaves alone.
    gc.disable()
    atexit.register(gc.freeze)
    from broadsheet.cli.process import run

    run()
