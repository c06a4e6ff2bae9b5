"""Addresses that people pass on: as text to copy, and as a QR code to scan."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

import segno
import streamlit as st

from data.settings import settings


def address_of(path: str) -> str:
    """The full address of a path of this server, as others reach it."""
    return f"{_root()}/{path}"


def _root() -> str:
    public = settings().public_url
    if public:
        return public
    here = urlsplit(st.context.url or "http://localhost:8501")
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{here.scheme}://{here.netloc}{'/' + base if base else ''}"


def show_link(address: str, alt: str) -> None:
    """An address with a button to copy it, and its QR code."""
    st.code(address, language=None, wrap_lines=True)
    st.image(qr_code(address), width=180, alt=alt)


@st.cache_data(max_entries=200)
def qr_code(address: str) -> bytes:
    """An address as a QR code, a PNG picture."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="png", scale=6, border=3)
    return picture.getvalue()
