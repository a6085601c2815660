/** JSON under a key of the browser's. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) };
}

/** @throws where the key is another one */
export async function openSealed(key: CryptoKey, { nonce, text }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, text);
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}
