/** A category's code from its words: `Cura dei bambini` is `cura-dei-bambini`. */
export function categoryCode(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
