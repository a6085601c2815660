import type { Page } from 'playwright-core';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The colours of a page as it is seen, at some spots of its window. */
export async function coloursAt(page: Page, spots: readonly Spot[]): Promise<readonly string[]> {
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  return page.evaluate(
    async ({ data, asked }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return asked.map(({ x, y }) => [...(canvas?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [])].join());
    },
    { data: picture, asked: spots },
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In the middle of each of the four sides. @param away from the edge: outside, or within where it is below zero */
export function sidesOf({ x, y, width, height }: Box, away: number): readonly Spot[] {
  const [middle, centre] = [x + width / 2, y + height / 2];
  return [
    { x: middle, y: y - away },
    { x: x + width + away, y: centre },
    { x: middle, y: y + height + away },
    { x: x - away, y: centre },
  ];
}
