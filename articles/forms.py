"""What an editor types to an article, checked: paste or file, outlet and story chosen or made on the spot."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from articles.intake import PASTED, AlreadyHere, Brought, UploadError, fill_article
from articles.models import Article, Outlet, Story

# What the upload may say of itself where the editor says nothing.
TAKEN = ("headline", "deck", "byline", "address", "published_at")

# What both a name of an outlet and a title of a story can hold.
SHORTEST_COLUMN = 200


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
        required=False, help_text="A text or HTML file of up to 2 MB (UTF-8, UTF-16 or Windows-1252)."
    )
    put_back = forms.MultipleChoiceField(
        label="Left out of the text",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="These pieces looked like page furniture. Tick one to put it back into the article.",
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
        if "put_back" in self.fields:
            self._offer_left_out()
        if self.instance.pk and "paste" in self.fields:
            self.fields[
                "paste"
            ].help_text = "Leave empty to keep the stored upload; paste here to replace it."

    def _offer_left_out(self) -> None:
        """Offer every piece that was left out or put back, each by its text."""
        pieces = {piece["text"]: piece["reason"] for piece in self.instance.left_out}
        pieces |= dict.fromkeys(self.instance.kept, "put back")
        field = self.fields["put_back"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(text, f"{text} ({reason})") for text, reason in pieces.items()]
        field.initial = self.instance.kept
        if not pieces:
            del self.fields["put_back"]

    def clean(self) -> dict[str, Any]:
        """Read the upload and find, or plan, the outlet and the story."""
        data = super().clean() or self.cleaned_data
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
            clean = fill_article(self.instance, brought)
        except UploadError as refusal:
            self.add_error(source, str(refusal))
        except AlreadyHere as refusal:
            self.add_error(source, refusal)
        else:
            for name in TAKEN:
                self.cleaned_data[name] = getattr(self.instance, name)
            if clean.outlet and not self.cleaned_data.get("outlet"):
                self.cleaned_data["outlet"] = known_or_new(Outlet, "name", clean.outlet)

    def _post_clean(self) -> None:
        """Save a new outlet and story first, so that the article can point to them."""
        if not self.errors:
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
