// Whole stories in a real browser against the real daemon: node main.mjs PROGRAM [STORY…]
// Each story is a function of stories.mjs or pages.mjs; one that fails leaves a picture.
import { chromium } from 'playwright-core';
import { startDemo } from './demo.mjs';
import * as stories from './stories.mjs';
import * as pages from './pages.mjs';

const [program, ...wanted] = process.argv.slice(2);
const demo = await startDemo(program);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;

for (const [name, story] of Object.entries({ ...stories, ...pages })) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const begin = Date.now();
  const world = await open(name);
  try {
    await story(world);
    if (world.complaints.length > 0) throw new Error('the browser complained:\n' + world.complaints.join('\n'));
    console.log(`ok    ${name} (${Date.now() - begin} ms)`);
  } catch (fault) {
    failed += 1;
    console.log(`FAIL  ${name}: ${fault.message}\n  at ${world.page.url()}`);
    await world.page.screenshot({ path: `failed-${name}.png`, fullPage: true });
  }
  await world.context.close();
}

await browser.close();
await demo.stop();
console.log(failed === 0 ? 'all stories end well' : `${failed} stories failed`);
process.exit(failed === 0 ? 0 : 1);

// What a story has: the demo, the browser, a page of its own, and what the browser complained of.
async function open(name) {
  const complaints = [];
  const newPage = async (options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on('console', message => {
      const isExpected = /status of (401|403|404|422|429)/.test(message.text());
      if (message.type() === 'error' && !isExpected) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('request', request => {
      if (!request.url().startsWith(demo.base)) complaints.push('asked elsewhere: ' + request.url());
    });
    return page;
  };
  const page = await newPage({ javaScriptEnabled: !name.startsWith('withoutScript'), reducedMotion: 'reduce' });
  return { demo, page, context: page.context(), newPage, complaints };
}
