// The theme opens its menu and search, and changes its colours, by labels, which take no focus: buttons do it here.
const buttonFor = (label, name, press) => {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", ariaLabel: name, onclick: press });
  button.append(...label.children);
  return button;
};

for (const [id, name, inside] of [["drawer", "Menu", ".md-sidebar--primary"], ["search", "Search", ".md-search"]]) {
  const toggle = document.getElementById(`__${id}`);
  const label = document.querySelector(`.md-header__button[for=__${id}]`);
  const panel = document.querySelector(inside);
  if (!toggle || !label || !panel) continue;

  const button = buttonFor(label, name, () => toggle.click());
  button.className = `${label.className} pm-${id}`;
  button.ariaExpanded = toggle.checked;
  label.hidden = true;
  label.after(button);

  toggle.addEventListener("change", () => {
    const at = document.activeElement;
    button.ariaExpanded = toggle.checked;
    if (toggle.checked) panel.querySelector("a, input").focus();
    else if (at === document.body || panel.contains(at)) button.focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && toggle.checked) toggle.click();
  });
  addEventListener("focusin", ({ target }) => {
    if (toggle.checked && target !== button && !panel.contains(target)) toggle.click();
  });
}

for (const label of document.querySelectorAll(".md-header__option label")) {
  label.previousElementSibling.hidden = true;
  label.append(buttonFor(label, label.title, () => {
    label.control.click();
    document.querySelector(".md-header__option label:not([hidden]) button").focus();
  }));
}

// The theme acts on single letters, which people who dictate cannot avoid (WCAG 2.1.4): keep letters from it.
addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.target.closest?.("input, .md-search")) event.stopPropagation();
}, true);
