# make       build everything in build/, from a fresh machine with Python 3.11 or newer
# make campaign [SIZE=100]  try to break it, far more often than the tests do
# make test  run every test, after installing what the tests need
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test lint format bench campaign clean
build: $(VENV)/lok
	$(BIN)/lok build

test: $(VENV)/test lint
	$(BIN)/pytest

lint: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/lok: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/test: pyproject.toml constraints.txt tests/install-tools | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	tests/install-tools
	touch $@ $(VENV)/lok

$(VENV)/bench: $(VENV)/test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	touch $@

bench: $(VENV)/bench
	$(BIN)/python bench/scale.py
	$(BIN)/python bench/decks.py
	$(BIN)/python bench/papers.py

campaign: $(VENV)/test
	$(BIN)/python tests/campaigns/kills.py $(or $(SIZE),100)

clean:
	rm -rf build $(VENV)
