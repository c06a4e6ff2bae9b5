"""The demo: a complete workshop of a made-up company, one private copy for each visitor."""

from data.demo.make import EYES, make_demo

__all__ = ["EYES", "make_demo"]
