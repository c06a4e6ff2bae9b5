"""What the host does outside the app: verify the record, back it up, restore it, make a demo, score leads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from alignment.actions.joining import make_device_link
from data.access import link_token, new_token, token_hash
from data.backup import Copied, NotBackedUp, back_up
from data.checking import check_against
from data.leads_refused import LeadsRefused
from data.ledger import Ledger, Unreadable
from data.restoring import NotRestored, restore
from data.rooms import Rooms, utc_now
from data.scoring.from_command import score_to_file
from data.settings import WrongSetting, settings
from data.verification import Verified, verify_all

WHAT_TO_DO = (
    "Nothing was changed. The app shows what came before the damage; restore a backup into an empty folder "
    "to have the rest."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Look after the workshops of Common Terms. The app may be running meanwhile."""


@main.command("verify")
@click.argument("what", required=False, metavar="[FILE_OR_FINGERPRINT]")
def verify_command(what: str | None) -> None:
    """Check every workshop's record: each fact, the chain of hashes, and its end.

    With a definition's JSON file, or with a fingerprint: check whether it is what was signed here.
    """
    with _ledger() as ledger:
        if what is not None:
            _check(ledger, what)
            return
        damaged = _show_verified(ledger)
    if damaged:
        raise click.ClickException(f"{_count(damaged, 'workshop')} damaged. {WHAT_TO_DO}")


@main.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup_command(file: Path) -> None:
    """Write everything to FILE: all workshops, lead sets, and the key that signs cookies. Keep it safe."""
    with _ledger() as ledger:
        copied = back_up(ledger, settings(), file, utc_now())
    click.echo(f"Backed up to {file}: {_what(copied)}.")


@main.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore_command(file: Path) -> None:
    """Bring back everything in FILE, into a place where there is no workshop yet, and verify it."""
    with _ledger() as ledger:
        click.echo(f"Restored {_what(restore(ledger, settings(), file))}.")
        damaged = _show_verified(ledger)
    if damaged:
        raise click.ClickException(f"{_count(damaged, 'workshop')} damaged, as it was when it was backed up.")


@main.command("demo")
@click.option(
    "--signed", is_flag=True, help="As it goes on after the signature, with outcomes to measure by."
)
def demo_command(signed: bool) -> None:
    """Make a demo workshop and print the link that opens it."""
    from data.demo import make_demo, make_signed_demo

    with _ledger() as ledger:
        room, token = (make_signed_demo if signed else make_demo)(Rooms(ledger)), new_token()
        host = next(person for person in room.workshop().people if person.facilitator)
        room.act(make_device_link, host.id, token_hash(token))
    address = settings().public_url or "http://localhost:8501"
    click.echo(
        f"Made the demo workshop {room.id}. Start the app, then open as {host.name}, once, within the hour:"
    )
    click.echo(f"{address}/device/{link_token(room.id, token)}")


@main.command("score")
@click.argument("leads", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--definition", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--output", "-o", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--mapping", type=click.Path(dir_okay=False, path_type=Path), help="What the columns mean.")
@click.option("--force", is_flag=True, help="Replace the output if it is there.")
def score_command(leads: Path, definition: Path, output: Path, mapping: Path | None, force: bool) -> None:
    """Score LEADS by a definition that was downloaded as JSON; needs neither the app nor its database.

    The output is CSV, Parquet or XLSX, by its name's ending.
    """
    try:
        lines = score_to_file(leads, definition, output, mapping, force)
    except LeadsRefused as refusal:
        raise click.ClickException(str(refusal)) from refusal
    click.echo("\n".join(lines))


@contextmanager
def _ledger() -> Iterator[Ledger]:
    """The ledger that the settings name; what goes wrong with it is said in words."""
    try:
        with closing(Ledger(settings().database_url)) as ledger:
            yield ledger
    except (NotBackedUp, NotRestored, Unreadable, WrongSetting, OSError) as error:
        raise click.ClickException(str(error)) from error


def _check(ledger: Ledger, what: str) -> None:
    """Say whether a file or a fingerprint holds against the record; fails if it does not."""
    checked = check_against(Rooms(ledger), what)
    if not checked.holds:
        raise click.ClickException(checked.sentence)
    click.echo(checked.sentence)


def _show_verified(ledger: Ledger) -> int:
    """Print a line for each workshop; how many are damaged."""
    damaged = 0
    for verified in verify_all(ledger):
        damaged += verified.damage is not None
        click.echo(_line(verified))
    if not ledger.workshop_ids():
        click.echo("There is no workshop yet.")
    return damaged


def _line(verified: Verified) -> str:
    what = f"{verified.workshop_id}  {verified.name}: {_count(verified.facts, 'fact')}"
    if verified.damage is None:
        return f"ok       {what}"
    return f"DAMAGED  {what} before fact {verified.damage.seq}. {verified.damage.sentence}"


def _what(copied: Copied) -> str:
    counts = (copied.workshops, "workshop"), (copied.facts, "fact"), (copied.lead_sets, "lead set")
    return ", ".join(_count(number, noun) for number, noun in counts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


if __name__ == "__main__":
    main()
