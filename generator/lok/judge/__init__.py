"""Loaded courses in, problems that only making everything would show out; makes no PDF, site or deck."""
