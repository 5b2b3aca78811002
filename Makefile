# make       build everything in build/, from a fresh machine with Python 3.11 or newer
# make test  run every test, after installing what the tests need
# make check run what needs no browser and no LibreOffice: lint, types and most tests, in a few minutes
# make campaign  the same attacks as in the tests, many more of each: SIZE=50 by default
PYTHON ?= python3
VENV := .venv
# A run starts many processes: they read the bytecode that the first of them wrote.
unexport PYTHONDONTWRITEBYTECODE
BIN := $(VENV)/bin

.PHONY: build test check campaign lint format pictures bench clean
build: $(VENV)/lok
	$(BIN)/lok build

test: $(VENV)/test lint
	$(BIN)/pytest

check: $(VENV)/test lint
	$(BIN)/pytest -m "not browser and not office"

campaign: SIZE ?= 50
campaign: $(VENV)/test
	SIZE=$(SIZE) $(BIN)/pytest -s $(addprefix tests/, finished/test_sown_faults.py finished/test_leaks.py finished/test_determinism.py browser/test_injections.py)
	$(BIN)/pytest --hypothesis-profile campaign tests/read/test_fuzz.py tests/read/test_scan.py tests/importing tests/returning tests/finished/test_hiding.py
	$(BIN)/python tests/campaigns/fuzz.py $$(($(SIZE) * 1000)) $$(($(SIZE) * 6))
	$(BIN)/python tests/campaigns/kills.py $$(($(SIZE) * 2))
	$(BIN)/python tests/campaigns/power.py

lint: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

pictures: $(VENV)/test build
	$(BIN)/python tests/guide_pictures.py
	$(BIN)/python tests/readme_pictures.py build

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
	tests/install-tools poppler-utils libpangoft2-1.0-0
	touch $@

bench: $(VENV)/bench
	$(BIN)/python bench/builds.py $(OTHER)
	$(BIN)/python bench/first_answer.py
	$(BIN)/python bench/preview.py burn-out
	$(BIN)/python bench/preview.py
	$(BIN)/python bench/growth.py
	$(BIN)/python bench/decks.py
	$(BIN)/python bench/papers.py
	$(BIN)/python bench/tools.py

clean:
	rm -rf build $(VENV)
