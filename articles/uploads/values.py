"""What an upload becomes: the clean text, what the page says of itself, and what was left out."""

from dataclasses import dataclass


class UploadError(ValueError):
    """An upload that cannot be read. Its message tells an editor what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece that stands in the upload and not in the clean text.

    `text` is the key by which an editor puts the piece back (the `keep` argument), empty for a picture,
    which cannot be put back; `reason` is in plain words; `position` is the offset in the clean text where
    the piece stood.
    """

    text: str
    reason: str
    position: int


@dataclass(frozen=True, slots=True)
class CleanUpload:
    """The one text that all offsets refer to, and what the upload says of itself.

    `headline` and `deck` are, where not empty, the first paragraphs of `text`. `byline`, `outlet`,
    `published` (as the page writes it) and `address` are empty where the upload does not state them.
    """

    text: str
    headline: str
    deck: str
    byline: str
    left_out: tuple[LeftOut, ...]
    outlet: str
    published: str
    address: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself in its own markup."""

    headline: str = ""
    deck: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    r"""A line of the upload, or one sentence of it, with what joins it to the piece before.

    `joint` is a blank line ("\n\n"), a line end ("\n") or a blank (" "). A piece with a `reason`
    is left out.
    """

    text: str
    joint: str = "\n\n"
    reason: str = ""
