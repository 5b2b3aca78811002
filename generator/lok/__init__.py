"""Author text in, everything a training evening needs out.

The public functions: `load.load_course`, `check.check_course`, `view.view`, `render` in each of `render/`, `build.build`.
"""
