// Says politely what a swap brought: the texts of [data-announce], each a sentence, in a region that no swap replaces.
const region = document.getElementById("announced");

function say(part) {
  const copy = part.cloneNode(true);
  for (const sign of copy.querySelectorAll("[aria-hidden]")) sign.remove();
  const words = copy.textContent.replace(/\s+/g, " ").trim();
  return /[.:!?]$/.test(words) ? words : `${words}.`;
}

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const news = [...(detail.target ?? document).querySelectorAll("[data-announce]")];
  region.textContent = news.map(say).join(" ");
});
