"""From the front page through a whole story: by keyboard alone, and with scripts switched off."""

from playwright.sync_api import expect


def tab_to(page, name, role="link", most=120):
    """Press Tab until the focus is on a control of this role and name; what has the focus is in view."""
    aim = page.get_by_role(role, name=name).first
    for _ in range(most):
        page.keyboard.press("Tab")
        if aim.evaluate("aim => aim === document.activeElement"):
            expect(aim).to_be_in_viewport()
            return aim
    raise AssertionError(f"no {role} {name!r} within {most} tabs")


def enter(page, name):
    tab_to(page, name)
    page.keyboard.press("Enter")


def test_a_story_is_read_from_the_front_page_to_an_article_by_keyboard(open_page, harbour):
    page = open_page("/")
    enter(page, harbour.title)
    page.wait_for_url(f"**{harbour.get_absolute_url()}")
    tab_to(page, "Reworded")
    page.keyboard.press("Enter")
    page.wait_for_url("**status=rewritten**")
    expect(page.locator(".statement:not(.rewritten)")).to_have_count(0)
    expect(page.locator("#announced")).to_contain_text("Reworded")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.wait_for_url("**q=harbour**")
    expect(page.locator("blockquote .found")).not_to_have_count(0)
    tab_to(page, "drop the filter words")
    page.keyboard.press("Enter")
    expect(page.locator(".found")).to_have_count(0)
    page.locator("main").focus()
    enter(page, "Read side by side")
    page.wait_for_url("**side-by-side**")
    page.keyboard.press("j")
    expect(page.get_by_role("complementary")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary")).to_have_count(0)
    page.locator("main").focus()
    enter(page, "by itself")
    page.wait_for_url("**/articles/**")
    page.keyboard.press("j")
    expect(page.locator(".note").first).to_be_focused()
    expect(page.get_by_role("heading", name="What it left out")).to_have_count(1)


def test_the_same_journey_without_scripts(open_page, harbour):
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("link", name="Most articles").click()
    page.get_by_role("link", name=harbour.title).click()
    page.get_by_role("list", name="Status").get_by_role("link", name="Reworded").click()
    expect(page.locator(".statement:not(.rewritten)")).to_have_count(0)
    page.get_by_label("Words in a quotation").fill("harbour")
    page.get_by_role("button", name="Apply").first.click()
    expect(page.locator("blockquote .found")).not_to_have_count(0)
    expect(page.locator(".in-force")).to_contain_text("in")
    page.locator(".in-force a").last.click()
    expect(page.locator(".found")).to_have_count(0)
    expect(page.locator(".statement:not(.rewritten)")).to_have_count(0)
    page.locator(".statement").get_by_role("link", name="Side by side").first.click()
    expect(page.get_by_role("complementary")).to_be_visible()
    expect(page.locator("mark.on").first).to_be_visible()
    page.go_back()
    page.locator(".statement").get_by_role("link", name="In the article").first.click()
    expect(page.locator(".anchor:target")).to_have_count(1)
    page.locator(".article-text .badge").first.click()
    expect(page.locator(".note:target")).to_be_in_viewport()
    page.get_by_role("link", name="How it works").click()
    expect(page.get_by_role("heading", name="Known limits")).to_be_visible()


def test_the_gravest_difference_leads_to_its_statement(open_page, harbour):
    page = open_page("/")
    page.locator(".gravest").get_by_role("link").first.click()
    page.wait_for_url("**statement=**")
    expect(page.locator(".statement:target")).to_be_in_viewport()
    page.get_by_role("link", name="Read side by side").click()
    page.locator(".gravest").get_by_role("link").click()
    expect(page.get_by_role("complementary")).to_be_visible()
    expect(page.locator("mark.on").first).to_be_visible()
