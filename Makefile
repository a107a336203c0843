# The two commands of the README are `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
DEV := .venv/.installed-dev

.PHONY: demo test nightly check clean

demo: $(INSTALLED)
	$(BIN)/factcheck demo

test: $(DEV)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2

# The same with ten times the kills; takes minutes more.
nightly: $(DEV)
	FACTCHECK_NIGHTLY=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(INSTALLED): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	$(BIN)/python -m compileall -q factcheck tui
	touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q factcheck tui
	touch $@ $(INSTALLED)

clean:
	rm -rf .venv build dist *.egg-info
