"""Names that may be one person's, for an editor to decide: one person, two people, or not yet."""

from django.contrib import admin, messages
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.editors import editor_of
from articles.analysis import settle_speakers, stories_of
from articles.engine import choose_fuller
from articles.models import Quotation, SameSpeaker, Speaker
from articles.pages.preparing import analyse_for_readers


@admin.register(SameSpeaker)
class SameSpeakerAdmin(admin.ModelAdmin[SameSpeaker]):
    """What is decided here holds through every analysis, and can be taken back."""

    list_display = (
        *("__str__", "reason", "name_a", "name_b", "together"),
        *("decision", "kept", "editor", "decided_at"),
    )
    list_filter = ("decision",)
    list_select_related = ("a", "b", "kept", "editor")
    search_fields = ("a__name", "b__name")
    readonly_fields = ("a", "b", "reason", "decision", "kept", "editor", "decided_at")
    actions = ("join_under_fuller", "join_under_other", "keep_apart", "reopen")

    def get_queryset(self, request: HttpRequest) -> QuerySet[SameSpeaker]:
        """Find in the same query how often each is quoted, a first place, and whether one story has both."""
        pairs = SameSpeaker.objects.all()
        for end in "ab":
            own = Quotation.objects.filter(speaker=OuterRef(end)).order_by("pk")
            count = own.order_by().values("speaker").annotate(n=Count("pk")).values("n")
            pairs = pairs.annotate(
                **{
                    f"count_{end}": Subquery(count),
                    f"first_{end}": Subquery(own.values("pk")[:1]),
                    f"article_{end}": Subquery(own.values("article")[:1]),
                }
            )
        of_a = Quotation.objects.filter(speaker=OuterRef(OuterRef("a")))
        of_b = Quotation.objects.filter(speaker=OuterRef("b"))
        return pairs.annotate(together=Exists(of_b.filter(article__story__in=of_a.values("article__story"))))

    def get_ordering(self, request: HttpRequest) -> list[str]:
        """Show the names of one story before others."""
        return ["-together", "pk"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nothing is added by hand: pairs are proposed."""
        return False

    @admin.display(description="the first")
    def name_a(self, pair: SameSpeaker) -> SafeString | str:
        """Lead to a quotation under the first name, and say how many there are."""
        return lead_to_quotations(pair, "a")

    @admin.display(description="the second")
    def name_b(self, pair: SameSpeaker) -> SafeString | str:
        """Lead to a quotation under the second name, and say how many there are."""
        return lead_to_quotations(pair, "b")

    @admin.display(description="in one story", boolean=True, ordering="together")
    def together(self, pair: SameSpeaker) -> bool:
        """Say whether one story quotes both."""
        return bool(getattr(pair, "together", False))

    @admin.action(description="One person, under the fuller name", permissions=["change"])
    def join_under_fuller(self, request: HttpRequest, queryset: QuerySet[SameSpeaker]) -> None:
        """Make one person of two names, under the one that says more."""
        for pair in queryset:
            fuller, _ = by_fullness(pair)
            decide(self, request, pair, SameSpeaker.Decision.ONE, fuller)

    @admin.action(description="One person, under the other name", permissions=["change"])
    def join_under_other(self, request: HttpRequest, queryset: QuerySet[SameSpeaker]) -> None:
        """Make one person of two names, under the one that says less."""
        for pair in queryset:
            _, other = by_fullness(pair)
            decide(self, request, pair, SameSpeaker.Decision.ONE, other)

    @admin.action(description="Two people: never propose them again", permissions=["change"])
    def keep_apart(self, request: HttpRequest, queryset: QuerySet[SameSpeaker]) -> None:
        """Say that two names are two people."""
        for pair in queryset:
            decide(self, request, pair, SameSpeaker.Decision.TWO)

    @admin.action(description="Not decided: take back what was said", permissions=["change"])
    def reopen(self, request: HttpRequest, queryset: QuerySet[SameSpeaker]) -> None:
        """Take a decision back: two people again, until somebody decides."""
        for pair in queryset:
            decide(self, request, pair, SameSpeaker.Decision.OPEN)


def by_fullness(pair: SameSpeaker) -> tuple[Speaker, Speaker]:
    """Order a pair: the one under the fuller name first."""
    first = choose_fuller(pair.a.name, pair.b.name) == pair.a.name
    return (pair.a, pair.b) if first else (pair.b, pair.a)


def lead_to_quotations(pair: SameSpeaker, end: str) -> SafeString | str:
    """Say how often one of the two is quoted, with the way to the first place."""
    count = getattr(pair, f"count_{end}", None)
    if not count:
        return "not quoted"
    address = reverse("article", args=[getattr(pair, f"article_{end}")])
    place = f"{address}#q{getattr(pair, f'first_{end}')}"
    return format_html('<a href="{}">{}</a>', place, f"{count} quotation{'s' if count > 1 else ''}")


def decide(
    page: SameSpeakerAdmin,
    request: HttpRequest,
    pair: SameSpeaker,
    decision: SameSpeaker.Decision,
    kept: Speaker | None = None,
) -> None:
    """Store a decision with who made it, and analyse the stories that it concerns."""
    stories = {story.pk: story for story in stories_of(pair)}
    pair.decision, pair.kept, pair.decided_at = decision, kept, timezone.now()
    pair.editor = editor_of(request)
    pair.save()
    settle_speakers()
    settled = SameSpeaker.objects.select_related("a", "b").get(pk=pair.pk)
    stories |= {story.pk: story for story in stories_of(settled)}
    said = f"{decision.label}, under the name {kept}" if kept else str(decision.label)
    page.log_change(request, pair, said)
    failed = [str(story) for story in stories.values() if not analyse_for_readers(story)]
    messages.success(request, f"{pair}: {said}. Analysed again: {len(stories) - len(failed)} stories.")
    if failed:
        messages.error(request, f"The analysis failed for {', '.join(failed)}. Its articles say why.")
