"""The legal products an office can make: a DOCX and a TOML beside it, and no line of Python."""

from legalgen.products.product import ANY_VALUE, Numbering, Paper, Product
from legalgen.products.reading import read_product, read_products

__all__ = ["ANY_VALUE", "Numbering", "Paper", "Product", "read_product", "read_products"]
