"""The three statuses told apart without colour: by the line under their words, in a grey picture."""

import base64

import pytest

STATUSES = ("verbatim", "rewritten", "sole")
# The line under the first words of a mark: the row of the picture that is the most drawn upon, told by how
# much of it is drawn and how long a drawn piece is on average, in pixels.
LINE = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, image.width, image.height);
  const grey = (x, y) => data[4 * (y * width + x)];
  const colours = [...data].some((value, n) => n % 4 < 2 && value !== data[n + 1]);
  const counts = new Map();
  for (let n = 0; n < data.length; n += 4) counts.set(data[n], (counts.get(data[n]) ?? 0) + 1);
  const [paper] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  let best = { drawn: 0 };
  for (let y = Math.floor(height * 0.6); y < height; y++) {
    const inked = Array.from({ length: width }, (_, x) => Math.abs(grey(x, y) - paper) > 40);
    const pieces = inked.filter((ink, x) => ink && !inked[x - 1]).length;
    const drawn = inked.filter(Boolean).length / width;
    if (drawn > best.drawn) best = { drawn, length: drawn * width / pieces };
  }
  return { ...best, colours };
}"""
FIRST_LINE = """(status) => {
  const rects = [...document.querySelectorAll(`.column mark.${status}:not(.indirect)`)]
    .map((mark) => mark.getClientRects()[0]).filter(({ top, width }) => width > 100 && top > 0);
  const { x, y, width, height } = rects[0];
  return { x, y, width, height: height + 4 };
}"""


def lines_in_grey(page):
    """Take a grey picture of a mark of each status, and measure the line under it."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    lines = {}
    for status in STATUSES:
        picture = page.screenshot(clip=page.evaluate(FIRST_LINE, status))
        lines[status] = page.evaluate(LINE, base64.b64encode(picture).decode())
    assert not any(line["colours"] for line in lines.values())
    return lines


def told_apart(lines):
    """Tell whether the line of each status is another by far: whole, in long pieces, or in short ones."""
    whole, dashes, dots = (lines[status] for status in STATUSES)
    return (
        whole["drawn"] > 0.97
        and max(dashes["drawn"], dots["drawn"]) < 0.85
        and dashes["length"] > 1.6 * dots["length"]
    )


@pytest.fixture
def marks(open_page, side_by_side):
    """Open two articles with marks of every status, in a scheme, drawn at twice the size."""

    def opened(scheme):
        return open_page(side_by_side, color_scheme=scheme, device_scale_factor=2, bypass_csp=True)

    return opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_grey_picture_tells_the_statuses_apart(marks, scheme):
    lines = lines_in_grey(marks(scheme))
    assert told_apart(lines), lines


def test_without_the_styles_of_the_lines_it_would_not(marks):
    page = marks("light")
    page.add_style_tag(content="mark { text-decoration-style: solid !important }")
    assert not told_apart(lines_in_grey(page))
