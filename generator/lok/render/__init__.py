"""Renderers: a course for one audience in, files out. They read no files, know no clock and do not know each other."""
