// What the theme leaves out: buttons that take the focus, choices of colours, notes on words and sources, and tools that need a
// script. All of it is extra: without it each page, link and question works.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, words, act) => {
  const element = document.createElement(name);
  element.textContent = words;
  if (act) Object.assign(element, { type: "button" }).addEventListener("click", act);
  return element;
};

// Menu and search: the theme opens them by labels.
for (const [name, inside] of [["drawer", ".md-sidebar--primary"], ["search", ".md-search"]]) {
  const toggle = document.getElementById(`__${name}`);
  const button = document.querySelector(`.pm-${name}`);
  const panel = document.querySelector(inside);
  if (!toggle || !button || !panel) continue;
  button.addEventListener("click", () => toggle.click());
  panel.querySelector(".menu__close")?.addEventListener("click", () => toggle.click());

  // Zensical's search has no field until it opens, and minds the focus itself. The menu opens at the page that is open.
  const first = panel.querySelector("a[aria-current]") ?? panel.querySelector("a, input");
  if (!first) continue;
  toggle.addEventListener("change", () => {
    const at = document.activeElement;
    button.ariaExpanded = toggle.checked;
    if (toggle.checked) {
      first.focus({ preventScroll: true });
      first.scrollIntoView({ block: "center" });
    } else if (at === document.body || panel.contains(at)) button.focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && toggle.checked) toggle.click();
  });
  addEventListener("focusin", ({ target }) => {
    if (toggle.checked && target !== button && !panel.contains(target)) toggle.click();
  });
}

// Colours
const colours = all(".foot__colours button");
const press = (value) => colours.forEach((button) => { button.ariaPressed = button.value === value; });
press(`__palette_${__md_get("__palette")?.index ?? 0}`);
for (const button of colours) {
  button.addEventListener("click", () => {
    document.getElementById(button.value)?.click();
    press(button.value);
  });
}

// The theme acts on single letters, which people who dictate cannot avoid (WCAG 2.1.4): keep them from it.
addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, target } = event;
  if (key.length === 1 && !ctrlKey && !metaKey && !target.closest?.("input, textarea, .md-search")) event.stopPropagation();
}, true);

// Notes: what a word means, or what kind of source a number stands for. Under a mouse or the focus the note stands beside the link;
// a tap shows it at the foot of the screen, with the way on, so that a tap beside the mark loses nobody the page.
const note = make("div", "");
Object.assign(note, { className: "note", id: "note", popover: "manual" });
document.body.append(note);
let noted, title, waiting, touched;
const hide = () => {
  clearTimeout(waiting);
  if (!noted) return;
  noted.title = title;
  noted.removeAttribute("aria-describedby");
  noted = null;
  note.hidePopover();
};
const place = () => {
  if (!noted || note.matches(".note--tap")) return;
  note.style.left = 0;
  const [at, { offsetWidth, offsetHeight }] = [noted.getClientRects()[0], note];
  const isBelow = at.bottom + offsetHeight + 8 < innerHeight;
  note.style.left = `${Math.max(8, Math.min(at.left, document.body.clientWidth - offsetWidth - 8))}px`;
  note.style.top = `${isBelow ? at.bottom + 6 : at.top - offsetHeight - 6}px`;
};
const show = (link, isTap) => {
  hide();
  [noted, title] = [link, link.title];
  const isSource = link.hash && link.pathname.endsWith("/references/");
  note.replaceChildren(make("p", isSource ? `${link.textContent}. ${title}.` : title));
  link.removeAttribute("title");
  link.setAttribute("aria-describedby", "note");
  note.classList.toggle("note--tap", Boolean(isTap));
  if (isTap) {
    const on = Object.assign(make("a", isSource ? "See this source" : "More in the glossary"), { href: link.href });
    note.append(on, make("button", "Close", hide));
  }
  note.showPopover();
  place();
};
addEventListener("scroll", place);
const named = ({ target }) => target.closest?.(".md-content a[title], .md-content a[aria-describedby=note]");
addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
  if (!note.contains(event.target)) hide();
});
addEventListener("click", (event) => {
  const link = named(event);
  if (!link || !touched) return;
  event.preventDefault();
  show(link, true);
});
addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || note.contains(event.target)) return;
  const link = named(event);
  if (link === noted && link) return;
  clearTimeout(waiting);
  waiting = setTimeout(link ? () => show(link) : hide, link ? 250 : 400);
});
note.addEventListener("pointerenter", () => clearTimeout(waiting));
addEventListener("focusin", (event) => {
  const link = named(event);
  if (link?.matches(":focus-visible") && !touched) show(link);
  else if (!note.contains(event.target)) hide();
});
addEventListener("keydown", ({ key }) => {
  touched = false;
  if (key === "Escape") hide();
});

// Tools of an answer and of the sheet to fill in
for (const place of all(".outcome, .worksheet")) {
  const tools = make("p", "");
  tools.className = "tools";
  if (place.matches(".worksheet")) place.before(tools);
  else {
    place.append(tools);
    tools.append(make("button", "Back one question", () => history.back()));
    const copy = make("button", "Copy the link", async () => {
      await navigator.clipboard.writeText(location.href);
      copy.textContent = "Copied";
    });
    if (navigator.clipboard) tools.append(copy);
  }
  tools.append(make("button", "Print only this", () => print()));
}

// How far a reader has come is read out with the question.
for (const [number, heading] of all(".step h2").entries()) {
  const place = heading.previousElementSibling;
  place.id = `place-${number}`;
  heading.setAttribute("aria-describedby", place.id);
}

// The page of a reader's problem, which the question about its place names, goes along to the answer. Nothing is kept.
let problem;
const follow = () => {
  const step = document.querySelector("h2:target")?.closest(".step");
  problem = step?.querySelector(".step__page") ?? problem;
  const place = step?.querySelector(".step__problem");
  if (place && problem) place.replaceChildren(...problem.cloneNode(true).childNodes);
};
addEventListener("hashchange", follow);
follow();
