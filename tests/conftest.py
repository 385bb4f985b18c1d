"""Options of the test run."""

import signal

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden documents anew; read the difference before you commit",
    )


@pytest.fixture
def update_golden(request):
    return request.config.getoption("--update-golden")


@pytest.fixture
def as_from_a_terminal():
    """Let programs be stopped even where the tests run in the background, or under nohup."""
    stops = [getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)]
    before = [signal.signal(each, signal.default_int_handler) for each in stops]
    yield
    for each, handler in zip(stops, before, strict=True):
        signal.signal(each, handler)
