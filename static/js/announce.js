// Says politely what a swap brought: the text of [data-announce], in a region that no swap replaces.
const region = document.getElementById("announced");

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const news = detail.target.querySelector("[data-announce]");
  if (news) region.textContent = news.textContent.replace(/\s+/g, " ").trim();
});
