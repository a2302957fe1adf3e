// Without a signal, readers still have what they opened, the urgent signs and the chooser. The network is always asked first.
// To leave: set KEEP to false. On their next visit the browsers of readers drop this worker and all that it kept.
const KEEP = true;
const SITE = registration.scope;
const SHELF = `${SITE} 1`; // with another number, what was kept before is dropped
const ALWAYS = ["urgent-signs/", "choose/"].map((path) => SITE + path);
const DAY = 864e5;
const bare = (url) => url.replace(/[?#].*/, "");

// Keep pages with the style sheets and scripts that they name; those of a page come from the browser's own store.
const keep = async (urls) => {
  const shelf = await caches.open(SHELF);
  for (const url of urls) {
    const answer = await fetch(url, { cache: "no-cache" });
    if (!answer.ok) continue;
    const text = await answer.clone().text();
    await shelf.put(url, answer);
    const files = text.matchAll(/<(?:link|script)[^>]+?(?:href|src)="?([^\s">]+\.(?:css|js))/g);
    await shelf.addAll([...new Set([...files].map(([, file]) => new URL(file, url).href))]);
  }
};

// Once a day, when the page that was opened is there
const renew = async () => {
  const kept = await caches.match(ALWAYS[0]);
  if (kept && Date.now() - Date.parse(kept.headers.get("date")) < DAY) return;
  await new Promise((done) => setTimeout(done, 5000));
  await keep(ALWAYS);
};

const page = (words) => new Response(words, { headers: { "content-type": "text/html; charset=utf-8" } });

const kept = async ({ url, mode }) => {
  const answer = await caches.match(bare(url));
  if (mode !== "navigate") return answer ?? Response.error();
  if (answer) {
    const day = new Date(answer.headers.get("date")).toLocaleDateString("en-GB", { dateStyle: "long" });
    const said = `No connection. This is the copy of ${day} that your device kept.`;
    const style = "background:#ffe08a;color:#222;font:.8rem/1.5 system-ui;margin:0;padding:8px 16px";
    return page((await answer.text()).replace(/<body[^>]*>/, `$&<p role="status" style="${style}">${said}</p>`));
  }
  return page(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>No connection</title>
<meta name="color-scheme" content="light dark"><body style="font:1.1em/2 system-ui;margin:1.5em"><h1>No connection</h1>
<p>Your device has no copy of this page. It has those that you opened before, and these:
<ul><li><a href="${ALWAYS[0]}">Signs that need help now or today</a><li><a href="${ALWAYS[1]}">Help me choose</a></ul>`);
};

addEventListener("install", (event) => {
  skipWaiting();
  const begin = async () => {
    const tabs = await clients.matchAll({ includeUncontrolled: true });
    const open = tabs.map(({ url }) => bare(url)).filter((url) => url.startsWith(SITE));
    await keep(new Set([...open, ...ALWAYS]));
  };
  if (KEEP) event.waitUntil(begin());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`${SITE} `) && !(KEEP && name === SHELF)) await caches.delete(name);
    }
    if (!KEEP) return registration.unregister();
    await registration.navigationPreload?.enable();
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (!KEEP || request.method !== "GET" || !request.url.startsWith(SITE)) return;
  const ask = async () => {
    try {
      const answer = (await event.preloadResponse) ?? (await fetch(request));
      if (answer.ok) {
        const copy = answer.clone();
        event.waitUntil(caches.open(SHELF).then((shelf) => shelf.put(bare(request.url), copy)));
      }
      if (request.mode === "navigate") event.waitUntil(renew());
      return answer;
    } catch {
      return kept(request);
    }
  };
  event.respondWith(ask());
});
