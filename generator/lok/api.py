"""What a program may use of lok; the rest may change.

`load_course` and `check_course` read and judge, `view` narrows to an audience, `build` makes every file of a build in
memory, `write` puts them in a folder. docs/architecture.md has an example, which a test runs.
"""

from lok.build import Built, build
from lok.check.course import check_course
from lok.load import Loaded, load_and_check
from lok.model.audience import Audience
from lok.model.course import Course
from lok.problems import Problem, has_errors
from lok.publish.write import write
from lok.read.course import load_course
from lok.view import view

__all__ = [
    "Audience",
    "Built",
    "Course",
    "Loaded",
    "Problem",
    "build",
    "check_course",
    "has_errors",
    "load_and_check",
    "load_course",
    "view",
    "write",
]
