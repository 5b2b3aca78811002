"""An error page shows at any address that does not exist: how it finds its own files where nobody knows the host."""

from __future__ import annotations

import json
from collections.abc import Sequence

SCRIPT = """(function(){if(!/^http/.test(location.protocol))return;\
var way=location.pathname,at=-1,up=way.length+1,end=way.lastIndexOf("/")+1,base=document.createElement("base");\
%s.forEach(function(name){var found=way.lastIndexOf("/"+name+"/");if(found>at){at=found;end=found+1}});\
base.href=way.slice(0,end);document.head.appendChild(base);\
document.addEventListener("error",function(event){var own=event.target;\
if(own.rel!=="stylesheet"||up<2)return;up=way.lastIndexOf("/",up-2)+1;base.href=way.slice(0,up);\
var again=own.cloneNode();own.replaceWith(again)},true);\
})()"""


def base_script(courses: Sequence[str]) -> str:
    """A script that makes addresses in a page start from the folder above these courses, wherever the page is shown.

    It knows that folder by the names of the courses in the address. Where that is not it, it climbs until the page
    finds its styles. The policy must allow `base-uri 'self'`.
    """
    return SCRIPT % json.dumps(courses)
