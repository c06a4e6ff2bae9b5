"""The demo: a complete workshop of a made-up company, one private copy for each visitor."""

from data.demo.make import EYES, make_demo
from data.demo.signed import is_signed_demo, make_signed_demo

__all__ = ["EYES", "is_signed_demo", "make_demo", "make_signed_demo"]
