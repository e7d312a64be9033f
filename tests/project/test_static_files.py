import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.management import call_command

from comparer.static_files import IMPORTS


@pytest.fixture
def collected(tmp_path: Path, settings: object) -> Path:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]  # type: ignore[attr-defined]
    settings.STORAGES = settings.STORAGES | {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "comparer.static_files.JoinedStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_sheets_are_joined_in_the_order_of_their_imports(collected: Path) -> None:
    source = Path(settings.BASE_DIR) / "static" / "css"
    parts = IMPORTS[".css"].findall((source / "site.css").read_text())
    assert len(parts) > 1
    joined = "".join((source / part).read_text() for part in parts)
    assert (collected / "css" / "site.css").read_text() == joined


def test_collecting_again_still_joins(collected: Path) -> None:
    before = (collected / "css" / "site.css").read_text()
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (collected / "css" / "site.css").read_text() == before
    assert "@import" not in before


@pytest.mark.parametrize("name", ["story.js", "side-by-side.js"])
def test_scripts_are_joined_each_in_a_block_of_its_own(collected: Path, name: str) -> None:
    source = Path(settings.BASE_DIR) / "static" / "js"
    parts = IMPORTS[".js"].findall((source / name).read_text())
    assert len(parts) > 1
    joined = "".join(f"{{\n{(source / part).read_text()}}}\n" for part in parts)
    assert (collected / "js" / name).read_text() == joined


def test_no_script_exports_or_imports_a_name() -> None:
    for script in (Path(settings.BASE_DIR) / "static" / "js").glob("*.js"):
        assert not re.search(r"^\s*(export\b|import\b(?! \"\./))", script.read_text(), re.MULTILINE), script


def test_tests_see_the_sheets_as_they_are_written() -> None:
    assert settings.STORAGES["staticfiles"]["BACKEND"].endswith(StaticFilesStorage.__name__)
