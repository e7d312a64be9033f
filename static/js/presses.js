// A press counts for what was pressed, though that has moved away or been replaced when the button is
// let go: columns glide, and an answer comes when it comes. The browser drops such a click.
const SLIP = 4; // Pixels that a hand moves in pressing.
let pressed, from;

addEventListener("pointerdown", (event) => {
  const plain = event.isPrimary && !event.button && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  pressed = plain && event.pointerType === "mouse" ? event.target.closest?.("a, button, mark") : undefined;
  from = event;
}, true);

addEventListener("click", ({ target }) => { if (pressed?.contains(target)) pressed = undefined; }, true);

addEventListener("pointerup", ({ clientX, clientY }) => {
  if (!pressed || Math.hypot(clientX - from.clientX, clientY - from.clientY) > SLIP) return;
  // The click, if there is one, comes before anything that waits.
  setTimeout(() => {
    const place = pressed?.isConnected ? pressed : document.getElementById(pressed?.id);
    pressed = undefined;
    place?.click();
  });
}, true);
