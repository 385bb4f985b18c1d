"""Workbooks and CSV folders in, tables out: every value keeps its file, sheet and cell."""
