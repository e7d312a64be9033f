"""The story that most answers are tested with."""

import pytest

from tests.pages.rows import make_story


@pytest.fixture
def bridges(db):
    return make_story(articles=4, statements=12)
