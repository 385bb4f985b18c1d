"""Builds the office's Word templates: one module a product, its wording read like the document."""
