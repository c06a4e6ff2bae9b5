"""What was wrong with another system's request, as problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from pydantic import BaseModel
from starlette.responses import JSONResponse

CONTENT_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One thing that is wrong: in which lead (from 0), on which criterion, and the answers there are."""

    lead: int | None = None
    criterion: str | None = None
    detail: str
    answers: list[str] | None = None


class ProblemDetails(BaseModel):
    """Why a request was refused. ``errors`` has the first faults of many."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Fault] | None = None


class Problem(Exception):
    """A request that is refused, with the answer that says why."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """``detail`` is a sentence for whoever reads the other system's log."""
        super().__init__(detail)
        self._told = ProblemDetails(
            title=status.phrase, status=status, detail=detail, errors=list(faults) or None
        )
        self._headers = headers

    def response(self) -> JSONResponse:
        """The answer."""
        told = self._told.model_dump(exclude_none=True)
        return JSONResponse(told, self._told.status, self._headers, CONTENT_TYPE)
