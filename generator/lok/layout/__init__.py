"""Slide in, boxes in mm out: see `scene`."""

from lok.layout.scene import Stage, canvases, layout_slide, problems, stage

__all__ = ["Stage", "canvases", "layout_slide", "problems", "stage"]
