"""In the making."""

from pages.shared import session

session.here()
