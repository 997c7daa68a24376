// What several stories do.
import assert from 'node:assert/strict';

export async function logIn({ demo, page }) {
  await page.goto(demo.base + '/logga-in');
  await page.fill('input[type=email]', demo.email);
  await page.fill('input[type=password]', demo.password);
  await page.click('main button');
  await page.waitForSelector('#meny', { state: 'attached' });
}

// Looks at the demo's page that is in no source yet, and shows what could be read there.
export async function searchUnknownPage({ demo, page }) {
  await page.goto(demo.base + '/kallor');
  await page.click('a:has-text("Region Gävleborg")');
  const known = await page.locator('a[href^="http://127.0.0.1"]').first().getAttribute('href');
  await page.goto(demo.base + '/kallor');
  await page.fill('#k-u', new URL('/nordanbygd/', known).href);
  await page.click('button:has-text("Sök flöden")');
  await page.waitForSelector('.picker');
}

// Loads the page until the words are on it: the daemon works beside.
export async function untilItSays(page, address, words) {
  const until = Date.now() + 20_000;
  do {
    await page.goto(address);
    if ((await page.textContent('main')).includes(words)) return;
    await page.waitForTimeout(300);
  } while (Date.now() < until);
  throw new Error(`${address} never said: ${words}`);
}

export const heading = page => page.textContent('h1');

export const note = page => page.textContent('[role=status]');

// The number that the heading begins with; none is 0.
export async function countIn(page) {
  const found = (await heading(page)).match(/^[\d\u00a0]+/);
  return found ? Number(found[0].replace(/\D/g, '')) : 0;
}

export { assert };
