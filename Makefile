# The project's commands; CONTRIBUTING.md says when to use which.
# A stamp in .venv/ says that a lock is installed, so nothing is fetched twice.

RUN := .venv/.run-stamp
DEVELOP := .venv/.develop-stamp

# Locks for every Python and system that we support, with hashes and without addresses.
COMPILE := --quiet --universal --python-version 3.11 --generate-hashes --no-config \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	$(if $(UPGRADE),--upgrade)

EXTRAS := --extra docx --extra html --extra lsp --extra preview --extra site

.PHONY: lessons site test coverage oldest lint format types check schema lock clean bench

lessons: $(RUN)  ## every lesson's and unit's PDFs into output/; PAPER=letter for US paper
	.venv/bin/broadsheet build lessons lessons/units $(if $(PAPER),--paper $(PAPER))

site: $(RUN)  ## a site of the lessons in output/site, every edition on both papers; ARGS=--all for all
	.venv/bin/broadsheet site lessons lessons/units --output output/site $(or $(ARGS),--edition all --paper a4 --paper letter)

test: $(DEVELOP)  ## all tests; ARGS='-k lines' for some
	.venv/bin/python -m pytest -n auto $(ARGS)

coverage:  ## all tests, and then which lines none of them has run
	$(MAKE) test ARGS='--cov --cov-report=term-missing:skip-covered $(ARGS)'

oldest: $(DEVELOP)  ## a second environment of the oldest promised Python here, which `test` then tries
	tools/oldest

lint: $(DEVELOP)
	.venv/bin/ruff check
	.venv/bin/ruff format --check

format: $(DEVELOP)
	.venv/bin/ruff check --fix-only
	.venv/bin/ruff format

types: $(DEVELOP)
	.venv/bin/mypy

check: $(RUN)  ## lessons and units alone, no PDF
	.venv/bin/broadsheet check lessons lessons/units

schema: $(RUN)  ## all are made from the models
	.venv/bin/broadsheet schema --output schema/lesson.schema.json
	.venv/bin/broadsheet schema --unit --output schema/unit.schema.json
	.venv/bin/broadsheet schema --reference --output docs/format.md

bench: $(DEVELOP)
	.venv/bin/python -m benchmarks.compare $(ARGS)

lock:  ## new locks from pyproject.toml, with `uv`; UPGRADE=1 moves every version to the newest
	uv pip compile pyproject.toml $(EXTRAS) --group backend $(COMPILE) -o requirements/run.txt
	uv pip compile --group develop -c requirements/run.txt $(COMPILE) -o requirements/develop.txt

clean:
	rm -rf .venv .venv-oldest .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find output -mindepth 1 ! -name README.md -delete

# tools/setup touches the stamps: installing for tests installs for lessons too.
$(RUN): requirements/run.txt pyproject.toml tools/setup
	tools/setup run

$(DEVELOP): requirements/run.txt requirements/develop.txt pyproject.toml tools/setup
	tools/setup develop
