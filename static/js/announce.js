// Says politely what a swap brought: the texts of [data-announce], in a region that no swap replaces.
const region = document.getElementById("announced");

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const news = [...(detail.target ?? document).querySelectorAll("[data-announce]")];
  region.textContent = news.map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(". ");
});
