"""A template file to its text, without the line feed at its end."""

from django.template import Origin
from django.template.loaders import filesystem


class Loader(filesystem.Loader):
    """Read templates as Jinja does: an included piece must not end with a blank nobody wrote.

    A quotation is printed from several small templates in one line; the line feed that ends each
    file would show as a space inside the quotation.
    """

    def get_contents(self, origin: Origin) -> str:
        """Return the text of a template file."""
        return super().get_contents(origin).removesuffix("\n")
