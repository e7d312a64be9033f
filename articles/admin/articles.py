"""Where editors bring articles in, look at what was found in them, and publish them."""

from io import BytesIO
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.forms import ModelForm
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.editions import follow, keep_together
from articles.forms import ArticleForm
from articles.intake import PASTED
from articles.models import Article, Story
from articles.pages.preparing import analyse_for_readers, prepare_story
from articles.pages.quotation_list import Listed, list_quotations


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    """Articles: add by paste or file, see the quotations, analyse again, preview."""

    form = ArticleForm
    list_display = (
        *("__str__", "outlet", "story", "published_at", "version", "publication", "analysis", "found"),
    )
    list_filter = ("publication", "current", "analysis", "outlet", "story")
    list_select_related = ("outlet", "story")
    search_fields = ("headline", "text", "outlet__name", "story__title", "byline", "address")
    date_hierarchy = "published_at"
    actions = ("analyse_again", "publish", "withdraw")
    readonly_fields = ("preview", "versions", "state", "quotations_found", "clean_text", "source")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *("paste", "file", "version_of"),
                    *("story", "new_story", "outlet", "new_outlet", "publication"),
                )
            },
        ),
        (
            "About the article",
            {
                "fields": (
                    "headline",
                    "deck",
                    "byline",
                    "address",
                    "published_at",
                    "language",
                    "translated_from",
                )
            },
        ),
    )
    after_saving: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
        ("What was found", {"fields": ("preview", "versions", "state", "quotations_found")}),
        ("The stored text", {"fields": ("put_back", "clean_text", "source")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Show what was found only once there is something to find it in."""
        if obj is None:
            return self.fieldsets
        text_name, text = self.after_saving[1]
        if len(obj.left_out) == len(obj.unread) and not obj.kept:
            text = {"fields": tuple(f for f in text["fields"] if f != "put_back")}
        return (self.after_saving[0], *self.fieldsets, (text_name, text))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Count the quotations in the same query; leave the uploads where they are."""
        return super().get_queryset(request).defer("upload").annotate(found=Count("quotations"))

    @admin.display(description="quotations", ordering="found")
    def found(self, article: Article) -> int:
        """Say how many quotations were found."""
        count: int = getattr(article, "found", 0)
        return count

    @admin.display(description="on the reader pages")
    def preview(self, article: Article) -> SafeString:
        """Link to the pages as readers will see them; drafts open for editors only."""
        return format_html(
            '<a href="{}">the article</a> · <a href="{}">the story</a> · <a href="{}">side by side</a>',
            article.get_absolute_url(),
            article.story.get_absolute_url(),
            reverse("side-by-side", args=[article.story.slug]) + f"?left={article.pk}",
        )

    @admin.display(description="version", ordering="edition")
    def version(self, article: Article) -> str:
        """Say which version of its article this is, where there are several."""
        if article.series_id is None:
            return ""
        return f"{article.edition}, {'compared' if article.current else 'not compared'}"

    @admin.display(description="versions")
    def versions(self, article: Article) -> SafeString | str:
        """List the versions of the article, each with the way to its form."""
        if article.series_id is None:
            return "One. Bring a later one in as a new article, and choose this one under “Later version of”."
        others = Article.objects.filter(series=article.series_id).defer("upload", "text").order_by("edition")
        return format_html(
            "<ol>{}</ol><p>The last published one is compared with other outlets. To take a version back, "
            "withdraw it to draft; to make it an article by itself, empty “Later version of” there.</p>",
            format_html_join(
                "",
                '<li value="{}"><a href="{}">{}</a>, {}, {}, {}{}</li>',
                (
                    (
                        other.edition,
                        reverse("admin:articles_article_change", args=[other.pk]),
                        other,
                        f"of {other.published_at:%Y-%m-%d %H:%M} UTC" if other.published_at else "no date",
                        f"brought in {other.created_at:%Y-%m-%d %H:%M} UTC",
                        other.get_publication_display().lower(),
                        ", compared" if other.current else "",
                    )
                    for other in others
                ),
            ),
        )

    @admin.display(description="analysis")
    def state(self, article: Article) -> str:
        """Say how far the analysis has come, and why it stopped if it did."""
        if article.analysis == Article.Analysis.FAILED:
            return article.analysis_failure
        if article.analysis == Article.Analysis.DONE and article.analysed_at:
            return f"Done {article.analysed_at:%Y-%m-%d %H:%M} UTC, engine {article.engine_version}"
        return article.get_analysis_display()

    @admin.display(description="quotations")
    def quotations_found(self, article: Article) -> SafeString | str:
        """List the quotations with place, speaker, reason and status among the articles of the story."""
        rows = list_quotations(article)
        if not rows:
            return "None found."
        return format_html(
            "<table><thead><tr><th>at</th><th>quotation</th><th>speaker</th><th>why</th><th>status</th><td></td><th>matches</th></tr>"
            "</thead><tbody>{}</tbody></table>",
            format_html_join(
                "",
                '<tr><td>{}</td><td><a href="{}">{}</a></td><td>{}</td><td>{}</td><td>{}</td>'
                '<td><a href="{}">correct</a></td><td>{}</td></tr>',
                (
                    (
                        r.start,
                        r.address,
                        r.words,
                        r.speaker,
                        r.reason,
                        r.status,
                        r.correction,
                        decisions_on(r),
                    )
                    for r in rows
                ),
            ),
        )

    @admin.display(description="clean text")
    def clean_text(self, article: Article) -> SafeString:
        """Show the one text that every offset refers to."""
        return format_html_join("", "<p>{}</p>", ((p,) for p in article.text.split("\n") if p))

    @admin.display(description="upload")
    def source(self, article: Article) -> SafeString:
        """Name what was brought in, and hand it back unchanged."""
        return format_html(
            '<a href="{}">{}</a>, kept unchanged. {}',
            reverse("admin:articles_article_upload", args=[article.pk]),
            article.upload_name or "pasted",
            unread_of(article),
        )

    def get_urls(self) -> list[URLPattern]:
        """Give the upload of each article an address beside its form."""
        upload = self.admin_site.admin_view(self.upload)
        return [path("<int:pk>/upload/", upload, name="articles_article_upload"), *super().get_urls()]

    def upload(self, request: HttpRequest, pk: int) -> FileResponse:
        """Hand back what was brought in, byte for byte, to be saved and not to be shown."""
        article = get_object_or_404(Article.objects.only("upload", "upload_name"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return FileResponse(
            BytesIO(article.upload),
            as_attachment=True,
            filename=article.upload_name or PASTED,
            content_type="application/octet-stream",
        )

    def save_model(self, request: HttpRequest, obj: Article, form: ModelForm[Article], change: bool) -> None:
        """Store the article and compare its story, and the story it was taken out of."""
        obj.analysis = Article.Analysis.WAITING
        moved = change and "story" in form.changed_data
        left = list(Story.objects.filter(articles=obj.pk)) if moved else []
        super().save_model(request, obj, form, change)
        if "version_of" in form.changed_data:
            follow(obj, form.cleaned_data["version_of"])
        keep_together(obj)
        self.tell(request, [*(story for story in left if story != obj.story), obj.story])
        if obj.unread:
            messages.warning(request, unread_of(obj))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        """Compare the articles that stay."""
        story = obj.story
        super().delete_model(request, obj)
        analyse_for_readers(story)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Compare the articles that stay, each story once."""
        stories = list(Story.objects.filter(articles__in=queryset).distinct())
        super().delete_queryset(request, queryset)
        for story in stories:
            analyse_for_readers(story)

    def tell(self, request: HttpRequest, stories: list[Story]) -> None:
        """Analyse stories and say how it went."""
        failed = [story for story in stories if not analyse_for_readers(story)]
        if failed:
            names = ", ".join(f"“{story}”" for story in failed)
            messages.error(
                request, f"The analysis failed for {names}. The articles are stored; each says why."
            )
        else:
            links = format_html_join(
                ", ", '<a href="{}">{}</a>', ((story.get_absolute_url(), story) for story in stories)
            )
            messages.success(request, format_html("Analysed: {}.", links))

    @admin.action(description="Analyse again")
    def analyse_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Analyse the stories of the chosen articles again."""
        self.tell(request, list(Story.objects.filter(articles__in=queryset).distinct()))

    def choose_versions(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Analyse the stories in which another version may be the one to compare now; ready the others."""
        stories = Story.objects.filter(articles__in=queryset.filter(series__isnull=False)).distinct()
        if stories:
            self.tell(request, list(stories))
        for story in Story.objects.filter(articles__in=queryset).distinct():
            prepare_story(story)

    @admin.action(description="Publish")
    def publish(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Show the chosen articles to readers."""
        count = queryset.update(publication=Article.Publication.PUBLISHED)
        self.choose_versions(request, queryset)
        messages.success(request, f"{count} published.")

    @admin.action(description="Withdraw to draft")
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Show the chosen articles to editors only."""
        count = queryset.update(publication=Article.Publication.DRAFT)
        self.choose_versions(request, queryset)
        messages.success(request, f"{count} withdrawn; editors still see them.")


def unread_of(article: Article) -> str:
    """Say what of an upload is not in the text, and what to do about it; "" where all of it is."""
    if not article.unread:
        return ""
    return (
        f"Not in the text: {'; '.join(article.unread)}. If the article goes on there, bring in a file made "
        "readable by a program for text recognition (OCR), or paste the whole text."
    )


def decisions_on(row: Listed) -> SafeString:
    """Link to what can be decided on the matches of a quotation."""
    return format_html_join(" · ", '<a href="{}">{}</a>', ((address, said) for said, address in row.matches))
