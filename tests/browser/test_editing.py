"""An editor brings in a fourth article by hand and sees it compared, all in the browser."""

import pytest
from playwright.sync_api import expect

FOURTH = (
    "Fees to rise at Seaford harbour\n\n"
    "The new harbour at Seaford was opened on Monday with music and speeches.\n\n"
    "“We will not raise the harbour fees next year,” the mayor, Jane Smith, told the crowd. "
    "“The harbour belongs to everyone who works on the water.”\n"
)


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("editor", "editor@example.org", "secret-enough")


def test_an_article_is_pasted_analysed_previewed_and_published(open_page, harbour, editor, client):
    page = open_page("/admin/articles/article/add/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "secret-enough")
    page.click("[type=submit]")

    page.fill("#id_paste", FOURTH)
    page.select_option("#id_story", label="The harbour plan")
    page.fill("#id_new_outlet", "The Gull")
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_contain_text("Analysed: The harbour plan")
    found = page.locator(".field-quotations_found")
    expect(found).to_contain_text("Jane Smith")
    expect(found).to_contain_text("Reworded")

    page.get_by_role("link", name="side by side").click()  # still a draft: editors only
    expect(page.locator("mark.rewritten, mark.verbatim").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("The Gull")
    assert "The Gull" not in client.get(harbour.get_absolute_url()).content.decode()

    page.go_back()
    page.select_option("#id_publication", label="Published")
    page.click("[name=_save]")
    expect(page.locator("#changelist")).to_be_visible()
    assert "The Gull" in client.get(harbour.get_absolute_url()).content.decode()
