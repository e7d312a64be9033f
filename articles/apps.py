"""The one app of the project."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Articles, and what is found by comparing them."""

    name = "articles"
    verbose_name = "Comparer"
