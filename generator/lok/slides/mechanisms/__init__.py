"""The layouts of slides, a module for each: when it applies, which places it fills in mm, and how it is drawn."""
