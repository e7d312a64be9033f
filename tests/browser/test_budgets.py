import gzip
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"


def compressed(files):
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def joined(files):
    """As `collectstatic` serves them: what one page imports is one file."""
    return len(gzip.compress(b"".join(file.read_bytes() for file in files)))


@pytest.mark.parametrize("own", ["pages", "reader", "explained"])
def test_style_sheets_of_a_page_stay_small(own):
    assert joined(STATIC / f"css/{name}.css" for name in ("base", "parts", own)) <= 8 * 1024


def test_scripts_of_our_own_stay_small():
    assert compressed(STATIC.glob("js/*.js")) <= 14 * 1024


@pytest.mark.django_db
def test_the_side_by_side_page_stays_small(client, seeds):
    from articles.models import Story

    story = Story.objects.get(title__contains="diplomat")
    page = client.get(f"{story.get_absolute_url()}side-by-side/")
    assert len(gzip.compress(page.content)) <= 15 * 1024
