import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { printApiSchema } from './api-schema.js';

const kept = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

test('the committed schema is the one that is served', async () => {
  expect(await printApiSchema()).toBe(kept('schema.graphql'));
});

test('nothing that was released breaks', async () => {
  const released = buildSchema(kept('schema.released.graphql'));
  const changes = await diff(released, buildSchema(kept('schema.graphql')));
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  expect(breaking.map(({ message }) => message)).toEqual([]);
});

test('a field that disappears is noticed', async () => {
  const released = buildSchema(kept('schema.released.graphql'));
  const without = buildSchema(kept('schema.released.graphql').replace('  balanceMinutes: Minutes!\n', ''));
  const changes = await diff(released, without);
  expect(changes.some(({ criticality }) => criticality.level === CriticalityLevel.Breaking)).toBe(true);
});
