"""A folder of Dutch Markdown in, Courses and problems out. Reads files, judges nothing but the form of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from lok import format as fmt
from lok.fields import Fields, minutes
from lok.files import Files, nothing
from lok.load_pages import exercise_format, load_case, load_entries, load_exercise, load_sheet
from lok.load_slides import Roles, load_part, numbered
from lok.model import Break, Case, Course, Entry, Exercise, Fragment, Media, Part, Picture, Role, Sheet, walk
