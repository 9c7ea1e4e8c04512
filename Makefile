# Each target is a line or two over `mkdocs` or `python -m handbook`; without make, type those lines.
.PHONY: serve build single check print release expand leave test test-all audit licences browser font speller pango poppler servers lock clean
.DEFAULT_GOAL := serve

# The first Python that is new enough: pymdown-extensions asks for 3.11.5.
PYTHON := $(shell for p in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := hooks

serve: .venv/site.stamp ## the site, live, at http://127.0.0.1:8000/ (one language: make serve ONLY=fr)
	$(BIN)/mkdocs serve --livereload

build: .venv/site.stamp ## the site, in site/
	$(BIN)/mkdocs build --strict

single: build ## every module as one file and a language as one archive, in build/single/; the next build links them
	$(BIN)/python -m handbook single

check: .venv/site.stamp ## every mistake in pages, quizzes and data, without building
	@$(BIN)/python -m handbook check $(ARGS)

print: .venv/paper.stamp pango ## every chapter, booklet, kit and poster as PDF, in build/paper/
	@$(BIN)/python -m handbook print $(ARGS)

# Every date in a release is that of its commit; without git, set SOURCE_DATE_EPOCH.
release: export SOURCE_DATE_EPOCH := $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null),315532800)
release: .venv/paper.stamp pango ## everything that is published, in dist/: site, paper, one-file chapters, files for the server
	@$(BIN)/python -m handbook release --ask
	@$(BIN)/python -m handbook print
	$(BIN)/mkdocs build --strict
	$(BIN)/python -m handbook single
	$(BIN)/mkdocs build --strict
	@$(BIN)/python -m handbook release

expand: .venv/site.stamp ## every page as plain Markdown and HTML for another generator, in build/expanded/
	@$(BIN)/python -m handbook expand $(ARGS)

leave: .venv-exit/exit.stamp expand ## the site as ProperDocs and Zensical build it, and what is lost on the way
	OFFLINE=off $(BIN)/mkdocs build --strict --quiet --site-dir build/leaving/mkdocs
	OFFLINE=off .venv-exit/bin/properdocs build --strict --quiet --config-file mkdocs.yml --site-dir build/leaving/properdocs
	PATH="$(CURDIR)/.venv-exit/bin:$$PATH" sh build/expanded/build.sh
	$(BIN)/python -m handbook compare build/leaving/mkdocs build/leaving/properdocs
	$(BIN)/python -m handbook compare build/leaving/mkdocs build/expanded/site

test: .venv/test.stamp .venv-exit/exit.stamp browser font speller pango poppler servers ## types, style and every test of a page type
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 2 -m "not every_page"

test-all: .venv/test.stamp .venv-exit/exit.stamp browser font speller pango poppler servers ## the same with every page
	$(BIN)/pytest -n 2

browser: ## a Chromium for the tests, from the system
	@sh tests/find-chromium.sh

font: ## the font of the phones, for tests of what fits on a screen, from the system
	@sh tests/find-font.sh

speller: ## a speller with three word lists for the tests, from the system
	@sh tests/find-hunspell.sh

pango: ## the typesetter's library for letters, from the system
	@sh tests/find-pango.sh

poppler: ## tools that read PDFs for the tests, from the system
	@sh tests/find-poppler.sh

servers: ## the web servers that serve the site in the tests, from the system
	@sh tests/find-nginx.sh
	@sh tests/find-apache.sh

.venv/site.stamp: requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11.5 or newer is needed: install python3.12 (Ubuntu: apt install python3 python3-venv)"; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11, 5))" || { echo "$(PYTHON) is too old: Python 3.11.5 or newer is needed"; exit 1; }
	$(PYTHON) -m venv .venv || { echo "The module venv is missing: apt install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/paper.stamp: requirements-paper.txt .venv/site.stamp
	$(BIN)/pip install --quiet --require-hashes -r requirements-paper.txt
	@touch $@

.venv/test.stamp: requirements-test.txt .venv/site.stamp
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.txt
	@touch $@

.venv-exit/exit.stamp: requirements-exit.txt .venv/site.stamp
	$(PYTHON) -m venv .venv-exit
	.venv-exit/bin/pip install --quiet --require-hashes -r requirements-exit.txt
	@touch $@

audit: .venv/site.stamp build/audit/bin/pip-audit ## known holes in what is installed; fails as well when nothing could be looked up
	@rm -f build/audit/*.json
	-@for lock in test exit audit; do build/audit/bin/pip-audit --disable-pip --require-hashes --progress-spinner off \
	  -f json -o build/audit/requirements-$$lock.json -r requirements-$$lock.txt; done
	@$(BIN)/python -m handbook audit build/audit

build/audit/bin/pip-audit: requirements-audit.txt
	$(PYTHON) -m venv build/audit
	build/audit/bin/pip install --quiet --require-hashes -r requirements-audit.txt
	@touch $@

licences: .venv/test.stamp .venv-exit/exit.stamp build/audit/bin/pip-audit ## THIRD-PARTY.md, after a change of the lock files
	$(BIN)/python -m handbook licences

lock: ## new lock files, with hashes and no address, after a change of pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11.7 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements.txt
	uv pip compile pyproject.toml --extra paper -c requirements.txt --universal --python-version 3.11.7 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements-paper.txt
	uv pip compile pyproject.toml --extra test --extra paper -c requirements-paper.txt --universal --python-version 3.11.7 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements-test.txt
	uv pip compile pyproject.toml --extra exit --constraint requirements.txt --universal --python-version 3.11.7 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements-exit.txt
	echo pip-audit==2.10.1 | uv pip compile - --universal --python-version 3.11.7 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet -o requirements-audit.txt

clean:
	rm -rf .venv .venv-exit site site.part build dist
