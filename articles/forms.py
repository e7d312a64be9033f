"""What an editor types to an article, checked: paste or file, outlet and story chosen or made on the spot."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict

from articles.editions import compared_version, version_before
from articles.intake import PASTED, AlreadyHere, Brought, UploadError, fill_article
from articles.models import Article, Outlet, Story
from articles.uploads import MOST_DOCUMENT_BYTES, READ_NAMES, TOO_LARGE

# What the upload may say of itself where the editor says nothing.
TAKEN = ("headline", "deck", "byline", "address", "published_at")

# What both a name of an outlet and a title of a story can hold.
SHORTEST_COLUMN = 200


class VersionField(forms.ModelChoiceField[Article]):
    """An article that a text may be a later version of, named so that an editor knows it again."""

    def label_from_instance(self, obj: Any) -> str:
        """Name an article by outlet, headline and day."""
        day = f"{obj.published_at:%Y-%m-%d}" if obj.published_at else "no date"
        return f"{obj.outlet or 'outlet not stated'}: {obj} ({day})"


class ArticleForm(forms.ModelForm[Article]):
    """Bring in an article, or change one."""

    paste = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "cols": 90}),
        help_text="Paste the article: plain text or HTML. Or choose a file below.",
    )
    file = forms.FileField(
        required=False,
        error_messages={"empty": "This file is empty. Choose another one, or paste the text."},
        help_text="A text or HTML file of up to 2 MB (UTF-8, UTF-16 or Windows-1252), or a document (.docx, "
        ".odt, or .pdf with text) of up to 10 MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(READ_NAMES)}),
    )
    put_back = forms.MultipleChoiceField(
        label="Left out of the text",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="These pieces looked like page furniture. Tick one to put it back into the article. What "
        "stands above the headline stays out, for the text begins with the headline.",
    )
    version_of = VersionField(
        queryset=Article.objects.none(),
        label="Later version of",
        required=False,
        help_text="Choose the article that the outlet changed: both versions are kept, the later one is "
        "compared. Story and outlet are those of that article.",
    )
    new_outlet = forms.CharField(max_length=200, required=False, help_text="Or the name of a new outlet.")
    new_story = forms.CharField(max_length=300, required=False, help_text="Or the title of a new story.")

    class Meta:
        model = Article
        fields = (
            "headline",
            "deck",
            "byline",
            "outlet",
            "story",
            "address",
            "published_at",
            "language",
            "translated_from",
            "publication",
        )
        widgets = {
            "headline": forms.TextInput(attrs={"size": 90}),
            "deck": forms.Textarea(attrs={"rows": 2, "cols": 90}),
            "address": forms.URLInput(attrs={"size": 90}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "story" in self.fields:
            self.fields["story"].required = False
        self.before = version_before(self.instance)
        if "version_of" in self.fields:
            self._offer_versions()
        if "put_back" in self.fields:
            self._offer_left_out()
        if self.instance.pk and "paste" in self.fields:
            self.fields[
                "paste"
            ].help_text = "Leave empty to keep the stored upload; paste here to replace it."

    def _offer_versions(self) -> None:
        """Offer every article of which there may be a later version, and the one this follows."""
        others = Q(current=True)
        if self.instance.series_id:
            others &= Q(series=None) | ~Q(series=self.instance.series_id)
        own = Q(pk=self.before.pk) if self.before else Q()
        articles = Article.objects.filter(others | own).exclude(pk=self.instance.pk)
        field = self.fields["version_of"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = articles.select_related("outlet").defer("upload", "text").order_by("-pk")
        field.initial = self.before.pk if self.before else None

    def _offer_left_out(self) -> None:
        """Offer every piece that was left out or put back, each by its text."""
        pieces = dict.fromkeys(self.instance.kept, "put back")
        pieces |= {piece["text"]: piece["reason"] for piece in self.instance.left_out if piece["text"]}
        field = self.fields["put_back"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(text, f"{text} ({reason})") for text, reason in pieces.items()]
        field.initial = self.instance.kept
        if not pieces:
            del self.fields["put_back"]

    def clean(self) -> dict[str, Any]:
        """Read the upload and find, or plan, the outlet and the story."""
        data = super().clean() or self.cleaned_data
        joined = self._joined()
        if joined:
            self._share(joined, "outlet", "new_outlet")
            self._share(joined, "story", "new_story")
        self._choose("outlet", "new_outlet", Outlet, required=False)
        self._choose("story", "new_story", Story, required=True)
        brought = self._brought()
        if brought and not self.errors:
            self.instance.kept = data.get("put_back", [])
            self._read(brought)
        return data

    def _choose(self, name: str, new: str, model: type[Outlet] | type[Story], required: bool) -> None:
        """Take the chosen row, or a new one with the name that was typed."""
        typed = " ".join(self.cleaned_data.get(new, "").split())
        chosen = self.cleaned_data.get(name)
        if typed and chosen:
            self.add_error(new, f"Choose one: “{chosen}” is chosen and “{typed}” is typed as new.")
        elif typed:
            self.cleaned_data[name] = known_or_new(model, "name" if model is Outlet else "title", typed)
        elif required and not chosen:
            self.add_error(name, "Choose the story this article reports, or type the title of a new one.")

    def _joined(self) -> Article | None:
        """Give the article that this becomes a later version of, if it does now."""
        chosen: Article | None = self.cleaned_data.get("version_of")
        return chosen if chosen != self.before else None

    def _share(self, earlier: Article, name: str, new: str) -> None:
        """Take the story or the outlet of the version before; refuse another one."""
        own = getattr(earlier, name)
        typed, chosen = self.cleaned_data.get(new, "").strip(), self.cleaned_data.get(name)
        if typed or chosen not in (None, own):
            said = f"A later version has the {name} of the one before: “{own or 'not stated'}”."
            self.add_error(name, f"{said} Leave this empty.")
        self.cleaned_data[name] = own

    def _brought(self) -> Brought | None:
        """Take what was pasted or the file; the stored upload when neither is given."""
        pasted, file = self.cleaned_data.get("paste", ""), self.cleaned_data.get("file")
        if pasted.strip() and file:
            self.add_error(
                "paste", "There is a text and a file. Clear one of them, so that it is plain which is meant."
            )
        elif pasted.strip():
            return Brought(pasted.encode("utf-8", "surrogatepass"), PASTED)
        elif isinstance(file, UploadedFile):
            if (file.size or 0) > MOST_DOCUMENT_BYTES:
                self.add_error("file", TOO_LARGE)
                return None
            return Brought(file.read(), str(file.name or "")[:255])
        elif self.instance.pk and not self.errors:
            stored = Article.objects.values_list("upload", "upload_name").get(pk=self.instance.pk)
            return Brought(bytes(stored[0]), stored[1])
        elif "file" not in self.errors:
            self.add_error("paste", "Paste the text of the article, or choose a file.")
        return None

    def _read(self, brought: Brought) -> None:
        """Make the clean text; what cannot be read is said at the field it came from."""
        for name in TAKEN:
            setattr(self.instance, name, self.cleaned_data.get(name))
        source = "paste" if brought.name == PASTED else "file"
        try:
            clean = fill_article(self.instance, brought, self._kin())
        except UploadError as refusal:
            self.add_error(source, str(refusal))
        except AlreadyHere as refusal:
            self.add_error(source, refusal)
            if refusal.what == "address":
                self._offer_to_follow(refusal.article)
        else:
            self._refuse_older()
            for name in TAKEN:
                self.cleaned_data[name] = getattr(self.instance, name)
            if clean.outlet and not self.cleaned_data.get("outlet"):
                self.cleaned_data["outlet"] = known_or_new(Outlet, "name", clean.outlet)

    def _kin(self) -> Article | None:
        """Give a version of the same article, if this is to be, or to stay, one of several."""
        chosen: Article | None = self.cleaned_data.get("version_of")
        return chosen or (None if self.before else self.instance)

    def _offer_to_follow(self, twin: Article) -> None:
        """Choose the article that has this address already, for the editor to save again."""
        if "version_of" not in self.fields or self.cleaned_data.get("version_of"):
            return
        if isinstance(self.data, QueryDict):
            self.data = self.data.copy()
            self.data[self.add_prefix("version_of")] = str(compared_version(twin).pk)
        said = "Chosen for you. To bring this in as a later version, save again"
        file = "; a file must be chosen again" if self.cleaned_data.get("file") else ""
        self.add_error("version_of", f"{said}{file}. If it is none, empty this and change the address.")

    def _refuse_older(self) -> None:
        """Refuse a later version that states an earlier date than the one it is to follow."""
        joined, own = self._joined(), self.instance.published_at
        if joined and own and joined.published_at and own < joined.published_at:
            said = (
                f"This text is of {own:%Y-%m-%d %H:%M} and the version here of "
                f"{joined.published_at:%Y-%m-%d %H:%M} UTC: a later version cannot be older."
            )
            self.add_error("published_at", f"{said} Put the date right, or empty “Later version of”.")

    def _post_clean(self) -> None:
        """Save a new outlet and story first, so that the article can point to them.

        Without them nothing more can be said of an article that is refused already.
        """
        if self.errors:
            return
        with transaction.atomic():
            for name in ("outlet", "story"):
                row = self.cleaned_data.get(name)
                if row is not None and row.pk is None:
                    row.save()
        super()._post_clean()  # type: ignore[misc]


def known_or_new(model: type[Outlet] | type[Story], field: str, name: str) -> Outlet | Story:
    """Find the row of that name, whatever its case, or make one that is not saved yet."""
    name = name[:SHORTEST_COLUMN]
    return model._default_manager.filter(**{f"{field}__iexact": name}).first() or model(**{field: name})
