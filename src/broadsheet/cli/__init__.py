"""The command line: parse arguments, call one function, show the result."""


def main() -> None:
    """Run the command `broadsheet`, as a process of its own.

    What it needs of the process is set here, and nowhere by importing: where packages are found,
    what signals do, where output goes, when Python looks for garbage, and what Pydantic loads.
    """
    import sys

    from broadsheet.own_path import own_path

    sys.path[:] = own_path()

    import atexit
    import gc
    import os

    # Pydantic would look through every installed package for plugins, which takes longer than
    # reading a lesson, and none may change how a lesson is read.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    # Looking for garbage among all that is imported takes one part in 20 of a check and finds next
    # to none: values are freed without it. `build`, which leaves some, has it on. Python looks for
    # some once more as it ends, which takes one part in ten; what is frozen it leaves alone.
    gc.disable()
    atexit.register(gc.freeze)
    from broadsheet.cli.process import run

    run()
