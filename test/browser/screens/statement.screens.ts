import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { today } from '../../e2e/bank.js';
import { authorizationOf, serverUrl } from '../../e2e/server.js';
import { closeBrowser, openDevice } from '../browser.js';
import { openTown } from '../town.js';
import { livedIn } from '../lived-in.js';
import { languages, pictureAsItIs } from './picture.js';

afterAll(closeBrowser);

test('the first sheet of a statement', async () => {
  const { account, person } = await livedIn(await openTown('estratti.example'));
  const page = await (await openDevice({ width: 794 })).newPage();
  for (const language of languages) {
    const lang = language.slice(0, 2);
    const address = `${serverUrl()}/accounts/${account}/statement.pdf?from=2026-01-01&to=${today()}&lang=${lang}`;
    const answer = await fetch(address, { headers: { authorization: await authorizationOf(person) } });
    const sheet = firstSheet(Buffer.from(await answer.arrayBuffer()));
    await page.setContent(
      `<body style="margin:0"><img alt="" src="data:image/png;base64,${sheet.toString('base64')}">`,
    );
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await pictureAsItIs(page, `statement-pdf.${lang}`);
  }
  await page.context().close();
}, 60_000);

/** As poppler draws it, 96 points an inch. */
function firstSheet(pdf: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'reciproca-sheet-'));
  try {
    writeFileSync(join(folder, 'sheet.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '96', '-f', '1', '-l', '1', '-singlefile', '-png', 'sheet.pdf', 'sheet'], {
      cwd: folder,
    });
    return readFileSync(join(folder, 'sheet.png'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
