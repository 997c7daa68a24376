// The pictures of docs/handbok.md, from the demo's real pages: node pictures.mjs PROGRAM FOLDER
// Each is one screen, without what changes nothing for the reader; larger than kBytesMax is a fault.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { mailTo, startDemo } from './demo.mjs';
import { logIn } from './steps.mjs';

const kBytesMax = 80_000;
const kWidth = 1280;
const kScale = 1;
const kColours = 64;

// What is on each, and what is done before.
const kPictures = {
  inkorg: { path: '/', height: 860 },
  traff: { path: '/', height: 900, prepare: openFirstHit },
  profil: { path: '/profiler/finansiering', height: 960, prepare: changeATerm },
  kallor: { path: '/kallor', height: 760 },
  utskick: { path: '/utskick', height: 860 },
  uppfoljning: { path: '/uppfoljning', height: 860 },
};

async function openFirstHit(page) {
  await page.click('.hit h2 a');
  await page.waitForURL(/traffar/);
}

// One word more, so that the panel says what the profile would gain and lose.
async function changeATerm(page) {
  await page.fill('#t3', 'stöd OR bidrag OR pengar');
  await page.waitForSelector('#panel .figs');
}

// What subscribers answer in their mails, so that the follow-up has something to tell.
async function answerMails(page, demo) {
  const interested = 0, applied = 2, granted = 3; // the buttons, in whatever language the reader has
  const answers = [applied, interested, applied, granted, interested, applied];
  const mail = await mailTo(demo, '@', text => text.includes(demo.base + '/s/'));
  const links = new Set(mail.split(demo.base + '/s/').slice(1).map(text => text.match(/^[\w-]+/)[0]));
  for (const link of links) {
    const answer = answers.shift();
    if (answer === undefined) return;
    await page.goto(demo.base + '/s/' + link);
    await page.click(`main button >> nth=${answer}`);
  }
}

const [program, folder] = process.argv.slice(2);
const demo = await startDemo(program);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({
  viewport: { width: kWidth, height: 700 }, colorScheme: 'light', deviceScaleFactor: kScale,
  reducedMotion: 'reduce', locale: 'sv-SE',
});
const page = await context.newPage();
let tooLarge = 0;
await answerMails(page, demo);
await logIn({ demo, page });
for (const [name, { path, height, prepare }] of Object.entries(kPictures)) {
  await page.setViewportSize({ width: kWidth, height });
  await page.goto(demo.base + path);
  if (prepare) await prepare(page);
  await page.evaluate(() => document.activeElement?.blur());
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  execFileSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '--nofs', String(kColours), file]);
  const bytes = statSync(file).size;
  tooLarge += bytes > kBytesMax ? 1 : 0;
  console.log(`${bytes > kBytesMax ? 'TOO LARGE' : 'ok'} ${file}: ${bytes} bytes`);
}
await browser.close();
await demo.stop();
process.exit(tooLarge === 0 ? 0 : 1);
