import type { Locator, Page } from 'playwright-core';

/** A view, and how one gets there. */
export interface View {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
}

export const button = (page: Page, name: RegExp): Locator => page.getByRole('button', { name });
