"""The evening: when each slide comes, who speaks, what to bring and what to say. Course in, values out."""
