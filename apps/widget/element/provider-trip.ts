/** What a page keeps while its reader is at a provider: without it the code that comes back is worth nothing. */
const keptAt = (place: string): string => `${place} provider`;
const returned = /^#reciproca-(code|failure)=(.*)$/;

/** The provider sends the browser back to this very page. */
export async function leaveFor(place: string, address: URL): Promise<void> {
  const verifier = inBase64(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  sessionStorage.setItem(keptAt(place), verifier);
  address.searchParams.set('return', location.href.replace(location.hash, ''));
  address.searchParams.set('challenge', inBase64(new Uint8Array(digest)));
  location.assign(address);
}

export interface Arrival {
  readonly kind: 'code' | 'failure';
  readonly word: string;
  readonly verifier: string;
}

/** What came back, once, and to who had left: the address is as it was before. */
export function arrivalAt(place: string): Arrival | undefined {
  const [, kind, word = ''] = returned.exec(location.hash) ?? [];
  const verifier = sessionStorage.getItem(keptAt(place));
  if (kind === undefined || verifier === null) return undefined;
  sessionStorage.removeItem(keptAt(place));
  history.replaceState(history.state, '', location.href.replace(location.hash, ''));
  return { kind: kind === 'code' ? 'code' : 'failure', word, verifier };
}

function inBase64(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
