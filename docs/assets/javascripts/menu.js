// The theme opens its menu and its search by labels, which the keyboard cannot reach: put a button in front of each.
for (const [name, text, inside] of [["drawer", "Menu", ".md-sidebar--primary"], ["search", "Search", ".md-search"]]) {
  const toggle = document.getElementById(`__${name}`);
  const label = document.querySelector(`.md-header__button[for=__${name}]`);
  const panel = document.querySelector(inside);
  if (!toggle || !label || !panel) continue;

  const button = document.createElement("button");
  button.className = `${label.className} pm-${name}`;
  button.type = "button";
  button.ariaLabel = text;
  button.ariaExpanded = toggle.checked;
  button.append(...label.children);
  button.onclick = () => toggle.click();
  label.hidden = true;
  label.after(button);

  toggle.addEventListener("change", () => {
    const at = document.activeElement;
    button.ariaExpanded = toggle.checked;
    if (toggle.checked) panel.querySelector("a, input").focus();
    else if (at === document.body || panel.contains(at)) button.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) toggle.click();
  });
  addEventListener("focusin", ({ target }) => {
    if (toggle.checked && target !== button && !panel.contains(target)) toggle.click();
  });
}

// The theme acts on single letters, which people who dictate cannot avoid (WCAG 2.1.4): keep letters from it.
addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.target.closest?.("input, .md-search")) event.stopPropagation();
}, true);
