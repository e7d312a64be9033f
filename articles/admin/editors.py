"""What editors say of findings: who says it, and that its story is analysed with it."""

from typing import TypeVar

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from articles.models import Correction, MatchDecision, Story
from articles.pages.preparing import analyse_for_readers

W = TypeVar("W", bound=Correction | MatchDecision)


def editor_of(request: HttpRequest) -> User:
    """Give who is logged in; the admin lets nobody else in, so anybody else is refused."""
    if isinstance(request.user, User):
        return request.user
    raise PermissionDenied("Only an editor who is logged in decides.")


class EditorsWordAdmin(admin.ModelAdmin[W]):
    """An editor's word on one story: stored, changed or taken back, it is heard at once."""

    def story_of(self, obj: W) -> Story:
        """Give the story that the word is on."""
        raise NotImplementedError

    def save_model(self, request: HttpRequest, obj: W, form: ModelForm[W], change: bool) -> None:
        """Note whose word it is, and analyse the story with it."""
        obj.editor = editor_of(request)
        super().save_model(request, obj, form, change)
        analyse_for_readers(self.story_of(obj))

    def delete_model(self, request: HttpRequest, obj: W) -> None:
        """Analyse the story without it."""
        super().delete_model(request, obj)
        analyse_for_readers(self.story_of(obj))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[W]) -> None:
        """Analyse each story without them, once."""
        stories = {self.story_of(obj) for obj in queryset}
        super().delete_queryset(request, queryset)
        for story in stories:
            analyse_for_readers(story)
