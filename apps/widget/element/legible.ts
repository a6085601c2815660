import { contrast, contrastMin } from './contrast.js';

/** Whether text, links and main buttons can be read in the colours of the page. */
export function isLegible(wrapper: Element, probe: Element): boolean {
  const { color: text, backgroundColor: surface } = getComputedStyle(wrapper);
  const { color: accent, backgroundColor: onAccent } = getComputedStyle(probe);
  return [contrast(text, surface), contrast(accent, surface), contrast(onAccent, accent)].every(
    (ratio) => ratio !== undefined && ratio >= contrastMin,
  );
}
