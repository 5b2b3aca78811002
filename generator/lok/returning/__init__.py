"""What a trainer changed in a deck of ours, brought back to the lines of its author."""
