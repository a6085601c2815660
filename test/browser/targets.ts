import type { Page } from 'playwright-core';

/** Controls that may be smaller, by their id: none. */
const exceptions: readonly string[] = [];

/** Every control of the element that a finger would miss, or that nobody can call by a name. */
export function badTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((excepted) => {
    const sizeMin = 48;
    const host = document.querySelector('banca-tempo');
    const roots = host ? [host, ...(host.shadowRoot ? [host.shadowRoot] : [])] : [];
    const controls = roots.flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary'),
    ]);
    return controls.flatMap((control) => {
      const isInLabel = control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type);
      const { width, height } = (isInLabel ? (control.closest('label') ?? control) : control).getBoundingClientRect();
      if (!control.checkVisibility() || excepted.includes(control.id)) return [];
      const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : [];
      const name = control.getAttribute('aria-label') ?? [...labels, control].map((each) => each.textContent).join('');
      const said = `${control.localName}#${control.id || name.trim()} ${String(Math.round(width))}x${String(Math.round(height))}`;
      return width < sizeMin - 0.5 || height < sizeMin - 0.5 || name.trim() === '' ? [said] : [];
    });
  }, exceptions);
}
