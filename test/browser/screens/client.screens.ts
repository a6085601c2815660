import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, openDevice, signIn } from '../browser.js';
import type { Hub, Neighbour } from '../hub.js';
import { livedIn } from '../lived-in.js';
import { openTown } from '../town.js';
import { erased } from '../views/leaving-views.js';
import { strangerViews } from '../views/stranger-views.js';
import { backHome, memberViews } from '../views/views.js';
import { languages, picture } from './picture.js';

afterAll(closeBrowser);

describe.each(languages)('in %s', (language) => {
  let town: Hub;
  let lucia: Neighbour;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    town = await openTown(language === 'it-IT' ? 'posta.example' : 'post.example');
    lucia = await livedIn(town);
    context = await openDevice({ language });
    page = await context.newPage();
    await page.goto(town.page);
  }, 60_000);
  afterAll(() => context.close());

  test.each(strangerViews('nessuno@posta.example'))('$name', async ({ name, open }) => {
    await open(page);
    await picture(page, name, language);
  });

  describe('a member', () => {
    beforeAll(() => signIn(page, town.page, lucia), 30_000);

    test.each(memberViews)(
      '$name',
      async ({ name, open }) => {
        await backHome(page);
        await open(page);
        await picture(page, name, language);
      },
      30_000,
    );

    test('erased', async () => {
      const dora = await town.admit('Dora Riva');
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await signIn(page, town.page, dora);
      await erased.open(page);
      await picture(page, erased.name, language);
    }, 30_000);
  });
});
