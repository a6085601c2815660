import { registerOrigins } from '../e2e/registered-origins.js';
import { serverUrl, viewsUpToDate } from '../e2e/server.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { addressOf, elsewhereOf, inTheWayOn, kinds, type Opened } from './every-page.js';
import { openHub, type Neighbour } from './hub.js';
import { livesIn, openStreet } from './lived-in.js';
import { erased } from './views/leaving-views.js';
import { strangerViews } from './views/stranger-views.js';
import type { View } from './views/view.js';
import { backHome, memberViews } from './views/views.js';

interface Seen extends Opened {
  readonly address: string;
  readonly member: Neighbour;
  /** With nothing that waits, who may leave. */
  readonly leaver: Neighbour;
}

let pages: readonly Seen[];
beforeAll(async () => {
  const hub = await openHub('accessibile', { floor: { kind: 'SOFT', minutes: -600 }, ceiling: { kind: 'NONE' } });
  const street = await openStreet(hub);
  await registerOrigins(hub.bank, [elsewhereOf(serverUrl())]);
  pages = await Promise.all(
    kinds.map(async (kind) => {
      const address = addressOf(kind, serverUrl(), hub.handle);
      const [member, leaver] = [await livesIn(street, `Lucia ${kind}`), await hub.admit(`Dora ${kind}`)];
      const page = await (await openDevice()).newPage();
      await page.goto(address);
      return { kind, address, page, member, leaver };
    }),
  );
}, 60_000);
afterAll(closeBrowser);

async function lookAtAll({ open }: View): Promise<void> {
  await viewsUpToDate();
  expect(await inTheWayOn(pages, ({ page }) => open(page))).toEqual([]);
}

const nobody = `nessuno-${crypto.randomUUID()}@posta.example`;
test.each(strangerViews(nobody))(
  '$name: nothing is in the way on any page, in either language',
  async (view) => {
    await lookAtAll(view);
  },
  30_000,
);

describe('for a member', () => {
  beforeAll(async () => {
    await Promise.all(pages.map(({ page, address, member }) => signIn(page, address, member)));
  }, 30_000);

  test.each(memberViews)(
    '$name: nothing is in the way on any page, in either language',
    async (view) => {
      await Promise.all(pages.map(({ page }) => backHome(page)));
      await lookAtAll(view);
    },
    30_000,
  );
});

describe('for whoever leaves', () => {
  beforeAll(async () => {
    await Promise.all(pages.map(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await Promise.all(pages.map(({ page, address, leaver }) => signIn(page, address, leaver)));
  }, 30_000);

  test('erased: nothing is in the way on any page, in either language', async () => {
    await lookAtAll(erased);
  }, 30_000);
});

test('an unknown hub: nothing is in the way on any page, in either language', async () => {
  const found = inTheWayOn(pages, async ({ kind, page }) => {
    await page.goto(addressOf(kind, serverUrl(), 'nessuno'));
    await page.getByText('hub="nessuno"').waitFor();
  });
  expect(await found).toEqual([]);
}, 30_000);
