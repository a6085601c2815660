/** Methods that pages are known to replace, mostly those of arrays; strings, maps and sets have some of the same name. */
const names = [
  ...['at', 'concat', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'flat', 'flatMap', 'forEach'],
  ...['includes', 'indexOf', 'join', 'map', 'pop', 'push', 'reduce', 'reverse', 'shift', 'slice', 'some', 'sort'],
  ...['splice', 'unshift'],
];

/**
 * Runs in the page before anything else of ours: keeps the browser's own methods under names that no page knows, so that
 * whatever a page makes of them, before or afterwards, is no matter to us. Where it has done so before, an empty frame
 * still has the original ones. Of a page that froze its prototypes nothing is to be feared, and nothing can be kept.
 *
 * @returns under which key each method is found
 */
function keepMethods(methods) {
  const types = ['Array', 'String', 'Map', 'Set', 'NodeList'];
  const keys = {};
  const page = globalThis.document;
  let realm = globalThis;
  let isFrozen = false;
  let frame;
  for (const type of types) {
    isFrozen ||= !Object.isExtensible(globalThis[type].prototype);
    for (const name of methods) {
      const method = globalThis[type].prototype[name];
      if (frame || !method || /\[native code\]/.test(Function.prototype.toString.call(method))) continue;
      frame = page.documentElement.appendChild(page.createElement('iframe'));
      realm = frame.contentWindow;
    }
  }
  for (const name of methods) {
    keys[name] = isFrozen ? name : Symbol();
    for (const type of types) {
      const value = realm[type].prototype[name];
      if (isFrozen || !value) continue;
      for (const { prototype } of [globalThis[type], realm[type]])
        Object.defineProperty(prototype, keys[name], { value });
    }
  }
  frame?.remove();
  return keys;
}

/** What stands in front of the first script. @param codes in which methods are called by our names */
export function keepingMethods(codes) {
  const used = names.filter((name) => codes.some((code) => code.includes(`METHODS.${name}]`)));
  return `(${String(keepMethods)})(${JSON.stringify(used)})`;
}

/** `list.map(each)` becomes `list[METHODS.map](each)`. @param parse of Rollup */
export function withOwnMethods(code, parse) {
  const edits = [];
  visit(parse(code), ({ type, callee }) => {
    if (type !== 'CallExpression' || callee.type !== 'MemberExpression' || callee.computed) return;
    const { object, property, optional } = callee;
    if (!names.includes(property.name)) return;
    edits.push({ from: object.end, to: property.end, key: `${optional ? '?.' : ''}[METHODS.${property.name}]` });
  });
  edits.sort((one, other) => other.to - one.to);
  return edits.reduce(
    (text, { from, to, key }) => text.slice(0, from) + closing(text.slice(from, to)) + key + text.slice(to),
    code,
  );
}

/** The object may stand in brackets, which end after it does. */
function closing(between) {
  return between.replace(/\?*\.\s*\w+$/, '');
}

function visit(node, see) {
  if (Array.isArray(node)) for (const each of node) visit(each, see);
  else if (node && typeof node.type === 'string') {
    see(node);
    for (const part of Object.values(node)) if (part && typeof part === 'object') visit(part, see);
  }
}
