"""Small PDFs, written by hand: lines of text at given places, and the rest of a file as a test wants it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

FONTS = {
    name: f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
    for name, base in (("F", "Helvetica"), ("B", "Helvetica-Bold"), ("C", "Courier"))
}


IMAGE = b"q 400 0 0 600 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q"


@dataclass(frozen=True)
class Set:
    """A line of text set at a place, in points from the left and from the foot of the page."""

    text: str
    x: float
    y: float
    size: float = 10
    font: str = "F"
    matrix: str = "1 0 0 1"

    def written(self) -> bytes:
        raw = self.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return (
            f"BT /{self.font} {self.size} Tf {self.matrix} {self.x} {self.y} Tm (".encode() + raw + b") Tj ET"
        )


def lines(
    texts: Iterable[str], x: float, y: float, size: float = 10, lead: float = 12, font: str = "F"
) -> list[Set]:
    """Set lines under each other."""
    return [Set(text, x, y - at * lead, size, font) for at, text in enumerate(texts)]


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def file_of(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Write numbered objects, of which the first is the catalogue, with their table."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def pdf(
    *pages: Sequence[Set],
    catalogue: str = "",
    fonts: str = "",
    trailer: str = "",
    drawn: bytes = b"",
    images: Collection[int] = (),
    more: Sequence[bytes] = (),
) -> bytes:
    """Write pages of set lines, some with a picture; objects of one's own begin with number 6 + 2 * pages."""
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONTS["F"].encode(),
        FONTS["B"].encode(),
        FONTS["C"].encode(),
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 600] /Contents {first + 2 * number + 1} 0 R "
            f"/Resources << /Font << /F 3 0 R /B 4 0 R /C 5 0 R {fonts} >> >> >>".encode()
        )
        picture = IMAGE if number in images else b""
        objects.append(stream(b"\n".join([drawn, picture, *(line.written() for line in content)])))
    return file_of([*objects, *more], trailer)
