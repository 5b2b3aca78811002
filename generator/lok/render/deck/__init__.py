"""PowerPoint decks: slides laid out by `slides` in, native .pptx out."""
