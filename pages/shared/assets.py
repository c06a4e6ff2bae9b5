"""Where the browser finds our scripts: a mount carries one line that loads the shared module."""

from __future__ import annotations

import re

import streamlit as st


def asset(name: str) -> str:
    """The path of a script, also below a base path."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/assets/{name}" if base else f"/assets/{name}"


def mount_key(key: str) -> str:
    """A key under which Streamlit takes a component: it refuses two underscores on end, as ids may have."""
    return re.sub("_(?=_)", "_.", key)


def loading(function: str) -> str:
    """A component's code: load the module that ``data.from`` names and call one function of it.

    What did not arrive, because the connection is lost just then, is asked for again as long as there is
    something to mount; under another address, since a browser may remember what it could not load.
    Streamlit sends a component's code with each instance, so it stays this short.
    """
    return (
        "export default async c => {\n"
        "for (let n = 0; ; n++) try {\n"
        "const at = new URL(c.data.from + (n ? `?${n}` : ''), location.origin)\n"
        f"return (await import(at.href)).{function}(c)\n"
        "} catch (e) {\n"
        "if (!(e instanceof TypeError) || !c.parentElement.isConnected) throw e\n"
        "await new Promise(again => setTimeout(again, 1000))\n"
        "}}\n"
    )
