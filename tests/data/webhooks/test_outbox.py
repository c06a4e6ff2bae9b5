"""A message that fails is tried again, by one process at a time, after a restart too."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from data.ledger import Ledger
from data.rooms import Rooms
from data.webhooks.courier import Courier
from data.webhooks.outbox import BACK_OFF, Delivery, Outbox, State, outbox
from tests.data.webhooks.conftest import Clock
from tests.data.webhooks.publishing import frozen, go_round, only, publish
from tests.data.webhooks.receiving import Receiver, receiver


def test_after_two_failures_it_is_tried_again_in_time_and_arrives(rooms: Rooms, clock: Clock) -> None:
    with receiver([500, 503, 204]) as system:
        publish(frozen(rooms, system.url))
        courier = Courier(rooms)
        go_round(courier)
        clock.now += timedelta(seconds=9)
        go_round(courier)
        assert (len(system.heard), only(rooms).said) == (1, "it answered 500")
        clock.now += timedelta(seconds=1)
        go_round(courier)
        assert len(system.heard) == 2
        clock.now += timedelta(seconds=60)
        go_round(courier)
        go_round(courier)
        assert len(system.heard) == 3
        ids = {(headers["webhook-id"], body) for _, headers, body in system.heard}
        assert len(ids) == 1
        assert len({headers["webhook-timestamp"] for _, headers, _ in system.heard}) == 3
        assert only(rooms).state is State.DELIVERED


def test_at_last_it_is_given_up_and_can_be_sent_again(rooms: Rooms, clock: Clock) -> None:
    with receiver([500] * 7 + [200]) as system:
        publish(frozen(rooms, system.url))
        courier = Courier(rooms)
        for seconds in (*BACK_OFF, 10**6, 10**6):
            go_round(courier)
            clock.now += timedelta(seconds=seconds)
        assert len(system.heard) == len(BACK_OFF) + 1
        assert only(rooms).state is State.GIVEN_UP
        assert outbox(rooms.ledger).again(only(rooms), clock.now)
        go_round(courier)
        assert only(rooms).state is State.DELIVERED
        assert not outbox(rooms.ledger).again(only(rooms), clock.now)


def test_a_receiver_that_wants_no_more_is_left_alone(rooms: Rooms) -> None:
    with receiver([410]) as system:
        publish(frozen(rooms, system.url))
        go_round(Courier(rooms))
        assert (only(rooms).state, len(system.heard)) == (State.GIVEN_UP, 1)


def test_a_redirect_is_not_followed(rooms: Rooms) -> None:
    with receiver([307, 200]) as system:
        publish(frozen(rooms, system.url))
        go_round(Courier(rooms))
        assert len(system.heard) == 1
        assert only(rooms).state is State.WAITING
        assert "redirect" in only(rooms).said


def test_what_waited_when_the_server_stopped_is_sent_when_it_starts(
    rooms: Rooms, system: Receiver, clock: Clock
) -> None:
    publish(frozen(rooms, system.url))
    go_round(Courier(Rooms(rooms.ledger, clock)))
    assert len(system.heard) == 1
    go_round(Courier(Rooms(rooms.ledger, clock)))
    assert len(system.heard) == 1


def test_a_message_whose_process_ended_in_the_middle_is_sent_by_another_after_a_minute(
    rooms: Rooms, system: Receiver, clock: Clock
) -> None:
    publish(frozen(rooms, system.url))
    courier = Courier(rooms)
    (due,) = courier._due()
    assert outbox(rooms.ledger).claim(due, clock.now)
    go_round(courier)
    assert system.heard == []
    clock.now += timedelta(seconds=60)
    go_round(courier)
    assert len(system.heard) == 1


def test_of_many_processes_one_takes_a_message(ledger: Ledger, clock: Clock) -> None:
    box, message = Outbox(ledger.engine), Delivery("m", "w", "h", 0, clock.now.timestamp())
    assert [box.add(message), box.add(message)] == [True, False]
    with ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(lambda _: box.claim(message, clock.now), range(8)))
    assert taken.count(True) == 1
