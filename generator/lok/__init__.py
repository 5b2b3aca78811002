"""Author text in, everything a training evening needs out.

Public functions: `load.load_course`, `check.check_course`, `view.view`, each `render` in `render/`, `build.build`.
"""
