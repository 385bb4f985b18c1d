"""Imports go down the road and never up, and heavy libraries stay where they belong."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "legalgen"

# From the ground up; a module may import what stands above it here, and its own neighbours.
LAYERS = (
    {"findings"},
    {"columns", "fields", "filenames", "language", "patterns", "spelling", "terbilang", "dates"},
    {"names", "spelled", "explanations", "os_errors"},
    {"filters", "counters"},
    {"tables", "values"},
    {"records"},
    {"law"},
    {"rules", "products"},
    {"render", "shipped"},
    {"planning"},
    {"example", "output", "workbook_copy", "proofing"},
    {"annotate"},
    {"batch"},
    {"pipeline"},
    {"workspace"},
    {"authoring"},
    {"cli"},
    {"__main__"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
ONLY_IN = {
    "docxtpl": {"render"},
    "jinja2": {"render", "proofing"},
    "docx": {"render", "proofing", "authoring"},
    "click": {"cli"},
    "python_calamine": {"tables"},
    "num2words": {"terbilang"},
    "distributed": {"batch"},
    "fsspec": {"output"},
}


def modules():
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def layer_of(path):
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "legalgen":
                yield from (f"legalgen.{name.name}" for name in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path):
    own = layer_of(path)
    for name in imports(path):
        package, *rest = name.split(".")
        if package == "legalgen" and rest and rest[0] != own and rest[0] in RANK:
            assert RANK[rest[0]] <= RANK[own], f"{own} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_heavy_library_is_known_in_one_place(path):
    for name in imports(path):
        package = name.split(".")[0]
        assert layer_of(path) in ONLY_IN.get(package, {layer_of(path)}), f"{path} imports {name}"


def test_every_module_has_its_layer():
    assert {layer_of(path) for path in modules()} <= set(RANK)
