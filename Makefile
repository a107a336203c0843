# The two commands of the README are `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
DEV := .venv/.installed-dev

# Tests start the program some hundred times: it and they are compiled once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test nightly coverage mutants check clean

demo: $(INSTALLED)
	$(BIN)/factcheck demo

test: $(DEV)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 3 --dist loadfile

# Takes hours: the tests at length and in an order by chance, then what they cover and what they notice.
nightly: $(DEV)
	FACTCHECK_NIGHTLY=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 3 --dist loadfile --shuffle new
	$(MAKE) coverage
	$(MAKE) mutants

# Lines and branches of factcheck/ that the tests run, in every process that they start; below 95% fails. Left out
# is what would meet the measuring itself: the modules that a start loads, and limits on the files that are written.
coverage: $(DEV)
	$(BIN)/python -m coverage erase
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m coverage run -m pytest -n 3 --dist loadfile \
	  --deselect tests/test_cli.py::test_starting_loads_nothing_heavy \
	  --deselect tests/faults/test_mended.py::test_an_index_of_which_the_end_finds_no_room_is_not_taken_for_whole \
	  -k "not under_a_limit"
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

# Faults put into quantities, dates, folding and verdicts; below 85% noticed fails, as an unexplained survivor does.
mutants: $(DEV)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.mutants

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
