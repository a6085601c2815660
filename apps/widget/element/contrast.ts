type Colour = readonly [number, number, number];

export const contrastMin = 4.5;

/** As browsers say a resolved colour: `rgb(0, 102, 204)`, `color(srgb 0 0.4 0.8)`. */
export function colourIn(text: string): Colour | undefined {
  const numbers = text.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined || alpha < 1) return undefined;
  if (/^rgba?\(/.test(text)) return [red / 255, green / 255, blue / 255];
  return text.startsWith('color(srgb ') ? [red, green, blue] : undefined;
}

/** By WCAG 2.2; undefined where a colour cannot be told. */
export function contrast(one: string, other: string): number | undefined {
  const [first, second] = [colourIn(one), colourIn(other)].map((colour) => colour && luminance(colour));
  if (first === undefined || second === undefined) return undefined;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
