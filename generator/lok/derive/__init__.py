"""What follows from a course, for whoever renders it: files to offer, scores, charts, options. Pure functions."""
