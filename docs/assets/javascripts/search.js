// The search: reads the index that the build writes, mends what readers misspell, and shows pages, each opened at the part that fits.
// Ranking is BM25 (Robertson and Zaragoza, 2009) over names, words people use (tags), headings and text, in this order of weight.
const WEIGHTS = { name: 6, tags: 6, heading: 3, text: 1 };
const MOST = 8;

// What readers type, and before it what the guide calls it: other names, places, short forms, and slips that no rule mends.
const SAID = {
  stairs: "downstairs upstairs",
  emergency: "er",
  TENS: "electrotherapy",
  ankle: "ankel",
  australia: "sydney melbourne brisbane perth",
  back: "sacroiliac sij spine spinal lumbar scoliosis",
  "back arthritis": "spondylosis",
  "back leg": "stenosis",
  belly: "tummy",
  "blood pressure": "bp",
  "blood thinners": "warfarin apixaban rivaroxaban aspirin eliquis xarelto pradaxa coumadin plavix clopidogrel",
  "british columbia": "vancouver",
  buttock: "bum glutes glute arse butt",
  "buttock back": "tailbone coccyx",
  cast: "crutches plaster",
  child: "kid kids children son daughter baby",
  chiropractor: "chiro",
  cycle: "bike biking",
  disc: "disk disks",
  doctor: "gp doc",
  elbow: "triceps tricep",
  elsewhere: "germany india zealand africa",
  exercise: "yoga pilates",
  "foam roller": "roller",
  foot: "toe toes insoles insole orthotics",
  groin: "adductor",
  hamstring: "hammy hammies",
  heat: "sauna",
  ibuprofen: "nurofen advil",
  "ibuprofen gel": "voltarol voltaren",
  injection: "cortisone injections jab",
  insurance: "bupa medicaid hsa fsa wsib vitality",
  "insurance price": "copay",
  ireland: "dublin irish",
  jaw: "tmj",
  kneecap: "patella",
  massage: "reflexology reiki swedish thai shiatsu",
  "massage gun": "theragun hypervolt",
  "massage safe":
    "epilepsy hiv parkinsons ms lupus hypermobility hypermobile eds lymphoedema lymphedema lymphatic asthma",
  "massage safe skin": "eczema psoriasis sunburn",
  masseur: "masseuse",
  neck: "cervical",
  "neck shoulder": "trap traps trapezius",
  old: "elderly",
  someone: "wife husband partner mum dad friend",
  ontario: "toronto ottawa",
  "ontario insurance": "ohip",
  "ontario register": "rmt rmts",
  operation: "op",
  opioids: "codeine tramadol",
  osteopath: "osteo",
  pain: "ache aches hurting painful agony ouch niggle killing",
  painkillers:
    "gabapentin pregabalin amitriptyline diazepam naproxen codamol cocodamol tablets turmeric glucosamine " +
    "arnica",
  paracetamol: "tylenol panadol acetaminophen",
  pee: "wee urine",
  physio: "fysio fisio phisio fizzio fizio",
  pregnancy: "antenatal prenatal preggers",
  "pregnancy birth": "postnatal postpartum csection caesarean cesarean",
  price: "cheap cheapest expensive much afford tip tipping",
  "provinces canada": "calgary alberta quebec montreal manitoba saskatchewan canada canadian",
  rib: "ribs",
  scan: "xray xrays",
  shoulder: "biceps bicep shoulda",
  sleep: "mattress pillow insomnia",
  sore: "knackered",
  "sport injuries": "rugby football soccer crossfit hockey",
  "stop undressing": "consent",
  stress: "depressed depression ptsd",
  suicide: "sucide",
  teenager: "teen",
  thigh: "quad quads",
  "treatments checks": "shockwave",
  uk: "england scotland wales britain london",
  undressing: "naked pants trousers knickers draping bra underwear",
  usa: "state america american us",
  "usa register":
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho " +
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota " +
    "mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah " +
    "vermont virginia washington wisconsin wyoming",
  wear: "clothes",
  "who made this guide": "legit trust trustworthy reliable scam biased author",
};
// Words of their own that look like a slip of another
const OWN = "laptop kettle shower collagen flying sore desk";
const SAME = Object.fromEntries(
  [...Object.entries(SAID), ...OWN.split(" ").map((word) => [word, word])].flatMap(([name, words]) => words.split(" ").map((word) => [word, name])),
);

// With one of these the urgent signs come first, always.
const DANGER = new Set((
  "chest breath breathe breathing breathless numb numbness pee peeing poo bladder bowel bowels incontinent genitals saddle cauda equina cancer tumour " +
  "lump lumps clot clots dvt die dying dead suicide suicidal kill harm stroke face droop drooping slurred swallow swallowing vision sight faint " +
  "fainted fainting collapse collapsed unconscious blackout seizure fit paralysed paralysis fever shivering sweats sepsis meningitis vomiting cough " +
  "poop poops pooped pooping pooing temperature temp wet wetting wetted soiled crash accident fell fallen ladder overdose confused confusion deformed deformity droopy weakness tingly " +
  "tumor chemo chills vomit vomited hives anaphylaxis blind blindness hopeless genital penis vagina testicle testicles unresponsive " +
  "overdosed palpitations heart stab fractured unwell delirious drowsy jaundice pus infected infection paralyzed " +
  "coughing blood bleed bleeding worst sudden attack dizzy dizziness emergency ambulance urgent flags 999 911 112 111 000"
).split(" "));
const PAIRS = [
  ["arm", "weak"], ["leg", "weak"], ["foot", "drop"], ["arm", "jaw"], ["left", "arm"], ["tingl", "between"], ["tingl", "fac"], ["tingl", "both"],
  ["bon", "stick"], ["bon", "through"], ["bon", "out"], ["calf", "red"], ["calf", "hot"], ["calf", "warm"], ["leg", "red"], ["leg", "hot"], ["leg", "blu"], ["foot", "blu"], ["foot", "cold"],
  ["arm", "swollen"], ["knee", "red"], ["joint", "hot"], ["joint", "red"], ["neck", "rash"], ["thunderclap", "headach"],
  ["weight", "los"], ["hot", "swollen"], ["calf", "swollen"], ["leg", "swollen"], ["cold", "leg"], ["stiff", "fever"], ["both", "leg"]];
const PHRASES = [
  /\b(no|lost|cant|cannot) feel/, /\bend(ing)? (it|my life|everything)/, /\bharm myself/, /\b(not|dont) want to (live|be here|go on|wake)/,
  /\bno (point|reason) (in |to )?liv/, /\b(cant|cannot) (go on|see|talk|speak|get up|move my (arm|leg|feet))/, /\bpass(ing)? blood/,
  /\b(knocked|came|thrown) off/, /\b(hit|run over) by/, /\b(throw\w*|threw) up/, /\b(pass\w*|black\w*) out\b/, /\blost \d/, /\bprivate parts/,
  /\bdown (there|below)/, /\bone side of (my )?(face|body)/, /\bbaby (has |is )?(stopped|not|isnt|moves? less)/, /\bred streak/, /\btriple (zero|nine)/,
  /\bbeen sick/, /\b(talk|talks|talking|speech) (funny|slurred|strange)/, /\b(bent|looks|sticking|pointing) (the )?(wrong|funny|odd)/,
  /\b(put|take|bear) (any |my |no )?weight/, /\b(foot|toes) drag|\bdragging my/,
];

const IDLE = new Set((
  "a an and are as at be by can cannot cant could did do does dont for from get got had has have how i if im in is it its ive me my of on or our s so t " +
  "than that the their them there they this to too up was we what when where which who why will with wont would you your"
).split(" "));

// Words that say something only together
const TOGETHER = [
  [/\bit band/g, "itb"], [/\bshock wave/g, "shockwave"], [/\bgua sha/g, "cupping"], [/\bc section/g, "csection"], [/\bburn(t|ed) out/g, "burnout"], [/\b(back of (my )?)heal\b/g, "$1heel"], [/\bheal pain/g, "heel pain"], [/\babove my heal\b/g, "back of heel"],
  [/\bhad (a |my |the )?baby/g, "birth pregnancy"], [/\bmonths gone/g, "pregnant"], [/\bgolfers? arm/g, "golfers elbow"], [/\bsi joint/g, "sacroiliac"], [/\b(post|ante|pre) natal/g, "$1natal"], [/\bk tape/g, "tape"], [/\ba ?& ?e\b/g, "emergency"],
  [/\bpins (and|&|n) needles/g, "tingling"], [/\bx ray/g, "xray"], [/\bwalk in cent\w+/g, "doctor"], [/\bmid back/g, "back"],
];
const plain = (text) => TOGETHER.reduce(
  (one, [those, word]) => one.replace(those, word), text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’]/g, ""),
);
const wordsOf = (text) => plain(text).split(/[^a-z0-9]+/).filter(Boolean);
const telling = (words) => words.filter((word) => !IDLE.has(word));
const stem = (word) => word.length < 4 ? word : word.replace(/ies$/, "y").replace(/(?:ing|ed|es|s)$/, "").replace(/e$/, "");
const stemsOf = (text) => telling(wordsOf(text)).map(stem);
const shown = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();

// How many letters were left out, added, changed or swapped: the distance of optimal string alignment, up to a most.
const slips = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
};

// The guide as the search sees it: its parts, and for each stem the parts that hold it, with a weight.
const read = (entries, names) => {
  const holders = new Map();
  const vocabulary = new Map([...DANGER].map((word) => [word, 20]));
  const phrases = new Map();
  // A list of links to other pages answers nothing itself.
  const parts = entries.filter(({ title }) => title !== "Read next").map(({ location, title, tags = [], text }) => {
    const [page, anchor] = location.split("#");
    const heading = title.replace(/ ?Physio or massage\?$/, "");
    const isPage = !anchor;
    return { location, page, isPage, heading, text, tags: isPage ? tags : [], name: names.get(page) ?? heading };
  });
  for (const [number, part] of parts.entries()) {
    const fields = {
      name: part.isPage ? part.name : "", tags: part.tags.join(" "), heading: part.heading, text: part.text.replace(/<[^>]+>|&\w+;/g, " "),
    };
    for (const [field, weight] of Object.entries(WEIGHTS)) {
      const found = telling(wordsOf(fields[field]));
      const counts = new Map();
      for (const word of found) {
        vocabulary.set(word, (vocabulary.get(word) ?? 0) + (weight > 1 ? 10 : 1));
        counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1);
      }
      const length = found.length / (weight > 1 ? 6 : 80);
      for (const [one, count] of counts) {
        if (!holders.has(one)) holders.set(one, new Map());
        const held = holders.get(one);
        held.set(number, (held.get(number) ?? 0) + weight * 2.2 * count / (count + 1.2 + 0.6 * length));
      }
    }
    if (!part.isPage) continue;
    for (const phrase of [part.name, part.heading, ...part.tags]) {
      const key = stemsOf(phrase).join(" ");
      if (key) phrases.set(key, [...(phrases.get(key) ?? []), part.page]);
    }
  }
  return { parts, holders, vocabulary, phrases };
};

// What a reader meant by a word: itself if the guide knows it or knows how it goes on, its other name, two words that ran together, or
// the nearest word of the guide.
const meant = (word, { holders, vocabulary }) => {
  if (IDLE.has(word)) return [word];
  if (Object.hasOwn(SAME, word)) return wordsOf(SAME[word]);
  if (vocabulary.has(word) || holders.has(stem(word)) || word.length < 3 || /\d/.test(word)) return [word];
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const halves = [word.slice(0, cut), word.slice(cut)];
    if (halves.every((half) => vocabulary.get(half) > 9)) return halves;
  }
  const most = word.length > 6 ? 2 : 1;
  let [best, least, use] = [word, most + 0.5, 0];
  for (const [known, count] of vocabulary) {
    if (known.startsWith(word)) return [word];
    if (known.length < 4 || (word.length < 4 && count < 40)) continue;
    const distance = slips(word, known, most) + (known[0] === word[0] ? 0 : 0.3);
    if (distance < least || (distance === least && count > use)) [best, least, use] = [known, distance, count];
  }
  return [best];
};

// The pages that answer, best first, each with the part of it that fits best.
const ask = (query, guide) => {
  const { parts, holders, phrases } = guide;
  const typed = wordsOf(query);
  const wanted = typed.flatMap((word) => meant(word, guide));
  const terms = [...new Set((telling(wanted).length ? telling(wanted) : wanted).map(stem))];
  const scores = new Map();
  const covered = new Map();
  for (const term of terms) {
    const best = new Map();
    // How a word goes on counts while nobody has heard of the word itself: “numb” is not “number”.
    for (const [one, held] of holders.has(term) ? [[term, holders.get(term)]] : holders) {
      const likeness = one === term ? 1 : term.length > 2 && one.startsWith(term) ? 0.6 * term.length / one.length : 0;
      if (!likeness) continue;
      const rarity = Math.log(1 + (parts.length - held.size + 0.5) / (held.size + 0.5));
      for (const [number, weight] of held) best.set(number, Math.max(best.get(number) ?? 0, likeness * rarity * weight));
    }
    const most = new Map();
    for (const [number, weight] of best) {
      const [sum, hits] = scores.get(number) ?? [0, 0];
      scores.set(number, [sum + weight, hits + 1]);
      const { page } = parts[number];
      most.set(page, Math.max(most.get(page) ?? 0, weight));
    }
    for (const [page, weight] of most) {
      const [sum, hits] = covered.get(page) ?? [0, 0];
      covered.set(page, [sum + weight, hits + 1]);
    }
  }
  const pages = new Map();
  const of = (page) => {
    if (!pages.has(page)) pages.set(page, { page, part: parts.find((part) => part.page === page), best: 0, extra: 0 });
    return pages.get(page);
  };
  for (const [number, [sum, hits]] of scores) {
    const entry = of(parts[number].page);
    const score = hits === terms.length ? sum : 0.4 * sum * hits / terms.length;
    if (score > entry.best) Object.assign(entry, { best: score, part: parts[number] });
    if (parts[number].isPage) entry.extra += score;
  }
  for (const [page, [sum, hits]] of covered) {
    if (terms.length > 1 && hits === terms.length) of(page).extra += 0.4 * sum;
  }
  const asked = new Set(terms);
  for (const [phrase, those] of phrases) {
    const needed = phrase.split(" ");
    if (!needed.every((one) => asked.has(one))) continue;
    for (const page of those) of(page).extra += phrase === terms.join(" ") ? 100 : 20 * needed.length;
  }
  const ranked = [...pages.values()].sort((one, other) => other.best + other.extra - one.best - one.extra);
  const isDanger = [...typed, ...wanted].some((word) => DANGER.has(word)) || PAIRS.some((pair) => pair.every((one) => asked.has(one)))
    || PHRASES.some((one) => one.test(plain(query)));
  if (isDanger) {
    const urgent = of("urgent-signs/");
    ranked.splice(0, ranked.length, urgent, ...ranked.filter((entry) => entry !== urgent));
  }
  const isMended = wanted.join(" ") !== typed.join(" ") && typed.some((word) => !Object.hasOwn(SAME, word) && !wanted.includes(word));
  return { found: ranked.slice(0, MOST), terms, mended: isMended ? wanted.join(" ") : "" };
};

// The sentence of a part that says most of what was asked, short enough for two lines on a phone, without the sources around it.
const SOURCE = "(?:[A-Z][\\w’' -]*: [a-z][\\w’ ,-]*|(?:(?:van|den|de|da|der) )*[A-Z][\\w-]+(?: and [A-Z][\\w-]+)? \\d{4}[ab]?)";
const SOURCES = new RegExp(`^(?:${SOURCE} )+(?=[A-Z])|(?: ${SOURCE})+$`, "g");
const teaser = (part, terms) => {
  // Read once: on an old phone it takes longer than all else between two letters.
  part.sentences ??= part.text.split(/<\/(?:p|li|td|dd|h\d)>|(?<=[.?!]) (?=[A-Z])/).map((piece) => shown(piece).replace(SOURCES, ""))
    .filter((piece) => piece.length > 20 && !new RegExp(`^${SOURCE}$`).test(piece)).map((sentence) => [sentence, [...new Set(stemsOf(sentence))]]);
  const hits = ([, stems]) => stems.filter((one) => terms.some((term) => one.startsWith(term))).length;
  const [best] = part.sentences.reduce((one, other) => hits(other) > hits(one) ? other : one, part.sentences[0] ?? ["", []]);
  return best.length > 110 ? `${best.slice(0, 110).replace(/\s+\S*$/, "")} …` : best;
};

const line = ({ part }, terms, base) => {
  const link = Object.assign(document.createElement("a"), { href: new URL(part.location, base) });
  const name = Object.assign(document.createElement("strong"), { textContent: part.name });
  const more = Object.assign(document.createElement("span"), { textContent: teaser(part, terms) });
  if (!part.isPage) name.append(Object.assign(document.createElement("small"), { textContent: ` · ${part.heading}` }));
  link.append(name, more);
  const item = document.createElement("li");
  item.append(link);
  return item;
};

// Begin to answer what stands in the field, now and whenever it changes. A network error is the caller's.
export const begin = async (find) => {
  const index = new URL(find.dataset.index, location);
  const base = new URL("../", index);
  const answers = await Promise.all([fetch(index), fetch(new URL("names.json", base))]);
  for (const { ok, url, status } of answers) if (!ok) throw new Error(`${url}: ${status}`);
  const [entries, names] = await Promise.all(answers.map((answer) => answer.json()));
  const guide = read(entries.docs, new Map(Object.entries(names)));
  const [field, list, said] = [find.querySelector("input"), find.querySelector(".find__list"), find.querySelector(".find__said")];
  const answer = () => {
    const query = field.value.trim();
    const { found, terms, mended } = query ? ask(query, guide) : { found: [], terms: [], mended: "" };
    list.replaceChildren(...found.map((entry) => line(entry, terms, base)));
    if (!query) said.textContent = "Write what hurts, or what you want to know.";
    else if (!found.length) said.textContent = `No page speaks of “${query}”. Try another word, or go on below.`;
    else said.textContent = mended ? `Pages for “${mended}”` : `Pages for “${query}”`;
  };
  field.addEventListener("input", answer);
  answer();
};
