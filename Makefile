# Copydesk. `make` lists what there is to do.
#
# Every target makes the virtual environment it needs (.venv, from the lock files) and does nothing when it is there.
# make turns every failing exit code into its own 2: to see Copydesk's (docs/command.md), run .venv/bin/copydesk itself.
#
#   PYTHON=python3.12   the Python to make .venv with (else the first found of 3.13, 3.12, 3.11, python3)
#   VENV=.venv          where it stands
#   PORT=8000           where `make serve` listens
#   HANDS=2             processes that `make test` runs tests in (else one for each core, up to four)
#   T=tests/feeds       what `make test` runs (a folder, a file, or pytest's own options); options of quality, errors,
#                       bench
#   FEEDGEN=feedgen     which feedgen `make next` takes: the newest, or "feedgen==0.9.0"
#   MINUTES=10          of processor time for `make fuzz`
#   DATA=folder         where the pages with gold are: make train, quality, errors

.POSIX:
.SUFFIXES:
.NOTPARALLEL:
.DEFAULT_GOAL := help

VENV ?= .venv
PORT ?= 8000
HANDS = auto
T =
DATA =
MINUTES = 10
FEEDGEN = feedgen
BIN = $(VENV)/bin
ENVIRONMENT = VENV="$(VENV)" PYTHON="$(PYTHON)" sh scripts/environment.sh
# -P: Python looks for no module in the site's folder, which it may not be able to list, before any code of ours runs.
PELICAN = $(BIN)/python -P -m copydesk.site content --output output
FEEDS = tests/site/feed_rules tests/site/test_site_feeds.py tests/site/test_feed_identity.py
SOURCES = plugins/copydesk plugins/namespace tests scripts bench pelican.conf.py publish.conf.py

.PHONY: help html test next serve publish clean check lint golden torture bench fuzz train quality errors screenshots lock run-environment dev-environment

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

html: run-environment  ## clean what is in seeds/ into content/stories/, build the site into output/
	@mkdir -p content
	@$(PELICAN) --settings pelican.conf.py

test: dev-environment  ## run every test
	@$(BIN)/python -m pytest --numprocesses $(HANDS) --maxprocesses 4 --dist loadfile $(T)

next: dev-environment  ## test the feeds with the newest feedgen, released or not (FEEDGEN= another)
	@rm -rf .next && $(BIN)/python -m pip install --quiet --no-deps --pre --target .next "$(FEEDGEN)"
	@PYTHONPATH=.next $(BIN)/python -m pytest --numprocesses $(HANDS) --maxprocesses 4 --dist loadfile $(FEEDS)

serve: run-environment  ## build, serve on localhost, build again when anything changes
	@mkdir -p content
	@$(BIN)/python -P -m copydesk.site.serve --port $(PORT)

publish: run-environment  ## build for production what was reviewed and committed (SITEURL= its address)
	@$(BIN)/copydesk check --publish
	@$(PELICAN) --settings publish.conf.py

# In .copydesk/replaced/ lies hand-edited text that no program can make again.
clean:  ## remove what was built; never touches seeds/, content/ or hand-edited text
	@find .copydesk -mindepth 1 -maxdepth 1 ! -name replaced -exec rm -rf {} + 2>/dev/null || :
	@rmdir .copydesk 2>/dev/null || :
	@rm -rf output build dist .next .pytest_cache .mypy_cache .ruff_cache .hypothesis $(VENV) .venv-train tests/*/node_modules
	@find plugins tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || :

# Something held (3) is what this target is there to show, not its failure.
check: run-environment  ## list what needs the curator, with file and line
	@$(BIN)/copydesk check || test $$? -eq 3

lint: dev-environment  ## style, layout and types
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary

golden: dev-environment  ## write tests/cases/*/expected.md anew, to be reviewed as a diff
	@$(BIN)/python tests/golden.py

torture: dev-environment  ## try what strangers, crashes and full disks can do (T= names)
	@PYTHONPATH=tests $(BIN)/python -m torture $(T)

fuzz: dev-environment  ## throw anything at the readers and writers for MINUTES (10) of processor time
	@PYTHONPATH=tests $(BIN)/python -m fuzz $(MINUTES)

train:  ## learn the judge's weights from the pages in DATA
	@test -n "$(DATA)" || { echo 'Say where the pages are: make train DATA=folder' >&2; exit 1; }
	@VENV=.venv-train PYTHON="$(PYTHON)" sh scripts/environment.sh train
	@.venv-train/bin/python -m bench.train --data "$(DATA)"

quality: dev-environment  ## measure cleaning on the pages in DATA, beside other cleaners
	@test -n "$(DATA)" || { echo 'Say where the pages are: make quality DATA=folder' >&2; exit 1; }
	@$(BIN)/python -m bench.quality --data "$(DATA)" --peers $(T)

errors: dev-environment  ## show the pages in DATA that were cleaned worst, side by side
	@test -n "$(DATA)" || { echo 'Say where the pages are: make errors DATA=folder' >&2; exit 1; }
	@mkdir -p .copydesk
	@$(BIN)/python -m bench.errors --data "$(DATA)" --page .copydesk/errors.html $(T)

bench: dev-environment  ## measure building beside other site generators (T="--stories 10000 --rounds 5")
	@$(BIN)/python -m bench.build $(T)

screenshots: dev-environment  ## photograph the built site into docs/screenshots/
	@$(BIN)/python scripts/screenshots.py

lock: dev-environment  ## resolve the dependencies anew into requirements*.txt
	@sh scripts/lock.sh $(BIN)

run-environment:
	@$(ENVIRONMENT) run

dev-environment:
	@$(ENVIRONMENT) dev
