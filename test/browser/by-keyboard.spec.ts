import type { Locator, Page } from 'playwright-core';
import { codesSentTo } from '../e2e/signing-in.js';
import { arrived, closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { coloursAt, sidesOf } from './pixels.js';
import { livedIn, log } from './lived-in.js';

let hub: Hub;
let lucia: Neighbour;
let fosca: Neighbour;
beforeAll(async () => {
  hub = await openHub('tastiera');
  lucia = await livedIn(hub);
  fosca = await hub.admit('Fosca Riva');
  await log(hub, lucia, { provider: lucia, receiver: fosca, minutes: 60 });
}, 60_000);
afterAll(closeBrowser);

/** Tab until the focus is there: as far as any page of ours may be long. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await target.count()) > 0 && (await target.first().evaluate(hasFocus))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nobody comes to ${String(target)} by Tab`);
}

/** One Tab reaches a group, arrows go through it. */
async function choose(page: Page, group: string, name: string): Promise<void> {
  const radios = page.getByRole('group', { name: group }).getByRole('radio');
  await radios.first().waitFor();
  await tabTo(page, radios);
  await page.keyboard.press('Space');
  const wanted = page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });
  for (let presses = await radios.count(); presses > 0 && !(await wanted.isChecked()); presses -= 1)
    await page.keyboard.press('ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
}

function hasFocus(element: Element): boolean {
  return (element.getRootNode() as Document | ShadowRoot).activeElement === element;
}

test('a screen reader is told what everything is', async () => {
  const page = await (await openDevice()).newPage();
  await signIn(page, hub.page, lucia);
  const told = async (): Promise<string> => page.locator('banca-tempo').ariaSnapshot();
  const home = await told();
  for (const said of [
    'heading "Banca di tastiera" [level=1]',
    'Il tuo saldo: 2 ore e 15 minuti a credito',
    'button "Conferma"',
    'button "Registra ore: ho dato"',
    'button "Registra ore: ho ricevuto"',
    'button "Profilo: Lucia Bianchi"',
    'navigation "Conto"',
    'status',
  ])
    expect(home).toContain(said);
  const described = await page.getByRole('button', { name: 'Conferma' }).evaluateAll(describedBy);
  expect(described.join()).toContain('Carla Ferri dice di averti dato 45 minuti');
  await page.locator('#gave').click();
  await page.getByRole('group', { name: 'A chi?' }).waitFor();
  const form = await told();
  for (const said of ['group "A chi?"', 'group "Quanto tempo?"', 'radio "un’ora e 30 minuti"', 'button "Invia"'])
    expect(form).toContain(said);
  await page.getByRole('button', { name: 'Invia' }).click();
  expect(await told()).toContain('group "Manca qualcosa"');
  await page.context().close();
}, 60_000);

function describedBy(elements: readonly Element[]): readonly string[] {
  return elements.map((element) => {
    const id = element.getAttribute('aria-describedby') ?? '';
    return (element.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '';
  });
}

test('signing in, logging, confirming, looking back and leaving: all of it by keyboard alone', async () => {
  const page = await (await openDevice()).newPage();
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  await page.goto(hub.page);
  await tabTo(page, page.getByLabel('La tua e-mail'));
  await page.keyboard.type(fosca.email);
  await page.keyboard.press('Enter');
  const [code = ''] = await codesSentTo(fosca.email, 1);
  await page.getByLabel('Codice di 6 cifre').waitFor();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');

  await button('Conferma').waitFor();
  await tabTo(page, button('Conferma'));
  await page.keyboard.press('Enter');
  await page.locator('.result', { hasText: 'Confermato. Ora hai 1 h a debito.' }).waitFor();

  await tabTo(page, button('Registra ore: ho dato'));
  await page.keyboard.press('Enter');
  await choose(page, 'A chi?', 'Lucia Bianchi');
  await choose(page, 'Quanto tempo?', 'un’ora');
  await tabTo(page, button('Invia'));
  await page.keyboard.press('Enter');
  await page.getByText('Ora tocca a Lucia').first().waitFor();
  await tabTo(page, button('Torna al conto'));
  await page.keyboard.press('Enter');

  await tabTo(page, button('Ritira'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await tabTo(page, button('Storico'));
  await page.keyboard.press('Enter');
  await page.getByLabel('Vai al mese').waitFor();
  await tabTo(page, page.locator('button.line'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Che cosa è successo' }).waitFor();
  await tabTo(page, button('Indietro'));
  await page.keyboard.press('Enter');
  await page.getByLabel('Vai al mese').waitFor();
  await tabTo(page, button('Esci'));
  await page.keyboard.press('Enter');
  await page.getByLabel('La tua e-mail').waitFor();
  await page.context().close();
}, 60_000);

test('in forced colours every control has a border, and the focus a ring on all four sides', async () => {
  const page = await (await openDevice()).newPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(hub.page);
  await page.getByLabel('La tua e-mail').waitFor();
  await seen(page, page.locator('#tb-email'));
  await signIn(page, hub.page, lucia);
  for (const control of ['#gave', '[id^="confirm-"]', '[id^="decline-"]'])
    await seen(page, page.locator(control).first());
  await page.locator('#gave').click();
  await page.locator('.chip').first().waitFor();
  await arrived(page);
  await seen(page, page.locator('.chip').first(), page.locator('.chip input').first());
  await seen(page, page.locator('#send'));
  await page.context().close();
}, 60_000);

/** By pixel. @param focused what takes the focus, where it is not what is seen */
async function seen(page: Page, shown: Locator, focused = shown): Promise<void> {
  await page.evaluate(blur);
  await shown.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  const box = await shown.boundingBox();
  if (!box) throw new Error(`${String(shown)} is not seen`);
  const [ring, border, beyond] = [3.5, -1, 6.5].map((away) => sidesOf(box, away));
  const spots = [...(ring ?? []), ...(border ?? []), ...(beyond ?? [])];
  const before = await coloursAt(page, spots);
  await page.keyboard.press('Shift');
  await focused.focus();
  const after = await coloursAt(page, spots);
  const sides = [0, 1, 2, 3];
  const told = {
    control: String(shown),
    borders: sides.filter((side) => before[4 + side] !== before[8 + side]),
    rings: sides.filter((side) => after[side] !== before[side]),
  };
  expect(told).toEqual({ control: String(shown), borders: sides, rings: sides });
}

function blur(): void {
  const root = document.querySelector('banca-tempo')?.shadowRoot;
  for (const active of [root?.activeElement, document.activeElement]) if (active instanceof HTMLElement) active.blur();
}
