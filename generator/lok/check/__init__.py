"""What the parts of a course must be to each other: a course and a day in, problems out. Changes nothing."""
