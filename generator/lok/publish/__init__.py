"""Rendered files in, a published folder out: pages made by an engine, judged by their bytes, written whole or not."""
