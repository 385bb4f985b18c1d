"""Decrees, minutes and letters of an election office, from its workbook and its own templates."""

__version__ = "0.1.0"
