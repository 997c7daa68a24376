// What several stories do.
import assert from 'node:assert/strict';

export async function logIn({ demo, page }) {
  await page.goto(demo.base + '/logga-in');
  await page.fill('input[type=email]', demo.email);
  await page.fill('input[type=password]', demo.password);
  await page.click('main button');
  await page.waitForSelector('#meny', { state: 'attached' });
}

export const heading = page => page.textContent('h1');

export const note = page => page.textContent('[role=status]');

// The number that the heading begins with; none is 0.
export async function countIn(page) {
  const found = (await heading(page)).match(/^[\d\u00a0]+/);
  return found ? Number(found[0].replace(/\D/g, '')) : 0;
}

export { assert };
