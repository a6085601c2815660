/** Hooks that `replaceModule` gives to Node: what stands in the place of which module. */
const replacements = new Map();

export function initialize({ target, replacement }) {
  replacements.set(target, replacement);
}

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  return { ...found, url: replacements.get(found.url) ?? found.url };
}
