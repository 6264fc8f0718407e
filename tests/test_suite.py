"""What keeps this suite quick, each of which once stopped working without a word."""

import os
import sys

import pytest

from tests.conftest import SAMPLES


@pytest.mark.xdist_group("together")
def test_what_belongs_together_runs_in_one_process(request: pytest.FixtureRequest) -> None:
    assert "PYTEST_XDIST_WORKER" not in os.environ or request.node.nodeid.endswith("@together")


@pytest.mark.unmeasured
def test_what_others_measure_is_not_measured_again() -> None:
    assert sys.gettrace() is None


@pytest.mark.parametrize("number", range(4))
def test_of_many_values_only_the_first_are_measured(number: int) -> None:
    assert number < SAMPLES or sys.gettrace() is None
