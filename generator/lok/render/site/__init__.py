"""The website of a course: a Markdown tree, its menu and the settings of a site engine."""
