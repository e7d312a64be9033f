"""What the tests of the side-by-side page look for in it."""

from html.parser import HTMLParser

ADDRESS = "/stories/bridges/side-by-side/"
HTMX = {"HX-Request": "true"}


class Marks(HTMLParser):
    """Collects the marks of a page, by article, and what else its tests look at."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.marks: list[dict[str, str]] = []
        self.selected: list[str] = []
        self.ids: set[str] = set()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "mark":
            self.marks.append(attributes)
        if tag == "option" and "selected" in attributes:
            self.selected.append(attributes["value"])
        if "id" in attributes:
            assert attributes["id"] not in self.ids, f"id {attributes['id']} twice"
            self.ids.add(attributes["id"])

    def statements(self) -> set[str]:
        return {mark["data-statement"] for mark in self.marks}


def get(client, query: str = "", target: str = "") -> Marks:
    headers = HTMX | {"HX-Target": target} if target else {}
    response = client.get(ADDRESS + query, headers=headers)
    assert response.status_code == 200
    return Marks(response.content.decode())
