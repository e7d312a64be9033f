"""What a sentence model proposed for a story, stored: every analysis takes it up without the model."""

from collections.abc import Sequence

from django.db import transaction

from articles.engine import Proposal as Found
from articles.models import Proposal, Story


def load_proposals(story: Story) -> list[Found]:
    """Load what is proposed for a story: nothing where no model ever ran."""
    rows = Proposal.objects.filter(story=story).order_by("words_a", "words_b", "pk")
    return [Found(row.words_a, row.words_b, row.similarity, row.usual) for row in rows]


@transaction.atomic
def store_proposals(story: Story, proposals: Sequence[Found]) -> bool:
    """Replace what is proposed for a story; tell whether that changed anything."""
    if set(load_proposals(story)) == set(proposals):
        return False
    Proposal.objects.filter(story=story).delete()
    Proposal.objects.bulk_create(
        Proposal(
            story=story,
            words_a=found.words_a,
            words_b=found.words_b,
            similarity=found.similarity,
            usual=found.usual,
        )
        for found in proposals
    )
    return True
