"""Build the Word templates: `python -m scripts.build_templates [--check]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from legalgen.products import read_products
from legalgen.shipped import SHIPPED, fingerprint
from scripts.build_templates import (
    ba_pelantikan,
    izin_pemberi_kerja,
    sk_kpps,
    sk_peserta,
    skeleton,
    surat_tugas,
)
from scripts.build_templates.package import Paper, build
from scripts.build_templates.wordml import Element

ROOT = Path(__file__).parents[2]

TEMPLATES: Mapping[str, tuple[Paper, Callable[[], list[Element]]]] = MappingProxyType(
    {
        "templates/sk-peserta.docx": (sk_peserta.PAPER, sk_peserta.body),
        "templates/sk-kpps.docx": (sk_kpps.PAPER, sk_kpps.body),
        "templates/ba-pelantikan.docx": (ba_pelantikan.PAPER, ba_pelantikan.body),
        "templates/surat-tugas.docx": (surat_tugas.PAPER, surat_tugas.for_a_person),
        "templates/surat-tugas-kecamatan.docx": (surat_tugas.PAPER, surat_tugas.for_a_kecamatan),
        "templates/izin-pemberi-kerja.docx": (izin_pemberi_kerja.PAPER, izin_pemberi_kerja.body),
        "legalgen/skeleton.docx": (skeleton.PAPER, skeleton.body),
    }
)


def _written(file: Path, built: bytes, arguments: list[str]) -> list[str]:
    if file.is_file() and file.read_bytes() == built:
        return []
    if "--check" not in arguments:
        file.write_bytes(built)
    return [file.relative_to(ROOT).as_posix()]


def _fingerprints() -> bytes:
    """List the products as they are shipped, so that only edited ones are proofread again."""
    products, _ = read_products(ROOT / "templates")
    return "".join(f"{fingerprint(product)}  {product.name}\n" for product in products).encode()


def main(arguments: list[str]) -> int:
    """Write each template that differs from what the wording says; with --check only tell."""
    stale = []
    for name, (paper, body) in TEMPLATES.items():
        stale += _written(ROOT / name, build(paper, body()), arguments)
    stale += _written(SHIPPED, _fingerprints(), arguments)
    for name in stale:
        print(name)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
