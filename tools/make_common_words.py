"""Make the list of a language's common words, which the check of hard words goes by.

Run by maintainers only; nothing here is needed to use Broadsheet. One run writes
``src/broadsheet/check/common_words/LANGUAGE.txt``: every word of three letters or more that is met
at least once in a million words, one a line, in alphabetical order. Forms that the check makes out
from another word of the list by themselves are left out.

The frequencies come from the file ``small_LANGUAGE.msgpack.gz`` of the PyPI package wordfreq 3.1.1.
With the registry's ordinary client, and msgpack 1.2 installed::

    pip download --no-deps wordfreq==3.1.1
    unzip wordfreq-3.1.1-py3-none-any.whl 'wordfreq/data/small_*' -d FOLDER
    python tools/make_common_words.py FOLDER/wordfreq/data/small_en.msgpack.gz en
"""

import gzip
import re
import sys
from pathlib import Path

import msgpack

from broadsheet.check.hard_words import base_forms

ONCE_IN_A_MILLION = 600
"""The bin of the words whose frequency is ten to the power -600/100."""
FOLDER = Path(__file__).parents[1] / "src/broadsheet/check/common_words"


def common(bins: list[list[str]]) -> list[str]:
    """Give the words to list; bin N holds words with a frequency of ten to the power -N/100."""
    met = {
        word
        for words in bins[: ONCE_IN_A_MILLION + 1]
        for word in words
        if re.fullmatch(r"[^\W\d_]{3,}", word)
    }
    return sorted(word for word in met if met.isdisjoint(base_forms(word)))


if __name__ == "__main__":
    source, language = sys.argv[1:]
    _header, *bins = msgpack.loads(gzip.decompress(Path(source).read_bytes()))
    words = common(bins)
    (FOLDER / f"{language}.txt").write_text("\n".join([*words, ""]), "utf-8")
    print(f"{len(words)} words")
