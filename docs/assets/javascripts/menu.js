// The buttons of the header: menu, search and colours. The theme opens them by labels, which take no focus.
for (const [name, inside] of [["drawer", ".md-sidebar--primary"], ["search", ".md-search"]]) {
  const toggle = document.getElementById(`__${name}`);
  const button = document.querySelector(`.pm-${name}`);
  const panel = document.querySelector(inside);
  if (!toggle || !button || !panel) continue;
  button.addEventListener("click", () => toggle.click());

  // Zensical's search has no field until it opens, and minds the focus itself.
  const first = panel.querySelector("a, input");
  if (!first) continue;
  toggle.addEventListener("change", () => {
    const at = document.activeElement;
    button.ariaExpanded = toggle.checked;
    if (toggle.checked) first.focus();
    else if (at === document.body || panel.contains(at)) button.focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && toggle.checked) toggle.click();
  });
  addEventListener("focusin", ({ target }) => {
    if (toggle.checked && target !== button && !panel.contains(target)) toggle.click();
  });
}

for (const button of document.querySelectorAll(".md-header__option button")) {
  button.addEventListener("click", () => {
    document.getElementById(button.value)?.click();
    document.querySelector(".md-header__option button:not([hidden])")?.focus();
  });
}

// The theme acts on single letters, which people who dictate cannot avoid (WCAG 2.1.4), and on Enter beside the colours, as the
// button there does by itself: keep both from it.
addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, target } = event;
  const letter = key.length === 1 && !ctrlKey && !metaKey && !target.closest?.("input, .md-search");
  if (letter || (key === "Enter" && target.closest?.(".md-header__option"))) event.stopPropagation();
}, true);
