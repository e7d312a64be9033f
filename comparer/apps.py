"""The project as an app, so that its checks run."""

from django.apps import AppConfig


class ComparerConfig(AppConfig):
    """Registers the checks of the project."""

    name = "comparer"

    def ready(self) -> None:
        """Register the checks."""
        from comparer import checks  # noqa: F401
