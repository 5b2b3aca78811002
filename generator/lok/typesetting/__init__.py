"""Typst, in processes of its own: a template and data in, PDF or pictures and measures out, kept for the next time."""
