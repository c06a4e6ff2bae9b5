"""A handoff that says everything it can, for tests."""

from datetime import date, time

from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff, ReasonKind, RejectReason, Stage, Supply, Upkeep

BERLIN = BusinessHours(time_zone="Europe/Berlin", country="DE", opens=time(9), closes=time(17))
REASONS = (
    RejectReason(kind=ReasonKind.DEFINITIONAL, words="No need", clause="Need"),
    RejectReason(kind=ReasonKind.PROCEDURAL, words="Sent to the wrong person"),
    RejectReason(kind=ReasonKind.CLERICAL, words="No telephone number"),
)
FULLEST = Handoff(
    business_hours=BERLIN.model_copy(
        update={"closed": (date(2026, 12, 24), date(2026, 12, 28), date(2026, 12, 29))}
    ),
    trigger="The last question is answered",
    stages=(
        Stage(name="MQL", owner="marketing", entry="It has the points."),
        Stage(name="Recycled", aside=True),
        Stage(name="SAL", owner="sales"),
    ),
    reject_reasons=REASONS,
    recycle="It goes back with its reason.",
    nurture="It gets one letter a month.",
    supply=Supply(leads_a_month=1200, complete_percent=95, vetted_percent=50),
    upkeep=Upkeep(review_months=6, challenges=3, won_below=10),
)
