"""Word's files, by python-docx: a composed document in styles that a school can change."""

from importlib.util import find_spec

if find_spec("docx") is None:
    raise ImportError(
        "a file of Word's needs the extra `docx`: pip install 'broadsheet[docx]'", name="docx"
    )
