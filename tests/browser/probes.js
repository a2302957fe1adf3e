// Zensical makes the index of its search anew on each page, which is more work than the page. Here it does so once the search has
// the focus, as the site does under MkDocs.
window.Worker = class extends EventTarget {
  static #Real = window.Worker;
  #held = [];
  #real = null;

  constructor(address) {
    super();
    const start = () => {
      if (this.#real || !document.activeElement.matches(".md-search__input")) return;
      this.#real = new Worker.#Real(address);
      this.#real.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      this.#held.forEach((message) => this.#real.postMessage(message));
    };
    addEventListener("focusin", start);
    start();
  }

  postMessage(message) {
    if (this.#real) this.#real.postMessage(message);
    else this.#held.push(message);
  }
};

// What the tests ask of a page. Each function gives plain data; the tests judge it.
window.probes = (() => {
  const everything = () => document.body.querySelectorAll(":not(svg *, script, style, template)");

  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const name = (element) => {
    const href = element.getAttribute("href");
    const lasting = [...element.classList].filter((one) => !/^focus-visible$|--(passed|active)$/.test(one));
    const classes = lasting.map((one) => `.${one}`).join("");
    return element.localName + (element.id ? `#${element.id}` : classes) + (href ? `[href="${href}"]` : "");
  };

  const clips = (element) => getComputedStyle(element).overflowX !== "visible";

  const hiddenBy = (element) => {
    const rects = [...element.getClientRects()].filter((one) => one.width > 1 && one.height > 1);
    if (!rects.length) return "it has no size";
    if (!shown(element)) return "it is transparent or hidden";
    const { left, right, top, bottom } = rects[0];
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    ];
    if (x < left || x > right || y < top || y > bottom) return `it lies outside the screen, at ${left}, ${top}`;
    let hit = document.elementFromPoint(x, y);
    // A tooltip of the stop before fades away by itself.
    if (hit?.closest(".md-tooltip, .md-tooltip2")) {
      hit = document.elementsFromPoint(x, y).find((one) => !one.closest(".md-tooltip, .md-tooltip2"));
    }
    return element.contains(hit) || hit?.contains(element) ? "" : `it lies under ${hit ? name(hit) : "nothing"}`;
  };

  const cutBy = (element, reach) => {
    const cut = new Set();
    for (const rect of element.getClientRects()) {
      const edges = {
        left: rect.left - reach, top: rect.top - reach, right: rect.right + reach, bottom: rect.bottom + reach,
      };
      for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
        if (!clips(parent)) continue;
        const box = parent.getBoundingClientRect();
        const sides = [
          edges.left < box.left - 1 && "left", edges.right > box.right + 1 && "right",
          edges.top < box.top - 1 && "top", edges.bottom > box.bottom + 1 && "bottom",
        ].filter(Boolean);
        if (sides.length) cut.add(`${sides.join(" and ")} by ${name(parent)}`);
      }
      const width = document.documentElement.clientWidth;
      if (edges.left < -1 || edges.right > width + 1) cut.add("by the edge of the screen");
    }
    return [...cut].join(", ");
  };

  // The colour of these layers, each a colour and how much of it shows, the lowest first; the browser does the sum.
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const mixed = new Map();
  const mix = (layers) => {
    const key = layers.join();
    if (!mixed.has(key)) {
      for (const [colour, alpha] of [["white", 1], ...layers]) {
        pen.globalAlpha = alpha;
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
      }
      mixed.set(key, `rgb(${[...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).join(", ")})`);
    }
    return mixed.get(key);
  };

  // What an element stands on, as such layers, and how opaque it is itself.
  const ground = (element) => {
    if (!element) return { layers: [], opacity: 1 };
    const { backgroundColor, opacity } = getComputedStyle(element);
    const under = ground(element.parentElement);
    const own = under.opacity * opacity;
    const layers = /^rgba\(.*, 0\)$/.test(backgroundColor) ? under.layers : [...under.layers, [backgroundColor, own]];
    return { layers, opacity: own };
  };

  const behind = (element) => mix(ground(element).layers);

  // How focus is drawn: an outline; in a figure, whose links have no box, the outline of their first shape.
  const ring = (element) => {
    const shape = element.closest("svg") && element.querySelector("rect");
    const style = getComputedStyle(shape || element);
    if (shape) {
      const scale = shape.getBoundingClientRect().width / shape.getBBox().width;
      const width = style.stroke === "none" ? 0 : parseFloat(style.strokeWidth) * scale;
      return { width, colour: style.stroke, offset: 0 };
    }
    const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
    return { width, colour: style.outlineColor, offset: parseFloat(style.outlineOffset) };
  };

  return {
    // Where the keyboard stands now: can a reader see it?
    stop() {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { width, colour, offset } = ring(element);
      const why = hiddenBy(element);
      return {
        name: name(element),
        seen: !why,
        why,
        ring: width,
        colour,
        behind: behind(offset < 0 ? element : element.parentElement),
        cut: why ? "" : cutBy(element, width + offset),
      };
    },

    // The stops of the keyboard but these, forwards, or backwards as with Shift and Tab. Where there are more than
    // most, as on a page of references, every second, third… of them, which are all alike.
    stops({ but = ":not(*)", backwards = false, most = Infinity } = {}) {
      const found = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter((element) => element.tabIndex >= 0 && element.checkVisibility() && !element.matches(but));
      if (backwards) found.reverse();
      const step = Math.ceil(found.length / most) || 1;
      const stops = [];
      for (const element of found.filter((one, place) => place % step === 0)) {
        element.focus();
        if (document.activeElement === element) stops.push(this.stop());
      }
      document.activeElement.blur();
      scrollTo(0, 0);
      return stops;
    },

    // The text that can be seen: each pair of colours once, with the size of its letters and who has it first. What
    // stands in a picture is left out: what is behind a word there is another shape.
    texts() {
      const found = new Map();
      const holders = [...everything()].filter((element) => element.matches("input, textarea")
        || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
      for (const element of holders) {
        const { width, height } = element.getBoundingClientRect();
        if (width <= 1 || height <= 1 || !shown(element) || element.matches("svg, :disabled")) continue;
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const { layers, opacity } = ground(element);
        const pair = { colour: mix([...layers, [color, opacity]]), behind: mix(layers) };
        const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
        const key = [pair.colour, pair.behind, large].join();
        if (!found.has(key)) found.set(key, { ...pair, large, name: name(element), text: element.textContent.trim() });
      }
      // Numbers of citations and hints in empty fields are no elements.
      for (const [selector, part] of [["article a", "::before"], ["input, textarea", "::placeholder"]]) {
        for (const element of [...document.querySelectorAll(selector)].filter(shown)) {
          const { content, color } = getComputedStyle(element, part);
          if (part === "::before" ? !/^counter|^"./.test(content) : !element.placeholder) continue;
          const { layers, opacity } = ground(element);
          const pair = { colour: mix([...layers, [color, opacity]]), behind: mix(layers) };
          const key = [pair.colour, pair.behind, part].join();
          if (!found.has(key)) found.set(key, { ...pair, large: false, name: name(element) + part, text: content });
        }
      }
      return [...found.values()];
    },

    // What reaches past the side of the screen or the paper, or is cut off or scrolls sideways within it.
    sideways() {
      const width = document.documentElement.clientWidth;
      const found = [];
      for (const element of everything()) {
        if (!shown(element)) continue;
        const { left, right } = element.getBoundingClientRect();
        if (right - left <= 1) continue;
        if (clips(element) && getComputedStyle(element).textOverflow !== "ellipsis") {
          const inside = element.scrollWidth - element.clientWidth;
          if (inside > 1) found.push(`${name(element)} cuts or scrolls ${inside} px of what it holds`);
          const below = element.scrollHeight - element.clientHeight;
          if (below > 1 && /hidden|clip/.test(getComputedStyle(element).overflowY)) found.push(`${name(element)} cuts ${below} px below`);
        }
        if (right > width + 1 || left < -1) {
          let parent = element.parentElement;
          while (parent !== document.body && !clips(parent)) parent = parent.parentElement;
          if (parent === document.body) found.push(`${name(element)} reaches from ${left} to ${right} of ${width} px`);
        }
      }
      return found;
    },

    // The colours that the theme shows now.
    scheme() {
      return document.body.dataset.mdColorScheme === "slate" ? "dark" : "light";
    },

    // The text at this many times its size.
    text(times) {
      const root = document.documentElement;
      root.style.fontSize = "";
      if (times > 1) root.style.fontSize = `${times * parseFloat(getComputedStyle(root).fontSize)}px`;
    },

    // The text in this font of the tests.
    async font(name) {
      document.documentElement.style.setProperty("--test-font", name);
      document.body.offsetWidth;
      await document.fonts.ready;
    },

    // The hidden page in this size of text and in this font, shown once it has the colours that the theme should show. A script of
    // another engine changes them a moment later.
    async look({ text, font, scheme }) {
      const root = document.documentElement;
      while (document.body && scheme !== this.scheme()) await new Promise((later) => setTimeout(later, 5));
      this.text(text);
      root.style.display = "";
      await this.font(font);
    },

    // Which of these can be seen.
    visible(selector) {
      return [...document.querySelectorAll(selector)].filter(shown).map(name);
    },

    // What a reader should read and cannot see, but for what these selectors name. A step of the chooser that is closed is closed.
    unseen(but) {
      const closed = (element) => element.closest(".step") && !shown(element.closest(".step"));
      return [...document.querySelectorAll("article :is(h1, h2, h3, p, li, th, td, figure, [data-sign], a[href^='tel:'])")]
        .filter((element) => element.textContent.trim() && !element.closest(but) && !closed(element) && !shown(element))
        .map((element) => `${name(element)}: ${element.textContent.trim().slice(0, 40)}`);
    },

    // Which of these can be seen and are lower than this.
    low(selector, least) {
      return [...document.querySelectorAll(selector)]
        .filter((element) => shown(element) && element.getBoundingClientRect().height < least - 0.1)
        .map((element) => `${name(element)} is ${element.getBoundingClientRect().height} px high`);
    },

    // What still moves, and for how many seconds.
    moving() {
      const found = [];
      for (const element of [document.documentElement, document.body, ...everything()]) {
        for (const part of [null, "::before", "::after"]) {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part);
          const longest = Math.max(...`${transitionDuration}, ${animationDuration}`.split(", ").map(parseFloat));
          if (longest > 0.01) found.push(`${name(element)}${part ?? ""}: ${longest} s`);
          if (scrollBehavior === "smooth") found.push(`${name(element)}: smooth scrolling`);
        }
      }
      return found;
    },

    // The chooser: how far down the first answer begins that can be seen, or nothing.
    firstAnswer() {
      return [...document.querySelectorAll(".answers a")].find(shown)?.getBoundingClientRect().top;
    },

    // The chooser: the id of each step that can be seen.
    steps() {
      return [...document.querySelectorAll(".step h2")].filter(shown).map((heading) => heading.id);
    },

    // What looks otherwise under the whole style sheets than under the reduced ones that the page has.
    async unlike(whole) {
      const reduced = [...document.querySelectorAll("link[rel=stylesheet]:not([data-whole])")];
      let sheets = [...document.querySelectorAll("link[data-whole]")];
      if (!sheets.length) {
        sheets = whole.map((href) => Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
        await Promise.all(sheets.map((link) => new Promise((resolve, reject) => {
          Object.assign(link, { onload: resolve, onerror: reject }).dataset.whole = "";
          reduced[0].before(link);
        })));
      }
      const elements = [document.documentElement, document.body, ...document.body.querySelectorAll(":not(script)")];
      // Only what a rule sets can differ by itself.
      const setBy = (rules) => [...rules].flatMap((rule) => [...(rule.style ?? []), ...setBy(rule.cssRules ?? [])]);
      const properties = [...new Set([...reduced, ...sheets].flatMap(({ sheet }) => setBy(sheet.cssRules)))].filter((one) => !one.startsWith("--"));
      const under = (shown, hidden) => {
        for (const { sheet } of shown) sheet.disabled = false;
        for (const { sheet } of hidden) sheet.disabled = true;
        return elements.map((element) => [null, "::before", "::after"].map((part) => {
          const style = getComputedStyle(element, part);
          if (!element.checkVisibility()) return ["not shown"];
          return part && (style.content === "none" || style.display === "none") ? [] : properties.map((one) => style.getPropertyValue(one));
        }));
      };
      const [wanted, found] = [under(sheets, reduced), under(reduced, sheets)];
      return elements.flatMap((element, place) => ["", "::before", "::after"].flatMap((part, index) => {
        const [one, other] = [wanted[place][index], found[place][index]];
        const at = properties.findIndex((_, number) => one[number] !== other[number]);
        return at < 0 ? [] : [`${name(element)}${part}: ${properties[at]}: ${one[at]}, reduced ${other[at]}`];
      }));
    },
  };
})();
