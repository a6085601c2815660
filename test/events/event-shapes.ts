import ts from 'typescript';

/** What a value looks like: the name of a plain value, a list, an object (optional keys end in `?`), or one of several. */
export type Shape =
  | string
  | { readonly literal: string | number | boolean }
  | { readonly list: Shape }
  | { readonly keys: Readonly<Record<string, Shape>> }
  | { readonly oneOf: readonly Shape[] };

/** The shapes of all members of a union of events, by type, read from the sources by the compiler. */
export function eventShapes(file: string, union: string): ReadonlyMap<string, Shape> {
  const { checker, source } = compiled(file);
  const alias = source.statements.find(
    (statement): statement is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(statement) && statement.name.text === union,
  );
  if (!alias) throw new Error(`${file} has no type ${union}`);
  const type = checker.getTypeAtLocation(alias);
  const members = type.isUnion() ? type.types : [type];
  return new Map(
    members.map((member) => {
      const shape = shapeOf(member, checker);
      return [nameOf(shape), shape];
    }),
  );
}

function compiled(file: string): { readonly checker: ts.TypeChecker; readonly source: ts.SourceFile } {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    readonly config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, '.');
  const program = ts.createProgram([file], { ...options, incremental: false, noEmit: true });
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`there is no ${file}`);
  return { checker: program.getTypeChecker(), source };
}

function nameOf(shape: Shape): string {
  const type = typeof shape === 'object' && 'keys' in shape ? shape.keys['type'] : undefined;
  if (typeof type !== 'object' || !('literal' in type)) throw new Error('an event has a literal type');
  return String(type.literal);
}

function shapeOf(type: ts.Type, checker: ts.TypeChecker): Shape {
  if (type.isStringLiteral() || type.isNumberLiteral()) return { literal: type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { literal: checker.typeToString(type) === 'true' };
  if (type.flags & ts.TypeFlags.Boolean) return 'boolean';
  if (type.flags & ts.TypeFlags.String) return 'text';
  if (type.flags & ts.TypeFlags.Number) return 'number';
  if (type.isUnion()) return oneOf(type.types.filter(isThere).map((member) => shapeOf(member, checker)));
  if (type.isIntersection() && type.types.some(isPlain)) return brandOf(type, checker);
  if (checker.isArrayType(type))
    return { list: shapeOf(checker.getTypeArguments(type as ts.TypeReference)[0] ?? type, checker) };
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return { keys: keysOf(type, checker) };
  throw new Error(`an event cannot hold ${checker.typeToString(type)}`);
}

/** Alternatives in one order, whatever order the compiler met them in; true and false are one. */
function oneOf(shapes: readonly Shape[]): Shape {
  const texts = new Set(shapes.map((shape) => JSON.stringify(shape)));
  if (texts.delete('{"literal":true}') && texts.delete('{"literal":false}')) texts.add('"boolean"');
  const sorted = [...texts].sort().map((text) => JSON.parse(text) as Shape);
  return sorted.length === 1 && sorted[0] !== undefined ? sorted[0] : { oneOf: sorted };
}

/** A branded value, by the name of its brand: `ExchangeId` is not `HubId` though both are text. */
function brandOf(type: ts.IntersectionType, checker: ts.TypeChecker): Shape {
  for (const property of type.types.filter((part) => !isPlain(part)).flatMap((part) => part.getProperties())) {
    const brand = checker.getTypeOfSymbol(property);
    const plain = type.types.find(isPlain);
    if (brand.isStringLiteral() && plain)
      return `${plain.flags & ts.TypeFlags.String ? 'text' : 'number'} ${brand.value}`;
  }
  throw new Error(`what is ${checker.typeToString(type)}?`);
}

function keysOf(type: ts.Type, checker: ts.TypeChecker): Readonly<Record<string, Shape>> {
  const keys = type.getProperties().map((property): readonly [string, Shape] => {
    const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    return [`${property.name}${optional ? '?' : ''}`, shapeOf(checker.getTypeOfSymbol(property), checker)];
  });
  return Object.fromEntries([...keys].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isPlain(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Number)) !== 0;
}

function isThere(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Undefined) === 0;
}

/** Where a value is not of its shape, in words; undefined where it is. */
export function mismatch(value: unknown, shape: Shape, at = 'the event'): string | undefined {
  if (typeof shape === 'string') return plainMismatch(value, shape, at);
  if ('literal' in shape) return value === shape.literal ? undefined : `${at} is not ${JSON.stringify(shape.literal)}`;
  if ('oneOf' in shape) {
    const fits = shape.oneOf.some((one) => mismatch(value, one, at) === undefined);
    return fits ? undefined : `${at} is none of what it may be`;
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return `${at} is no list`;
    return firstOf(value.map((item: unknown, index) => mismatch(item, shape.list, `${at}[${String(index)}]`)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${at} is no object`;
  const fields = value as Readonly<Record<string, unknown>>;
  const known = Object.keys(shape.keys).map((key) => key.replace('?', ''));
  const added = Object.keys(fields).find((key) => !known.includes(key));
  if (added !== undefined) return `${at} has ${added}, which is unknown`;
  return firstOf(
    Object.entries(shape.keys).map(([key, inner]) => {
      const name = key.replace('?', '');
      if (fields[name] === undefined) return key === name ? `${at} has no ${name}` : undefined;
      return mismatch(fields[name], inner, `${at}.${name}`);
    }),
  );
}

function plainMismatch(value: unknown, shape: string, at: string): string | undefined {
  const kinds = { text: 'string', number: 'number', boolean: 'boolean' } as Readonly<Record<string, string>>;
  return typeof value === kinds[shape.split(' ')[0] ?? ''] ? undefined : `${at} is not of the kind ${shape}`;
}

function firstOf(found: readonly (string | undefined)[]): string | undefined {
  return found.find((one) => one !== undefined);
}
