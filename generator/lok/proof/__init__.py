"""Reviewing in Word: a course as one document out, what reviewers changed and remarked back in, by file and line."""
