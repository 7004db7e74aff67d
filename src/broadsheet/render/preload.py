"""What the server process imports before documents are forked from it.

Pango may be missing: the server must live on all the same, so that each document can say so.
"""

from contextlib import suppress

with suppress(OSError, ImportError):
    from broadsheet.render.engine import warm_up

    warm_up()
