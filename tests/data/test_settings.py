"""Settings come from the environment, and a wrong one is said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.settings import WrongSetting, settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "FOLDER", "PUBLIC_URL", "HOST_KEY", "UPLOAD_MB"):
        monkeypatch.delenv(f"COMMON_TERMS_{name}", raising=False)


def test_without_any_setting_everything_is_kept_in_one_local_folder() -> None:
    now = settings()
    assert now.database_url == f"sqlite:///{now.folder}/record.sqlite3"
    assert (now.leads.parent, now.secret_key.parent, now.folder.name) == (now.folder, now.folder, "local")


def test_the_folder_moves_the_record_the_leads_and_the_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    assert settings().database_url == f"sqlite:///{tmp_path}/record.sqlite3"
    assert settings().leads == tmp_path / "leads"


def test_a_public_address_loses_its_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMON_TERMS_PUBLIC_URL", "https://terms.example.com/")
    assert settings().public_url == "https://terms.example.com"


@pytest.mark.parametrize("typed", ["many", "-1", "0", "1.5", "²"])
def test_an_upload_limit_that_is_no_whole_number_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("COMMON_TERMS_UPLOAD_MB", typed)
    with pytest.raises(WrongSetting, match="COMMON_TERMS_UPLOAD_MB"):
        settings()
