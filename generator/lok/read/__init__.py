"""Author files in, records and problems out, each with its place. The only room that knows the author's format."""
