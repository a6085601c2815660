import type { Download, Page } from 'playwright-core';

interface Downloaded {
  readonly file: Download;
  readonly bytes: Buffer;
}

/** What the browser would put into the folder of downloads. */
export async function downloaded(page: Page, name: string): Promise<Downloaded> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  const pieces: Buffer[] = [];
  for await (const piece of await file.createReadStream()) pieces.push(piece as Buffer);
  return { file, bytes: Buffer.concat(pieces) };
}
