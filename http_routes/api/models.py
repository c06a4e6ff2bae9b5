"""What is sent and answered, as models: the checks and the OpenAPI description are made of them."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator

from definitions.scorecard import Verdict

MOST_LEADS = 10_000

AskedLead = Annotated[
    dict[str, Any],
    WithJsonSchema(
        {
            "type": "object",
            "additionalProperties": {"type": ["string", "number", "null"]},
            "description": (
                "Criterion name or id to the label of an answer, or null where it is not known. Where the "
                "criterion's answers have bounds, a number is answered by the one that covers it."
            ),
            "examples": [{"Budget": "Ready", "Need": None}],
        }
    ),
]
"""A lead as it is sent. What is in it is checked against the definition, so that faults name its answers."""


class ScoreRequest(BaseModel):
    """Either one lead, or up to 10,000. ``lenient``: an answer that is not known counts as not given."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"oneOf": [{"required": ["lead"]}, {"required": ["leads"]}]},
    )

    lead: AskedLead = Field(default_factory=dict)
    leads: list[AskedLead] = Field(default_factory=list, max_length=MOST_LEADS)
    lenient: bool = Field(default=False, strict=True)

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if ("lead" in self.model_fields_set) == ("leads" in self.model_fields_set):
            raise ValueError('send either "lead" or "leads"')
        return self


class DefinitionUsed(BaseModel):
    """The definition by which the leads were scored: its address' last part, version and fingerprint."""

    slug: str
    version: int = Field(ge=1)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class ReceiptLine(BaseModel):
    """One criterion: the lead's answer (null: not answered), its points, whether its gate is passed."""

    criterion: str
    id: str
    answer: str | None
    points: int
    gate_passed: bool


class ScoredLead(BaseModel):
    """A lead's verdict and how it came about."""

    verdict: Verdict
    points: int
    lines: list[ReceiptLine]


class OtherAnswer(BaseModel):
    """Another answer to one question, and the verdict that the lead would then have."""

    criterion: str
    answer: str
    verdict: Verdict


class ScoredOne(ScoredLead):
    """A lead's verdict, how it came about, and every single other answer that would change it."""

    changes: list[OtherAnswer]


class OneScored(BaseModel):
    """The answer to one lead."""

    definition: DefinitionUsed
    result: ScoredOne


class ManyScored(BaseModel):
    """The answer to many leads, in the order they were sent."""

    definition: DefinitionUsed
    results: list[ScoredLead]
