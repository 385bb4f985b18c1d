"""Options of the test run."""

import pytest


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden documents anew; read the difference before you commit",
    )


@pytest.fixture
def update_golden(request):
    return request.config.getoption("--update-golden")
