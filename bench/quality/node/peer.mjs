// Runs one other cleaner over pages from standard input: a script for the cleaners that live in Node.
//
// It imports nothing of ours. One JSON object a line in (html, url) and out (text, title, authors, date, ms, fault), as
// peer.py has it. Making the document is part of their time, as it is of everyone's; making text of what they return
// is not. No script of a page runs, and nothing is fetched.

import { createInterface } from "node:readline";

import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM, VirtualConsole } from "jsdom";

const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, pre, blockquote, tr, br, figure, figcaption, section, ul, ol, table";

/** A cleaned page's HTML as text, a line per block. */
function text(html) {
  const body = new JSDOM(html).window.document.body;
  for (const block of body.querySelectorAll(BLOCKS)) {
    block.before("\n");
    block.after("\n");
  }
  return body.textContent;
}

/** The page as a document; what its style sheets do wrong is said to nobody. */
const open = (html, url) => new JSDOM(html, { url: url ?? "https://example.org/", virtualConsole: new VirtualConsole() });

const CLEANERS = {
  "readability.js": async (html, url) => {
    const found = new Readability(open(html, url).window.document).parse();
    if (!found) return {};
    const authors = found.byline ? [found.byline] : [];
    return { content: found.content ?? "", title: found.title, authors, date: found.publishedTime ?? null };
  },
  defuddle: async (html, url) => {
    const found = await Defuddle(open(html, url), url ?? "https://example.org/", { useAsync: false });
    const authors = found.author ? [found.author] : [];
    return { content: found.content, title: found.title, authors, date: found.published || null };
  },
};

const clean = CLEANERS[process.argv[2]];
// What a cleaner says of itself would stand between the answers.
console.log = console.info = console.warn = console.error = () => {};
for await (const line of createInterface({ input: process.stdin })) {
  const page = JSON.parse(line);
  const answer = { text: "", title: null, authors: [], date: null, fault: null };
  const started = process.cpuUsage();
  let spent = null;
  try {
    const { content, ...facts } = await clean(page.html, page.url);
    spent = process.cpuUsage(started);
    Object.assign(answer, facts, { text: content ? text(content) : "" });
  } catch (fault) {
    answer.fault = String(fault);
  }
  spent ??= process.cpuUsage(started);
  process.stdout.write(JSON.stringify({ ...answer, ms: (spent.user + spent.system) / 1000 }) + "\n");
}
