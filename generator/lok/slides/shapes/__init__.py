"""What is drawn on a slide by its mechanism: items and a room in mm in, groups of shapes out."""
