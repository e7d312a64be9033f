from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.management import call_command

from comparer.static_files import IMPORT


@pytest.fixture
def collected(tmp_path: Path, settings: object) -> Path:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # type: ignore[attr-defined]
    settings.STORAGES = settings.STORAGES | {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "comparer.static_files.JoinedStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "css"


def test_sheets_are_joined_in_the_order_of_their_imports(collected: Path) -> None:
    source = Path(settings.BASE_DIR) / "static" / "css"
    parts = IMPORT.findall((source / "site.css").read_text())
    assert len(parts) > 1
    assert (collected / "site.css").read_text() == "".join((source / part).read_text() for part in parts)


def test_collecting_again_still_joins(collected: Path) -> None:
    before = (collected / "site.css").read_text()
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (collected / "site.css").read_text() == before
    assert "@import" not in before


def test_tests_see_the_sheets_as_they_are_written() -> None:
    assert settings.STORAGES["staticfiles"]["BACKEND"].endswith(StaticFilesStorage.__name__)
