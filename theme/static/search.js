// The search page. Pagefind's script and its index are loaded when the box is first used, or when the address asks
// something; nothing of a result is ever put into the page as markup.

const SPACELESS =
  /(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])/gu;
const CLOSED = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}](?:<\/mark>)?) (?=(?:<mark>)?[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])/gu;
const FILTERS = ["section", "publisher", "year"];
const STEP = 10;
const PAUSE = 250; // milliseconds after the last key

const form = document.querySelector("form.ask");
const found = document.querySelector(".found");
const results = document.querySelector(".results");
const further = document.querySelector(".further");
let index = null;
let matches = [];
let asked = 0;

function load() {
  index ??= import(new URL(form.dataset.bundle + "pagefind.js", document.baseURI)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 36 });
    await pagefind.init();
    return pagefind;
  });
  return index;
}

// A question in a script without spaces is the phrase of its characters, as the index has them.
function question(words) {
  const apart = words.replace(SPACELESS, " ").trim().replace(/\s+/g, " ");
  return apart !== words.trim() && !/\s/.test(words.trim()) && apart.includes(" ") ? `"${apart}"` : apart;
}

function chosen() {
  const given = new FormData(form);
  return Object.fromEntries(FILTERS.filter((name) => given.get(name)).map((name) => [name, given.get(name)]));
}

function say(words) {
  found.hidden = false;
  found.textContent = words;
}

function count(number) {
  const words = number === 0 ? found.dataset.none : number === 1 ? found.dataset.one : found.dataset.many;
  return words.replace("{n}", number.toLocaleString(document.documentElement.lang));
}

// The words around what was found: text, with what matched in a mark element.
function excerpt(text) {
  const paragraph = document.createElement("p");
  text
    .replace(CLOSED, "$1")
    .split(/(<mark>.*?<\/mark>)/)
    .filter(Boolean)
    .forEach((piece) => {
      const marked = piece.startsWith("<mark>");
      const words = piece.replace(/<\/?mark>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      const node = marked ? document.createElement("mark") : document.createTextNode(words);
      if (marked) node.textContent = words;
      paragraph.append(node);
    });
  return paragraph;
}

function item(story) {
  const entry = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = story.url;
  link.textContent = story.meta.title;
  heading.append(link);
  const facts = document.createElement("p");
  facts.className = "facts";
  facts.textContent = [story.meta.publisher, story.meta.section, story.meta.date].filter(Boolean).join(" · ");
  const around = excerpt(story.excerpt);
  for (const part of [heading, around]) {
    part.lang = story.filters.language[0];
    part.dir = "auto";
  }
  entry.append(heading, facts, around);
  return entry;
}

// Where no word begins as the one asked for, Pagefind answers with the longest word the asked one begins with ("a" for
// "abonner"), for all stories alike: so the best answer shows whether what was found is what was meant.
async function isMeant(match, words) {
  if (!match || !words.trim()) return true;
  const story = await match.data();
  const content = story.content.split(/\s+/);
  const there = plain([...story.locations.map((place) => content[place]), ...Object.values(story.meta)].join(" "));
  return plain(words.replace(SPACELESS, " ")).every((asked) => there.some((word) => isLike(word, asked)));
}

function plain(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isLike(word, asked) {
  const stem = Math.max(Math.min(3, asked.length), Math.ceil(asked.length * 0.6));
  return word.startsWith(asked.slice(0, stem));
}

async function showMore() {
  const mine = asked;
  const next = matches.slice(results.children.length, results.children.length + STEP);
  const stories = await Promise.all(next.map((match) => match.data()));
  if (mine !== asked) return null;
  const entries = stories.map(item);
  results.append(...entries);
  results.hidden = results.children.length === 0;
  further.hidden = results.children.length >= matches.length;
  return entries[0] ?? null;
}

async function ask() {
  const mine = ++asked;
  const words = form.elements.q.value;
  const filters = chosen();
  remember(words, filters);
  if (!words.trim() && Object.keys(filters).length === 0) {
    found.hidden = results.hidden = further.hidden = true;
    return;
  }
  try {
    say(found.dataset.wait);
    const pagefind = await load();
    const sort = words.trim() ? undefined : { date: "desc" };
    const answer = await pagefind.search(words.trim() ? question(words) : null, { filters, ...(sort && { sort }) });
    if (mine !== asked) return;
    matches = (await isMeant(answer.results[0], words)) ? answer.results : [];
    results.replaceChildren();
    await showMore();
    if (mine === asked) say(count(matches.length));
  } catch (fault) {
    say(found.dataset.fault);
  }
}

// The address says what was asked, so that an answer can be kept and sent.
function remember(words, filters) {
  const query = new URLSearchParams({ ...(words.trim() && { q: words.trim() }), ...filters });
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

let waiting;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask();
});
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
form.addEventListener("focusin", () => load().catch(() => say(found.dataset.fault)), { once: true });
further.querySelector("button").addEventListener("click", async () => {
  const first = await showMore();
  first?.querySelector("a").focus();
});

const given = new URLSearchParams(location.search);
for (const name of ["q", ...FILTERS]) {
  const field = form.elements[name];
  if (field && given.get(name)) field.value = given.get(name);
}
if ([...given.keys()].some((name) => form.elements[name])) ask();
