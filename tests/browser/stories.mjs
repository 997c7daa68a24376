// The stories: what people do, from beginning to end.
import { linkIn, mailTo } from './demo.mjs';
import { assert, countIn, heading, logIn, note, searchUnknownPage, untilItSays } from './steps.mjs';

export async function loginRefusesAndLetsIn({ demo, page }) {
  await page.goto(demo.base + '/profiler');
  assert.match(page.url(), /logga-in/);
  await page.fill('input[type=email]', demo.email);
  await page.fill('input[type=password]', 'fel');
  await page.click('main button');
  assert.equal(await page.inputValue('input[type=password]'), '');
  assert.equal(await page.locator('#fel').count(), 1);
  await page.fill('input[type=email]', demo.email);
  await page.fill('input[type=password]', demo.password);
  await page.click('main button');
  await page.waitForSelector('#meny');
  assert.match(page.url(), /profiler$/);
}

export async function keepAndDismissByButton(world) {
  const { page } = world;
  await logIn(world);
  const before = await countIn(page);
  const title = (await page.textContent('.hit h2')).trim();
  await page.click('.hit button[value=behall]');
  assert.match(await note(page), new RegExp('Behållen: '));
  assert.equal(await countIn(page), before - 1);
  await page.click('[role=status] button');
  assert.match(await note(page), /Ångrat/);
  assert.equal(await countIn(page), before);
  assert.equal((await page.textContent('.hit h2')).trim(), title);
  await page.click('.hit button[value=avfarda]');
  await page.goto(world.demo.base + '/?status=avfardade');
  assert.ok((await page.textContent('main')).includes(title));
  await page.click('.hit button[value=behall]');
}

export async function keepAndDismissByKeyboard(world) {
  const { page } = world;
  await logIn(world);
  const before = await countIn(page);
  await page.locator('.hit').first().focus();
  await page.keyboard.press('j');
  assert.equal(await focusedHit(page), 1);
  await page.keyboard.press('k');
  assert.equal(await focusedHit(page), 0);
  await page.keyboard.press('a');
  await page.waitForSelector('[role=status]');
  assert.match(await note(page), /Avfärdad/);
  assert.equal(await countIn(page), before - 1);
  assert.equal(await focusedHit(page), 0); // the one that came after it: A again dismisses that
  // In a field the keys are letters.
  await page.fill('#f-q', '');
  await page.locator('#f-q').focus();
  await page.keyboard.type('ba');
  assert.equal(await page.inputValue('#f-q'), 'ba');
  assert.equal(await countIn(page), before - 1);
  await page.locator('.hit').first().focus();
  await page.keyboard.press('o');
  await page.waitForURL(/traffar/);
}

export async function severalAtOnce(world) {
  const { page } = world;
  await logIn(world);
  const before = await countIn(page);
  await page.locator('input[name=fall]').nth(0).check();
  await page.locator('input[name=fall]').nth(1).check();
  await page.click('#flera button[value=avfarda]');
  assert.match(await note(page), /2 träffar är avfärdade/);
  assert.equal(await countIn(page), before - 2);
  await page.click('[role=status] button');
  assert.equal(await countIn(page), before);
}

export async function correctAFactAndNoteIt(world) {
  const { page } = world;
  await logIn(world);
  await page.click('.hit h2 a');
  await page.click('summary:has-text("Rätta uppgifter")');
  await page.fill('#r-sista', '2031-03-05');
  await page.fill('#r-klockan', 'fyra');
  await page.click('button[value=ratta]');
  assert.equal(await page.getAttribute('#r-klockan', 'aria-invalid'), 'true');
  assert.equal(await page.inputValue('#r-sista'), '2031-03-05');
  await page.fill('#r-klockan', '16.00');
  await page.click('button[value=ratta]');
  assert.match(await note(page), /Rättelsen är sparad/);
  assert.match(await page.textContent('.slip'), /5.mars 2031/);
  await page.click('summary:has-text("Rätta uppgifter")');
  await page.click('button[value=ta-tillbaka]');
  assert.match(await note(page), /Rättelsen är tillbakatagen/);
  assert.doesNotMatch(await page.textContent('.slip'), /5.mars 2031/);
  await page.fill('textarea[name=anteckning]', 'Ringde upphandlaren.');
  await page.click('button[value=anteckna]');
  assert.match(await page.textContent('#anteckningar'), /Ringde upphandlaren/);
}

export async function tuneAProfile(world) {
  const { page, demo } = world;
  await logIn(world);
  await page.goto(demo.base + '/profiler/finansiering');
  // While one types: what is wrong at which character, then what it would gain and lose.
  await page.fill('#t3', '(stöd OR bidrag');
  await page.waitForSelector('#c3 .err');
  assert.match(await page.textContent('#c3'), /Rad 3, tecken 1/);
  await page.fill('#t3', 'stöd OR bidrag OR pengar');
  await page.waitForSelector('#panel .figs');
  assert.match(await page.textContent('#panel'), /vinner.*förlorar.*kvar/s);
  assert.equal(await page.locator('#c3 .err').count(), 0);
  await page.fill('#pk', 'Fler ord');
  await page.click('button[value=spara]');
  assert.match(await note(page), /Version 2 är sparad/);
  assert.match(await page.textContent('main'), /”Fler ord”/);
  await page.click('button[name=version][value="1"]');
  assert.match(await note(page), /Version 3 är sparad/);
}

export async function tryAProfileOnAText(world) {
  const { page, demo } = world;
  await logIn(world);
  await page.goto(demo.base + '/profiler/ny');
  await page.fill('#pn', 'Tvätt');
  await page.fill('#t1', 'tvätt');
  await page.fill('#pt', 'Uppdrag\nVi söker någon som tvättar arbetskläder.');
  await page.click('button[value=prova]');
  assert.match(await page.textContent('#prova'), /Det är en träff/);
  await page.click('button[name=former][value="1"]');
  assert.match(await page.textContent('#former'), /tvätten/);
}

export async function addACallByHand(world) {
  const { page, demo } = world;
  await logIn(world);
  await page.click('a[href="/lagg-till"]');
  await page.click('main form button');
  assert.equal(await page.locator('#fel').count(), 1);
  await page.fill('#l-rubrik', 'Utlysning: bidrag till arbetsintegrerande sociala företag');
  await page.fill('#l-text', 'Nu kan sociala företag söka bidrag, högst 400 000 kronor.\nSista ansökningsdag är den 5 mars 2031.');
  await page.click('main form button');
  assert.match(await note(page), /Tillagd/);
  assert.match(await page.textContent('main'), /400.000.kr/);
  assert.match(await page.textContent('main'), /Samordnaren/);
  assert.match(await page.textContent('.slip'), /5.mars 2031/);
}

export async function addASourceByTappingItsList(world) {
  const { page, demo } = world;
  await logIn(world);
  await searchUnknownPage(world);
  assert.match(await heading(page), /Vi hittade 3 sätt/);
  // The calendar looks most like a list; the news are what is wanted.
  assert.ok(await page.locator('#val-0').isChecked());
  await page.click('.pick:has-text("Lokal att hyra")');
  assert.ok(await page.locator('#val-1').isChecked());
  await page.fill('#k-n', 'Nordanbygd, nyheter för företag');
  await page.click('button:has-text("Lägg till källan")');
  await page.waitForSelector('h1:has-text("Nordanbygd, nyheter för företag")');
  // The daemon reads it by itself.
  const address = page.url();
  await untilItSays(page, demo.base + '/?status=alla&q=anställer', 'Bidrag till sociala företag som anställer');
  await page.goto(address);
  const brought = await page.textContent('main');
  assert.match(brought, /Frukostmöte om kommunens upphandlingar/);
  assert.doesNotMatch(brought, /Sagostund/);
  await page.click('summary:has-text("Ta bort")');
  await page.click('button[value=tabort]');
  assert.match(await note(page), /är borttagen/);
}

export async function subscribeWithDoubleOptIn({ demo, page }) {
  const address = 'bea@kooperativet.example';
  await page.goto(demo.base + '/prenumerera');
  await page.fill('input[type=email]', address);
  for (const box of await page.locator('main input[type=checkbox]').all()) await box.check();
  await page.click('main form button');
  assert.match(await page.textContent('main'), /e-post/);
  const mail = await mailTo(demo, address, text => text.includes(demo.base + '/b/'));
  await page.goto(linkIn(mail, demo, '/b/'));
  const before = page.url();
  await page.click('main form button');
  await page.waitForSelector('h1:has-text("Du är med")');
  assert.ok(before.includes('/b/'));
}

export async function answerFromADigest(world) {
  const { demo, page } = world;
  const mail = await mailTo(demo, '@', text => text.includes(demo.base + '/s/'));
  await page.goto(linkIn(mail, demo, '/s/'));
  const title = (await heading(page)).trim();
  await page.click('main button >> nth=0');
  assert.match(await heading(page), /Tack|Thank/);
  // The coordinator sees it.
  await logIn(world);
  await page.goto(demo.base + '/?status=alla&q=' + encodeURIComponent(title.split(' ').slice(0, 3).join(' ')));
  assert.match(await page.textContent('main'), /Svar:/);
  await page.goto(demo.base + '/uppfoljning');
  assert.match(await heading(page), /sökta och .* beviljade/);
}

export async function plansAMeetingAndAWeek(world) {
  const { demo, page } = world;
  await logIn(world);
  await page.goto(demo.base + '/kalender');
  await page.click('summary:has-text("Lägg in en träff")');
  await page.fill('#f-titel', 'Höstens nätverksträff');
  const day = new Date(Date.now() + 12 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await page.fill('#f-dag', day);
  await page.fill('#f-borjar', '13:00');
  await page.fill('#f-slutar', '15:30');
  await page.fill('#f-plats', 'Folkets hus, Bollnäs');
  await page.click('button[value=mote]');
  assert.match(await note(page), /Träffen är sparad/);
  assert.match(await page.textContent('main'), /kl\. 13\.00–15\.30/);
  await page.goto(demo.base + '/utskick');
  await page.fill('#v-rader', 'Hej alla! Missa inte träffen i Bollnäs.');
  await page.check('input[value=tidigare]');
  await page.selectOption('#v-d', '2');
  await page.click('button:has-text("Spara veckan")');
  assert.match(await note(page), /Sparat/);
  assert.match(await page.textContent('table'), /Skrivna/);
  // The preview shows both.
  const mail = page.frameLocator('iframe.mail');
  await mail.locator('text=Missa inte träffen i Bollnäs').waitFor();
  await mail.locator('text=Höstens nätverksträff').first().waitFor();
  // Called off again, and the week as before.
  await page.check('input[value=vanligt]');
  await page.fill('#v-rader', '');
  await page.click('button:has-text("Spara veckan")');
  await page.goto(demo.base + '/kalender');
  await page.click('#moten ~ ul summary');
  await page.click('button[name=installd]');
  assert.match(await note(page), /inställd/);
}

export async function withoutScriptEverythingWorks(world) {
  const { page, demo } = world;
  await logIn(world);
  // How many wait may change meanwhile: the daemon matches anew what a profile said before.
  const kept = await page.locator('.hit h3 a, .hit h2 a').first().getAttribute('href');
  await page.click('.hit button[value=behall]');
  assert.match(await note(page), /Behållen/);
  assert.equal(await page.locator(`.hit a[href="${kept}"]`).count(), 0);
  await page.click('[role=status] button');
  await page.selectOption('#f-s', '7');
  await page.click('.filter button');
  assert.match(page.url(), /stanger=7/);
  await page.goto(demo.base + '/profiler/finansiering');
  await page.fill('#t3', 'stöd');
  await page.click('button[value=rakna]:not([aria-hidden])');
  assert.match(await page.textContent('#panel'), /vinner/);
}

async function focusedHit(page) {
  const ids = await page.locator('.hit').evaluateAll(hits => hits.map(hit => hit === document.activeElement));
  return ids.indexOf(true);
}
