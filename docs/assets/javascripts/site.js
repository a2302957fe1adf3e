// What the theme leaves out: buttons that take the focus, choices of colours, notes on words and sources, and tools that need a
// script. All of it is extra: without it each page, link and question works.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, words, act) => {
  const element = document.createElement(name);
  element.textContent = words;
  if (act) Object.assign(element, { type: "button" }).addEventListener("click", act);
  return element;
};

document.documentElement.classList.replace("no-js", "js");

// The search: what answers, and the index (110 kB), come when a reader turns to it or arrives from it with ?q=; the Tab key that passes
// by asks for nothing. Its panel opens at once, and begins with the urgent signs.
const find = document.querySelector(".find");
if (find) {
  const button = document.querySelector(".pm-search");
  const field = find.querySelector("input");
  const panel = find.querySelector(".find__panel");
  const said = find.querySelector(".find__said");
  let coming;
  const open = () => {
    panel.hidden = false;
    find.classList.add("find--open");
    button.ariaExpanded = true;
    if (coming) return;
    said.textContent = "The search is on its way …";
    coming = import(new URL(find.dataset.script, location)).then(({ begin }) => begin(find)).catch(() => {
      said.textContent = "The search did not come. Close it and try once more, or use the menu.";
      coming = null;
    });
  };
  const close = () => {
    if (find.contains(document.activeElement)) (button.checkVisibility() ? button : field).focus();
    panel.hidden = true;
    find.classList.remove("find--open");
    button.ariaExpanded = false;
  };
  button.addEventListener("click", () => {
    open();
    field.focus();
  });
  for (const act of ["pointerdown", "input"]) field.addEventListener(act, open);
  find.querySelector(".find__close").addEventListener("click", close);
  find.addEventListener("submit", (event) => {
    event.preventDefault();
    find.querySelector(".find__list a")?.focus();
  });
  find.addEventListener("keydown", (event) => {
    const stops = [field, ...all("a", panel)];
    const to = stops.indexOf(document.activeElement) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN);
    if (event.key === "Escape" && !panel.hidden) close();
    else if (to >= 0 && to < stops.length) stops[to].focus();
    else return;
    event.preventDefault();
  });
  for (const act of ["focusin", "pointerdown"]) {
    addEventListener(act, ({ target }) => {
      if (!panel.hidden && !find.contains(target) && target !== button) close();
    });
  }
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    open();
  }
}

// Menu and search: the theme opens them by labels.
const turn = (toggle) => {
  toggle.checked = !toggle.checked;
  toggle.dispatchEvent(new Event("change"));
};
for (const [name, inside] of [["drawer", ".side--menu"], ["search", ".md-search"]]) {
  const toggle = document.getElementById(`__${name}`);
  const button = document.querySelector(`.pm-${name}`);
  const panel = document.querySelector(inside);
  if (!toggle || !button || !panel) continue;
  button.addEventListener("click", () => turn(toggle));
  panel.querySelector(".menu__close")?.addEventListener("click", () => turn(toggle));

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
    if (key === "Escape" && toggle.checked) turn(toggle);
  });
  addEventListener("focusin", ({ target }) => {
    if (toggle.checked && target !== button && !panel.contains(target)) turn(toggle);
  });
}

// Colours: those of the device, or the reader's choice, kept as the theme keeps it
const colours = all(".foot__colours button");
const isDark = matchMedia("(prefers-color-scheme: dark)");
const KEPT = "/.__palette";
const kept = () => {
  try { return JSON.parse(localStorage[KEPT]).index ?? 0; } catch { return 0; } // nothing kept, or the reader's browser forbids it
};
const paint = (index) => {
  const scheme = index === 2 || (!index && isDark.matches) ? "slate" : "default";
  document.body.dataset.mdColorScheme = scheme;
  for (const button of colours) button.ariaPressed = Number(button.value) === index;
  const media = ["(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"][index];
  return { index, color: { media, scheme, primary: "custom", accent: "custom" } };
};
paint(kept());
isDark.addEventListener("change", () => paint(kept()));
for (const button of colours) button.addEventListener("click", () => {
  const chosen = paint(Number(button.value));
  try { localStorage[KEPT] = JSON.stringify(chosen); } catch { /* forbidden or full: the choice holds for this page */ }
});

// Zensical's script acts on single letters, which people who dictate cannot avoid (WCAG 2.1.4): keep them from it.
addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, target } = event;
  if (key.length === 1 && !ctrlKey && !metaKey && !target.closest?.("input, textarea, .md-search")) event.stopPropagation();
}, true);

// Notes: what a word means, or what kind of source a number stands for. Under a mouse or the focus the note stands beside the link;
// a tap shows it at the foot of the screen, with the way on, so that a tap beside the mark loses nobody the page.
const note = make("div", "");
Object.assign(note, { className: "gloss", id: "gloss", popover: "manual" });
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
  if (!noted || note.matches(".gloss--tap")) return;
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
  link.setAttribute("aria-describedby", "gloss");
  note.classList.toggle("gloss--tap", Boolean(isTap));
  if (isTap) {
    const on = Object.assign(make("a", isSource ? "See this source" : "More in the glossary"), { href: link.href });
    note.append(on, make("button", "Close", hide));
  }
  note.showPopover();
  place();
};
addEventListener("scroll", place);
const named = ({ target }) => target.closest?.(".md-content a[title], .md-content a[aria-describedby=gloss]");
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

// Without a signal, readers still have what they opened: fetched when all else is there, and not for those who save data.
const { worker } = document.querySelector(".foot")?.dataset ?? {};
if (worker && !navigator.connection?.saveData) {
  const register = () => navigator.serviceWorker?.register(new URL(worker, location)).catch(() => {});
  addEventListener("load", () => setTimeout(register, 2000));
}

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
