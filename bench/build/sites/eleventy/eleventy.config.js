// The same pages as the other sites of this benchmark: stories, front page, sections, tags, authors, each with its feed.

const PAGE = 20;
const FEED = 50;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");

function kinds(stories) {
  const found = { section: new Map(), tag: new Map(), author: new Map() };
  const file = (kind, name, story) => {
    if (!found[kind].has(name)) found[kind].set(name, []);
    found[kind].get(name).push(story);
  };
  for (const story of stories) {
    file("section", story.data.section, story);
    for (const tag of story.data.tags) file("tag", tag, story);
    for (const author of story.data.authors) file("author", author, story);
  }
  return found;
}

function lists(stories) {
  const all = [{ path: "index", title: "The Bench", stories }];
  for (const [kind, names] of Object.entries(kinds(stories))) {
    for (const [name, members] of names) all.push({ path: `${kind}/${slug(name)}`, title: name, stories: members });
  }
  return all;
}

function pagesOf(list) {
  const total = Math.ceil(list.stories.length / PAGE);
  const path = (number) => (number === 1 ? `/${list.path}.html` : `/${list.path}/page/${number}.html`);
  return Array.from({ length: total }, (_, n) => ({
    title: list.title,
    count: list.stories.length,
    path: path(n + 1),
    feed: `/feeds/${list.path}.xml`,
    stories: list.stories.slice(n * PAGE, (n + 1) * PAGE),
    number: n + 1,
    total,
    previous: n ? path(n) : null,
    next: n + 1 < total ? path(n + 2) : null,
  }));
}

export default function (config) {
  let known = null;
  const stories = (api) => {
    if (known === null) {
      known = api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date);
      known.forEach((story, n) => {
        story.data.newer = known[n - 1];
        story.data.older = known[n + 1];
      });
    }
    return known;
  };
  config.on("eleventy.before", () => { known = null; });
  config.addCollection("stories", stories);
  config.addCollection("listPages", (api) => lists(stories(api)).flatMap(pagesOf));
  config.addCollection("feeds", (api) =>
    lists(stories(api)).map((list) => ({ ...list, stories: list.stories.slice(0, FEED) })));
  config.addCollection("indexes", (api) =>
    Object.entries(kinds(stories(api))).map(([kind, names]) => ({
      kind,
      names: [...names].map(([name, members]) => ({ name, count: members.length })).sort((a, b) => a.name < b.name ? -1 : 1),
    })));
  config.addCollection("menu", (api) =>
    [...kinds(stories(api)).section].sort((a, b) => b[1].length - a[1].length).map(([name]) => name));
  config.addFilter("slug", slug);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 19) + "Z");
  config.addFilter("day", (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`);
  config.addFilter("rfc822", (date) => date.toUTCString());
  config.addFilter("minutes", (html) => Math.max(1, Math.round(html.split(" ").length / 230)));
  config.addFilter("absolute", (path) => new URL(path, "https://bench.example").href);
  return { dir: { input: ".", output: "output" }, markdownTemplateEngine: false };
}
