import { plantedImports } from './planted-imports.js';
import { cruise, plantedTree, project, removeTree } from './planted-tree.js';

const WAIT_MS_MAX = 60_000;

describe('who imports whom', () => {
  test(
    'the project keeps every rule',
    async () => {
      const { violations } = await cruise(project);

      expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
    },
    WAIT_MS_MAX,
  );

  test(
    'every rule can fail: each planted import is refused by its rule',
    async () => {
      const folder = await plantedTree(plantedImports);
      const { violations, ruleSetUsed } = await cruise(folder);
      await removeTree(folder);

      const fired = counted(violations.map(({ rule, from }) => `${rule.name}: ${from}`));
      const planted = counted(plantedImports.map(({ rule, file }) => `${rule}: ${file}`));
      expect([...planted].filter(([line, times]) => (fired.get(line) ?? 0) < times)).toEqual([]);
      const rules = ruleSetUsed.forbidden.map(({ name }) => name);
      expect(new Set(plantedImports.map(({ rule }) => rule))).toEqual(new Set(rules));
    },
    WAIT_MS_MAX,
  );
});

function counted(lines: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return times;
}
