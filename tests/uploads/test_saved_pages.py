"""Saved pages of many layouts, with the text each must give and words it must report as left out."""

from pathlib import Path

import pytest

from articles.uploads import read_pasted, read_upload

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_saved_page_gives_its_article_and_reports_the_rest(page):
    clean = read_upload(page.read_bytes(), page.name)
    assert clean.text == page.with_suffix(".txt").read_text().strip()
    gone = "\n".join(piece.text for piece in clean.left_out)
    for words in page.with_suffix(".left_out.txt").read_text().splitlines():
        assert words in gone
    assert all(piece.reason for piece in clean.left_out)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_text_of_a_saved_page_is_settled(page):
    text = read_upload(page.read_bytes(), page.name).text
    assert read_pasted(text).text == text
