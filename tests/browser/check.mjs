// Reads built sites as their readers do, in a real browser: every kind of page by axe, light and dark, wide and as narrow as
// a phone; no page scrolls sideways; every link and fragment leads somewhere; nothing is fetched from elsewhere; and no
// hostile text runs.
//
//   node check.mjs CHROMIUM HOSTILE_DIR SITE...
//
// The first site is read in every look, the second, in another language, in fewer, and of the others the yearly analyses.
//
// Prints what is wrong, one line a fault, and how much was looked at. Exit code 1 for a fault, 2 when it could not look.

import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, hostile, ...sites] = process.argv.slice(2);
if (!executablePath || !hostile || sites.length === 0) {
  console.error('usage: node check.mjs CHROMIUM HOSTILE_DIR SITE...');
  process.exit(2);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PARALLEL = 3;

// Contrast takes axe as long as all its other rules together. It depends on the colours, the others on the layout, so each
// is judged in every look in which it can differ; in a second language, where colours are the same, once.
const ALL = {};
const CONTRAST = { runOnly: ['color-contrast'] };
const LAYOUT = { rules: { 'color-contrast': { enabled: false } } };
const EVERY_LOOK = [
  { width: 1200, colorScheme: 'light', rules: ALL },
  { width: 1200, colorScheme: 'dark', rules: CONTRAST },
  { width: 320, colorScheme: 'light', rules: LAYOUT },
  { width: 320, colorScheme: 'dark', rules: CONTRAST },
];
const OTHERWISE = [
  { width: 1200, colorScheme: 'light', rules: LAYOUT },
  { width: 320, colorScheme: 'dark', rules: ALL },
];

// Of a telephone, a tablet, half a screen, either side of where tables become cards, and a screen.
const WIDTHS = [320, 600, 768, 960, 1000, 1020, 1200];

const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

function htmlFiles(dir) {
  return readdirSync(dir, { recursive: true })
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => join(dir, path));
}

/** Gives a page's kind: its path with what tells one of a kind from another left out. */
function kind(path) {
  return path
    .replace(/\d{4}-\d{4}/g, 'CASE')
    .replace(/\d{4}/g, 'YEAR')
    .replace(/^(cases\/year-YEAR-[a-z]+)-.*/, '$1-PART.html')
    .replace(/^(cases\/(?:stage|clause))-.*/, '$1-PART.html')
    .replace(/^clause-\d/, 'clause-N')
    .replace(/^work\/.*/, 'work/PERSON.html');
}

/** Chooses of each kind the page with most in it. */
function oneOfEach(site, files) {
  const chosen = new Map();
  for (const file of files) {
    const of = kind(relative(site, file));
    const size = statSync(file).size;
    if (!chosen.has(of) || chosen.get(of).size < size) chosen.set(of, { file, size });
  }
  return [...chosen.values()].map((one) => one.file);
}

/** Runs `work` over the items with a few pages of a browser at once. */
async function together(browser, options, items, work) {
  const queue = [...items];
  const one = async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!/^(file|data|about|blob):/.test(request.url())) fault(page.url(), `asks for ${request.url()}`);
    });
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(page, item);
    await context.close();
  };
  await Promise.all(Array.from({ length: PARALLEL }, one));
}

async function accessible(browser, files, looks) {
  let runs = 0;
  await together(browser, {}, files, async (page, file) => {
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: 900 });
      await page.emulateMedia({ colorScheme: look.colorScheme });
      if (look === looks[0]) {
        await page.goto(pathToFileURL(file).href);
        // What stands behind a fold is read as well.
        await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
        await page.evaluate(axe);
      }
      const where = `${file} (${look.width} px, ${look.colorScheme})`;
      const found = await page.evaluate((options) => globalThis.axe.run(document, options), { resultTypes: ['violations'], ...look.rules });
      for (const violation of found.violations) {
        const nodes = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ');
        fault(where, `${violation.id}: ${violation.help} (${violation.nodes.length}: ${nodes})`);
      }
      runs += 1;
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) fault(`${file} (${width} px)`, `scrolls sideways by ${wide} px`);
    }
  });
  return runs;
}

const unescaped = (text) => text.replace(/&quot;/g, '"').replace(/&#x2f;/gi, '/').replace(/&#39;|&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
const attribute = (html, names) => [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map((found) => unescaped(found[1]));

/** Follows the links of all pages; the site's own pages quote every attribute, so that no browser is needed for it. */
function linked(site, files) {
  const pages = new Map(files.map((file) => {
    const html = readFileSync(file, 'utf8');
    return [resolve(file), {
      ids: attribute(html, 'id'),
      links: attribute(html, 'href|src'),
      described: attribute(html, 'aria-labelledby|aria-describedby').flatMap((ids) => ids.split(/\s+/).filter(Boolean)),
    }];
  }));
  let links = 0;
  for (const [file, page] of pages) {
    const ids = new Set(page.ids);
    if (ids.size !== page.ids.length) fault(file, 'an id stands there twice');
    for (const id of page.described) if (!ids.has(id)) fault(file, `is named by #${id}, which is not there`);
    for (const link of new Set(page.links)) {
      const url = new URL(link, pathToFileURL(file));
      if (url.protocol !== 'file:') {
        if (!/^(https?|mailto|tel):$/.test(url.protocol)) fault(file, `links to ${link}`);
        continue;
      }
      links += 1;
      const fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      const target = fileURLToPath(url);
      if (!existsSync(target)) fault(file, `links to ${link}, which is not there`);
      else if (relative(resolve(site), target).startsWith('..')) fault(file, `links out of the site: ${link}`);
      else if (fragment && !pages.get(target)?.ids.includes(fragment)) fault(file, `links to ${link}: no such place`);
    }
  }
  return links;
}

/** Notes in the page itself whether anything ran, whatever ran it. */
const watch = () => {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(globalThis, name, { value: () => { globalThis.ran = true; } });
  }
};

/** Pokes at everything that waits for a reader: pointers, focus. */
const poke = () => {
  for (const element of document.querySelectorAll('*')) {
    for (const event of ['click', 'mouseover', 'mouseenter', 'focus', 'pointerenter', 'toggle']) {
      if (event !== 'click' || !element.closest('a[href], form, button')) element.dispatchEvent(new Event(event, { bubbles: true }));
    }
  }
  return new Promise((done) => { setTimeout(() => done(globalThis.ran === true), 5); });
};

async function inert(browser, hostile) {
  const pages = htmlFiles(hostile);
  if (pages.length === 0) throw new Error(`${hostile} has no pages`);
  const watched = new WeakSet();
  await together(browser, {}, pages, async (page, file) => {
    if (!watched.has(page)) await page.addInitScript(watch);
    watched.add(page);
    await page.goto(pathToFileURL(file).href);
    if (await page.evaluate(poke)) fault(file, 'a hostile text ran');
  });
  // Behind the escaping stands the policy of the page: even text that is not escaped at all does not run. That the same
  // text runs without the policy shows that this would be seen.
  const payloads = JSON.parse(readFileSync(join(hostile, 'payloads.json'), 'utf8'));
  const policy = readFileSync(pages[0], 'utf8').match(/<meta http-equiv="Content-Security-Policy"[^>]*>/)?.[0];
  if (!policy) fault(pages[0], 'has no Content-Security-Policy');
  // Each stands in a frame of its own, many in a page; what it wants to fetch is no part of this.
  const context = await browser.newContext({ offline: true });
  await context.addInitScript(watch);
  const ran = async (some, head) => {
    const page = await context.newPage();
    const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
    const frame = (payload) => `<iframe srcdoc="${quoted(`<!doctype html><html><head>${head}</head><body>${payload}</body></html>`)}"></iframe>`;
    await page.setContent(some.map(frame).join(''), { waitUntil: 'domcontentloaded' });
    await page.waitForTimeout(200);
    const frames = await Promise.all((await page.$$('iframe')).map((element) => element.contentFrame()));
    // A text may lead its frame away, to where there is nothing.
    const did = await Promise.all(frames.map((inner) => inner?.evaluate(poke).catch(() => false) ?? false));
    await page.close();
    return some.filter((_, at) => did[at]);
  };
  const BATCH = 50;
  for (let at = 0; at < payloads.length; at += BATCH) {
    for (const payload of await ran(payloads.slice(at, at + BATCH), policy ?? '')) fault('policy', `does not stop ${JSON.stringify(payload)}`);
  }
  const control = payloads.slice(0, 2 * BATCH);
  const without = (await ran(control, '')).length;
  await context.close();
  if (without === 0) fault('policy', 'no hostile text ran without it either: this check sees nothing');
  return { pages: pages.length, payloads: payloads.length, control: control.length, without };
}

const started = Date.now();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const say = (line) => console.log(`${line} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
for (const site of sites) {
  const files = htmlFiles(site);
  if (files.length === 0) throw new Error(`${site} has no pages`);
  // Sites after the first two are there for their yearly analyses.
  const analyses = sites.indexOf(site) > 1;
  const chosen = oneOfEach(site, files).filter((file) => !analyses || /^analysis/.test(relative(site, file)));
  const runs = await accessible(browser, chosen, site === sites[0] ? EVERY_LOOK : OTHERWISE);
  const links = linked(site, files);
  say(`${site}: ${chosen.length} kinds of page by axe in ${runs} looks, ${links} links on ${files.length} pages`);
}
const tried = await inert(browser, hostile);
say(`${hostile}: ${tried.pages} pages with hostile texts; ${tried.payloads} unescaped texts, and without the policy ${tried.without} of ${tried.control} of them run`);
await browser.close();

for (const line of faults.slice(0, 100)) console.error(line);
if (faults.length > 0) {
  console.error(`${faults.length} faults`);
  process.exit(1);
}
