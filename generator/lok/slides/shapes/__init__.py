"""What several layouts draw: items and a room in mm in, groups of shapes out."""
