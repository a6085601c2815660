import type { Page } from 'playwright-core';
import { registerOrigins } from '../e2e/registered-origins.js';
import { serverUrl } from '../e2e/server.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Neighbour } from './hub.js';
import { livesIn, openStreet } from './lived-in.js';
import { inTheWay } from './sights.js';
import { strangerViews } from './views/stranger-views.js';
import type { View } from './views/view.js';
import { backHome, memberViews } from './views/views.js';

/** The invented pages stand on an origin of their own, as hubs' pages do. */
const elsewhere = serverUrl().replace('127.0.0.1', 'localhost');

/** The client's own page, and one of each kind of hub. */
const kinds = ['own', 'comune', 'cooperativa', 'associazione'] as const;

interface Seen {
  readonly kind: (typeof kinds)[number];
  readonly address: string;
  readonly page: Page;
  readonly member: Neighbour;
}

let pages: readonly Seen[];
beforeAll(async () => {
  const hub = await openHub('accessibile', { floor: { kind: 'SOFT', minutes: -600 }, ceiling: { kind: 'NONE' } });
  const street = await openStreet(hub);
  await registerOrigins(hub.bank, [elsewhere]);
  pages = await Promise.all(
    kinds.map(async (kind) => {
      const address = kind === 'own' ? hub.page : `${elsewhere}/demo/${kind}?hub=${hub.handle}`;
      const member = await livesIn(street, `Lucia ${kind}`);
      const page = await (await openDevice()).newPage();
      await page.goto(address);
      return { kind, address, page, member };
    }),
  );
}, 60_000);
afterAll(closeBrowser);

/** Side by side: each is its own browser's. */
async function lookAtAll({ open }: View): Promise<void> {
  const found = pages.map(async ({ kind, page }) => {
    await open(page);
    return (await inTheWay(page)).map((each) => ({ kind, ...each }));
  });
  expect((await Promise.all(found)).flat()).toEqual([]);
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
