"""Prose, charts and templates as HTML, for every output that is a page."""
