"""Bytes in, files out: the only place that writes. Nothing half-written ever has its final name."""
