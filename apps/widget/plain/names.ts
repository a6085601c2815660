/** What somebody is called by a neighbour: the first word of the name. */
export function firstName(displayName: string | null): string {
  return (displayName ?? '').split(' ')[0] ?? '';
}

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function isEmail(text: string): boolean {
  return emailPattern.test(text);
}

/** A category as it is read: "piccole-riparazioni" → "Piccole riparazioni". */
export function categoryName(code: string): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
