"""The server: ``streamlit run app.py``."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from data.access import host_key, needs_host_key
from data.demo_cleaning import remove_old_demos
from data.intake import remove_left_behind
from data.rooms import rooms
from data.settings import settings
from data.webhooks.courier import Courier
from http_routes.nodelay import NoDelay
from http_routes.routes import routes

CLEANING_SECONDS = 3600.0
_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """While the server runs: hear of other processes' writing, and remove old demo workshops."""
    # Streamlit's own limit would otherwise refuse what the host allows, with words that nobody understands.
    config.set_option("server.maxUploadSize", settings().upload_megabytes)
    if needs_host_key(st.get_option("server.address"), {}) and not settings().host_key:
        host_key()  # made and printed now, so that whoever starts the server sees it
    await asyncio.to_thread(remove_left_behind, settings().folder)
    # What is loaded by now stays: the collector need not walk through it while a hundred screens refresh.
    gc.collect()
    gc.freeze()
    work = (rooms().watch(), _clean(), Courier(rooms()).run())
    tasks = [asyncio.create_task(each) for each in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _clean() -> None:
    while True:
        try:
            await asyncio.to_thread(remove_old_demos, rooms(), settings().demo_days)
        except Exception:  # noqa: BLE001 - the next hour's try must come whatever went wrong
            _log.exception("Old demo workshops could not be removed; trying again in an hour")
        await asyncio.sleep(CLEANING_SECONDS)


# Until some session has run st.navigation, Streamlit takes the folder pages/ for its own kind of pages,
# and the first visitor of a fresh server who follows a link to a screen would be told it was not found.
PagesManager.uses_pages_directory = False
app = st.App("frame.py", routes=routes(), middleware=[Middleware(NoDelay)], lifespan=lifespan)
