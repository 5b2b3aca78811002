"""Where an author begins: answers in, the text of a first course or of one thing more out; touches no file."""
