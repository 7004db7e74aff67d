"""Make the list of a language's common words, which tells what may need a gloss.

Run by maintainers only; nothing here is needed to use Broadsheet. One run writes, for English,
``src/broadsheet/check/common_words/en.txt``: every word of three letters or more that is met at
least once in a million words, one a line, in alphabetical order. Forms that the check makes out
from another word of the list by themselves are left out. For another language it writes the
beginnings of such words, ``src/broadsheet/signals/beginnings/LANGUAGE.txt``, and for Chinese the
characters of them.

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
from broadsheet.signals.rare import beginning_of

ONCE_IN_A_MILLION = 600
"""The bin of the words whose frequency is ten to the power -600/100."""
PACKAGE = Path(__file__).parents[1] / "src/broadsheet"


def met_in(bins: list[list[str]], letters: int = 3) -> set[str]:
    """Give the common words; bin N holds words with a frequency of ten to the power -N/100."""
    common = (word for words in bins[: ONCE_IN_A_MILLION + 1] for word in words)
    return {word for word in common if re.fullmatch(rf"[^\W\d_]{{{letters},}}", word)}


def listed(language: str, bins: list[list[str]]) -> tuple[Path, set[str]]:
    """Give what is listed for a language, and the file that it goes into."""
    if language == "en":
        met = met_in(bins)
        own = {word for word in met if met.isdisjoint(base_forms(word))}
        return PACKAGE / "check/common_words/en.txt", own
    file = PACKAGE / f"signals/beginnings/{language}.txt"
    if language == "zh":
        return file, set("".join(met_in(bins, letters=1)))
    return file, set(map(beginning_of, met_in(bins)))


if __name__ == "__main__":
    source, language = sys.argv[1:]
    _header, *bins = msgpack.loads(gzip.decompress(Path(source).read_bytes()))
    file, lines = listed(language, bins)
    file.write_text("\n".join([*sorted(lines), ""]), "utf-8")
    print(f"{len(lines)} lines")
