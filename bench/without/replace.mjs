import { register } from 'node:module';

const dist = new URL('../../dist/', import.meta.url);

/** A method of the product's in another form. @throws when there is no such method any more: then nothing is measured */
export function replaceMethod(type, name, make) {
  const original = type.prototype[name];
  if (typeof original !== 'function') throw new Error(`${type.name} has no ${name} to replace`);
  type.prototype[name] = make(original);
}

/** The module at `replacement` in the place of one of the product's, which it may import with `?original`. */
export async function replaceModule(path, replacement) {
  const target = new URL(path, dist).href;
  register('./replacing.mjs', { parentURL: import.meta.url, data: { target, replacement } });
  const { isReplaced } = await import(target);
  if (!isReplaced) throw new Error(`${path} was not replaced`);
}
