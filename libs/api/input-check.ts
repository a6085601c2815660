import { getMetadataStorage } from 'class-validator';
import type { Facts, Message } from '#kernel';
import { inputWords, unreadableText, wrongValue } from './input.words.js';

/** What an input got wrong, and where. */
export interface Finding {
  readonly field: string;
  readonly words: Message;
  readonly facts: Facts;
}

/** A field's rules, looked up once. */
interface FieldCheck {
  readonly field: string;
  readonly conditions: readonly ((input: object, value: unknown) => boolean)[];
  readonly rules: readonly Rule[];
  readonly nested: InputCheck | undefined;
}
interface Rule {
  readonly holds: (input: object, value: unknown) => boolean;
  readonly words: Message;
  readonly facts: Facts;
}

type InputClass = abstract new (...args: never[]) => object;
type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** One class's rules as class-validator knows them, gathered once instead of at every request. */
export class InputCheck {
  private readonly fields: readonly FieldCheck[];

  constructor(type: InputClass) {
    const metadatas = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
    const names = [...new Set(metadatas.map(({ propertyName }) => propertyName))];
    this.fields = names.map((field) =>
      fieldCheck(
        type,
        field,
        metadatas.filter((each) => each.propertyName === field),
      ),
    );
  }

  get isEmpty(): boolean {
    return this.fields.length === 0;
  }

  /** The first thing wrong, in the order in which the fields are declared. */
  firstFinding(input: object, path = ''): Finding | undefined {
    for (const { field, conditions, rules, nested } of this.fields) {
      const value = (input as Readonly<Record<string, unknown>>)[field];
      if (conditions.some((applies) => !applies(input, value))) continue;
      for (const { holds, words, facts } of rules) {
        if (!holds(input, value)) return { field: path + field, words, facts };
      }
      const below =
        nested && typeof value === 'object' && value !== null
          ? nested.firstFinding(value, `${path}${field}.`)
          : undefined;
      if (below) return below;
    }
    return undefined;
  }
}

function fieldCheck(type: InputClass, field: string, metadatas: readonly Metadata[]): FieldCheck {
  const isNested = metadatas.some(({ type: kind }) => kind === 'nestedValidation');
  return {
    field,
    conditions: metadatas.filter(({ type: kind }) => kind === 'conditionalValidation').map(conditionOf),
    rules: metadatas.filter(({ type: kind }) => kind === 'customValidation').map(ruleOf),
    nested: isNested ? new InputCheck(nestedClass(type, field)) : undefined,
  };
}

function conditionOf({ constraints }: Metadata): (input: object, value: unknown) => boolean {
  return constraints[0] as (input: object, value: unknown) => boolean;
}

function ruleOf(metadata: Metadata): Rule {
  const [constraint] = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  if (!constraint || constraint.async) throw new TypeError(`${metadata.propertyName} has a rule that takes time`);
  const { instance, name } = constraint;
  const constraints = (metadata.constraints as unknown[] | undefined) ?? [];
  const { propertyName: property } = metadata;
  const holds = (object: object, value: unknown): boolean =>
    instance.validate(value, { targetName: '', property, constraints, object, value }) === true;
  return {
    holds: metadata.each ? (input, value) => Array.isArray(value) && value.every((each) => holds(input, each)) : holds,
    words: inputWords[name] ?? wrongValue,
    facts: numbersOf(constraints),
  };
}

function numbersOf([a, b]: readonly unknown[]): Facts {
  return { ...(typeof a === 'number' ? { a } : {}), ...(typeof b === 'number' ? { b } : {}) };
}

function nestedClass(type: InputClass, field: string): InputClass {
  const declared: unknown = Reflect.getMetadata('design:type', type.prototype as object, field);
  if (typeof declared !== 'function' || declared === Object || declared === Array) {
    throw new TypeError(`${type.name}.${field} must be declared with its input class`);
  }
  return declared as InputClass;
}

/** A text as it is kept: NFC. Absent and null are one: absent. @returns the field whose text cannot be kept */
export function tidy(input: object, path = ''): { readonly tidied: object } | { readonly finding: Finding } {
  const tidied: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(input)) {
    const kept = tidyValue(value, path + field);
    if ('finding' in kept) return kept;
    if (kept.value !== undefined) tidied[field] = kept.value;
  }
  return { tidied };
}

type Kept = { readonly value: unknown } | { readonly finding: Finding };

function tidyValue(value: unknown, field: string): Kept {
  if (value === null || value === undefined) return { value: undefined };
  if (typeof value === 'string') return tidyText(value, field);
  if (Array.isArray(value)) return tidyList(value, field);
  if (typeof value !== 'object' || value instanceof Date) return { value };
  const below = tidy(value, `${field}.`);
  return 'finding' in below ? below : { value: below.tidied };
}

/** U+0000, and half of a surrogate pair. */
const unkeepable = /\0|\p{Surrogate}/u;

/** Printable ASCII is kept as it comes. */
const plain = /^[ -~]*$/;

function tidyText(text: string, field: string): Kept {
  if (plain.test(text)) return { value: text };
  if (unkeepable.test(text)) return { finding: { field, words: unreadableText, facts: {} } };
  return { value: text.normalize('NFC') };
}

function tidyList(values: readonly unknown[], field: string): Kept {
  const kept: unknown[] = [];
  for (const [place, value] of values.entries()) {
    const one = tidyValue(value, `${field}.${String(place)}`);
    if ('finding' in one) return one;
    kept.push(one.value);
  }
  return { value: kept };
}
