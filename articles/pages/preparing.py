"""A story to what its page shows of it, made ready for readers at the end of every analysis.

What is made ready is named by the state of the articles (`state.py`). In any other state (an outlet was
renamed, an article withdrawn, another release runs) it is not found, and the page makes it from the rows.
"""

import logging

from django.db import transaction

from articles.analysis import analyse_story
from articles.models import Prepared, Story
from articles.pages.leaves import STATEMENTS_A_PAGE
from articles.pages.loading import articles_for
from articles.pages.outline import NAME as OUTLINE
from articles.pages.outline import load_found, outline_of
from articles.pages.overview import NAME as AROUND
from articles.pages.overview import render_around
from articles.pages.parts import render_parts
from articles.pages.state import OF_KEY, name_state, read_state
from articles.pages.story import gravity

log = logging.getLogger(__name__)

# The gravest statements of a story, a few pages of them. An editor waits while they are made, and of a story
# of a thousand the rest is seldom asked for.
MOST_PREPARED = 3 * STATEMENTS_A_PAGE


def analyse_for_readers(story: Story) -> bool:
    """Analyse a story and make its page ready; tell whether the analysis went well."""
    done = analyse_story(story)
    prepare_story(story)
    return done


def prepare_story(story: Story) -> bool:
    """Make the page of a story ready for readers, unless it is; tell whether it had to be made.

    Where that fails readers lose nothing but time: their pages are made from the rows.
    """
    state = name_state(read_state(OF_KEY, story.pk))
    if Prepared.objects.filter(state=state).exists():
        return False
    try:
        with transaction.atomic():
            Prepared.objects.filter(story=story).delete()
            Prepared.objects.bulk_create(
                Prepared(story=story, state=state, name=name, pieces=pieces)
                for name, pieces in render_pieces(story).items()
            )
    except Exception:
        log.exception("story %s could not be made ready", story.pk)
    return True


def render_pieces(story: Story) -> dict[str, tuple[object, ...]]:
    """Render what a reader who asks for nothing particular sees of a story, by name."""
    articles = list(articles_for(editor=False).filter(story=story))
    if not articles:
        return {}
    found = load_found(articles)
    outline = outline_of(articles, found)
    chosen = sorted(outline.statements, key=gravity)[:MOST_PREPARED]
    return {
        OUTLINE: found,
        AROUND: render_around(story, outline),
        **render_parts(chosen, outline, story, base=None),
    }
