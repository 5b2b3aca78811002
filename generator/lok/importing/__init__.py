"""Presentations and documents of others in, files of a course in our own format out. Publishes nothing, writes nothing.

`package` opens a file or refuses it, `deck` walks its slides (`order`, `paragraphs`, `tables`, `charts`, `diagrams`,
`pictures`, `sounds`), `document` walks a text; both give blocks of the model. `to_markdown` writes blocks so that
`read.markdown` reads the same again, `course` lays out the files, `report` tells what was left behind.
"""
