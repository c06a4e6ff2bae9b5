"""What is proposed about columns: types, markers, personal data; values stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.importing.understood import Column, Type
from tests.data.importing.files import column, read

UUID = "7927b2df-8bba-4d29-b9a2-b6e0beafe{:03d}"


def described(place: Path, header: str, values: list[str]) -> Column:
    quoted = ('"' + value.replace('"', '""') + '"' for value in values)
    text = f"n,{header},z\n" + "".join(f"a{n},{value},b\n" for n, value in enumerate(quoted))
    return read(place, text).columns[1]


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        ("Visits", [str(n % 7) for n in range(40)], Type.NUMBER),
        ("Revenue", [f"{n},234.50" for n in range(1, 40)], Type.NUMBER),
        ("Created", [f"2026-01-{n:02d}" for n in range(1, 29)], Type.DATE),
        ("Created", [f"{n}/01/2026 10:00" for n in range(1, 29)], Type.DATE),
        ("Won", ["yes", "no"] * 20, Type.YES_NO),
        ("Lead number", [str(n) for n in range(600, 640)], Type.IDENTIFIER),
        ("Account", [f"00{n}" for n in range(600, 640)], Type.IDENTIFIER),
        ("Account", [str(2**63 + n) for n in range(40)], Type.IDENTIFIER),
        ("Record", [UUID.format(n) for n in range(40)], Type.IDENTIFIER),
        ("Source", ["Web", "Event"] * 20, Type.TEXT),
    ],
)
def test_a_type_is_proposed(tmp_path: Path, header: str, values: list[str], kind: Type) -> None:
    assert described(tmp_path, header, values).type is kind


def test_identifiers_keep_every_digit(tmp_path: Path) -> None:
    values = ["9007199254740993", "00660737", "6.60737E+05", "1e309", "-0", "9" * 60]
    text = "Lead number,Source\n" + "".join(f"{value},Web\n" for value in values)
    assert column(read(tmp_path, text), "Lead number") == values


def test_words_for_missing_are_recognised_and_left_alone(tmp_path: Path) -> None:
    found = described(tmp_path, "City", ["Select", "unknown", "N/A", "-", "Lisbon"] * 8)
    assert set(found.missing_markers) == {"Select", "unknown", "N/A", "-"}
    assert found.filled == 40


def test_numbers_far_from_all_others_are_markers(tmp_path: Path) -> None:
    found = described(tmp_path, "Days since", ["999"] * 30 + [str(n % 20) for n in range(30)] + ["-1"] * 5)
    assert set(found.missing_markers) == {"999", "-1"}
    assert (found.least, found.most) == ("0", "19")


def test_a_frequent_number_among_others_is_no_marker(tmp_path: Path) -> None:
    found = described(tmp_path, "Age", ["99"] * 10 + [str(n) for n in range(60, 110)])
    assert found.missing_markers == ()


def test_what_is_no_number_is_counted_and_listed(tmp_path: Path) -> None:
    odd = ["twelve", "twelve", "€5", "(3)", "1e3", "∞"]
    found = described(tmp_path, "Visits", [str(n) for n in range(30)] * 2 + ["n/a", " 7 ", "1,234", *odd])
    assert found.not_understood[0] == ("twelve", 2)
    assert {value for value, _ in found.not_understood} == set(odd)
    assert found.not_understood_rows == 6
    assert found.type is Type.NUMBER


@pytest.mark.parametrize(
    ("header", "values", "reason"),
    [
        ("Contact", [f"p{n}@example.com" for n in range(40)], "e-mail addresses"),
        ("Phone", [f"+44 20 7946 0{n:03d}" for n in range(40)], "phone numbers"),
        ("First name", [f"Person {n}" for n in range(40)], "names of people"),
        ("Notes", [f"Called them about thing {n}, wants an offer" for n in range(40)], "free text"),
        ("Do Not Email", ["Yes", "No"] * 20, None),
        ("Product name", [f"Product {n}" for n in range(40)], None),
        ("Phone calls", [str(n) for n in range(40)], None),
        ("Created", [f"2026-01-{n:02d} 10:00:00" for n in range(1, 29)], None),
    ],
)
def test_columns_about_people_are_recognised(
    tmp_path: Path, header: str, values: list[str], reason: str | None
) -> None:
    assert described(tmp_path, header, values).personal == reason
