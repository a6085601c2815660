/** What somebody is called by a neighbour: the first word of the name. */
export function firstName(displayName: string | null): string {
  return (displayName ?? '').split(' ')[0] ?? '';
}

/** A category as it is read: "piccole-riparazioni" → "Piccole riparazioni". */
export function categoryName(code: string): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
