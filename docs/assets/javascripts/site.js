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

// The theme's script, with its search and the index (160 kB), comes when a reader turns to the search or arrives from it; the Tab key
// that passes by asks for nothing. Keys wait until the index is there, and then all that was typed is asked at once: the theme would
// lose what comes between. Soon after its start it closes what is open: that click is caught.
const later = document.querySelector("script[data-src]");
const query = document.querySelector("[data-md-component=search-query]");
const fetchSearch = () => {
  if (!later?.dataset.src) return;
  const script = Object.assign(make("script", ""), { src: later.dataset.src });
  const toggle = document.getElementById("__search");
  const meta = document.querySelector(".md-search-result__meta");
  const begin = meta.textContent;
  const stop = (event) => event.stopImmediatePropagation();
  const keep = (event) => { if (!toggle.checked && !event.isTrusted) event.preventDefault(); };
  delete later.dataset.src;
  query.addEventListener("keyup", stop);
  new MutationObserver((_, observer) => {
    if (["", begin].includes(meta.textContent)) return;
    observer.disconnect();
    query.removeEventListener("keyup", stop);
  }).observe(meta, { childList: true });
  toggle.addEventListener("click", keep);
  script.addEventListener("load", () => {
    setTimeout(() => toggle.removeEventListener("click", keep), 130);
    if (isFound) document.dispatchEvent(new Event("DOMContentLoaded")); // which it waits for before it marks words
  });
  document.head.append(script);
};
for (const act of ["pointerdown", "input"]) query?.addEventListener(act, fetchSearch);
document.querySelector(".pm-search")?.addEventListener("click", fetchSearch);
const isFound = /[?&][qh]=/.test(location.search);
if (isFound) fetchSearch();

// Menu and search: the theme opens them by labels.
const turn = (toggle) => {
  toggle.checked = !toggle.checked;
  toggle.dispatchEvent(new Event("change"));
};
for (const [name, inside] of [["drawer", ".md-sidebar--primary"], ["search", ".md-search"]]) {
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
const schemes = colours.map(({ value }) => document.getElementById(value));
const isDark = matchMedia("(prefers-color-scheme: dark)");
const kept = () => __md_get("__palette")?.index ?? 0;
const paint = (index) => {
  const { mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = schemes[index || (isDark.matches ? 2 : 1)].dataset;
  document.body.dataset.mdColorScheme = scheme;
  schemes[index].checked = true;
  for (const [place, button] of colours.entries()) button.ariaPressed = place === index;
  return { index, color: { media: schemes[index].dataset.mdColorMedia, scheme, primary, accent } };
};
if (colours.length) {
  paint(kept());
  isDark.addEventListener("change", () => paint(kept()));
}
for (const [index, button] of colours.entries()) {
  button.addEventListener("click", () => {
    schemes[index].click();
    __md_set("__palette", paint(index));
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
