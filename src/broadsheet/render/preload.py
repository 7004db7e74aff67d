"""What the server process imports before documents are forked from it.

Pango may be missing: the server must live on all the same, so that each document can say so.
"""

import gc
from contextlib import suppress

# A process makes one document and ends, so looking for garbage in it is lost time (one part in 20).
gc.disable()

with suppress(OSError, ImportError):
    from broadsheet.render.engine import warm_up

    warm_up()

# Python looks for garbage once more as the server ends, and whoever reads the output waits for it.
gc.freeze()
