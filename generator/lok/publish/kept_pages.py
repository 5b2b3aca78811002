"""What `engine.build` gives, of which it makes only the pages that it never made before on this computer.

A page follows from its own text, its place in the menu and the frame: nothing else of another page shows in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lok import store
from lok.publish import engine

NOTHING = "niets.html"
"""A template that shows nothing, for a page that is kept: links and the menu have to find one."""
STANDING_IN = f"---\ntemplate: {NOTHING}\n---\n".encode()


def build(tree: Mapping[str, bytes], config: Mapping[str, Any], name: str) -> dict[str, bytes]:
    """The pages and files of a site, as the engine of that name makes them. Raises what `engine.build` raises."""
    folder = f"{config['docs_dir']}/"
    texts = {path: data for path, data in tree.items() if path.startswith(folder) and path.endswith(".md")}
    beside = {path: data for path, data in tree.items() if path not in texts}
    keys = _keys(texts, beside, config, name)
    held = {path: page for path, key in keys.items() if (page := store.get(key)) is not None}
    if len(held) < len(texts):
        nothing = {f"{config['theme']['custom_dir']}/{NOTHING}": b""}
        made = engine.build({**tree, **dict.fromkeys(held, STANDING_IN), **nothing}, config, name)
    else:
        made = {path.removeprefix(folder): data for path, data in beside.items() if path.startswith(folder)}
    for path in texts.keys() - held.keys():
        store.put(keys[path], made[_page(path, folder)])
    return dict(sorted((made | {_page(path, folder): page for path, page in held.items()}).items()))


def _keys(
    texts: Mapping[str, bytes], beside: Mapping[str, bytes], config: Mapping[str, Any], name: str
) -> dict[str, str]:
    """Of each text the name under which its page is kept."""
    files = (part for path in sorted(beside) for part in (path, beside[path]))
    frame = store.key_of("frame", (name, json.dumps(config), *sorted(texts), *files))
    return {path: store.key_of("page", (frame, path, data)) for path, data in texts.items()}


def _page(path: str, folder: str) -> str:
    return path.removeprefix(folder).removesuffix(".md") + ".html"
