// What holds of every page: no violation that axe finds, light and dark, narrow and wide; nothing
// runs out of a screen of 320 px, nor of 640 px with text of twice the size.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assert, logIn, searchUnknownPage } from './steps.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const kPublic = ['/prenumerera', '/logga-in', '/finns-inte'];
const kDesk = [
  '/', '/?status=alla', '/?q=finnsinte', '/lagg-till', '/traffar/1', '/profiler',
  '/profiler/finansiering', '/profiler/ny', '/kallor', '/prenumeranter', '/utskick', '/kalender', '/uppfoljning',
];

export async function accessibleLight(world) {
  await eachPage(world, { colorScheme: 'light' }, noViolations);
}

export async function accessibleDark(world) {
  await eachPage(world, { colorScheme: 'dark', viewport: { width: 390, height: 800 } }, noViolations);
}

export async function fitsANarrowScreen(world) {
  await eachPage(world, { viewport: { width: 320, height: 700 } }, fits);
}

export async function fitsTextOfTwiceTheSize(world) {
  await eachPage(world, { viewport: { width: 640, height: 700 } }, async (page, path) => {
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    await fits(page, path);
  });
}

// The policy of our own pages would keep axe out, too.
async function eachPage(world, options, check) {
  const page = await world.newPage({ bypassCSP: true, ...options });
  for (const path of kPublic) await visit(world, page, path, check);
  await logIn({ demo: world.demo, page });
  for (const path of kDesk) await visit(world, page, path, check);
  await searchUnknownPage({ demo: world.demo, page });
  await check(page, 'what was found at an address');
  await page.context().close();
}

async function visit(world, page, path, check) {
  await page.goto(world.demo.base + path);
  await page.evaluate(() => {
    document.querySelectorAll('details').forEach(each => { each.open = true; });
    if (window.innerWidth < 400) document.getElementById('meny')?.showPopover();
  });
  await check(page, path);
}

async function noViolations(page, path) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  const words = violations.map(each => `${each.id}: ${each.help}\n    ${each.nodes.map(node => node.html.slice(0, 200)).slice(0, 3).join('\n    ')}`);
  assert.equal(violations.length, 0, `${path}: ${words.join('\n  ')}`);
}

async function fits(page, path) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${path} is ${over} px too wide`);
}
