import { idOf } from '#testing';
import type { HubId } from '#kernel';
import { ask } from './asked.js';
import { open } from './keeping.js';
import { hub, networkCause, otherHub, upperHub } from './people.js';
import { servedAt, type Ask } from './random-scene.js';

const trees = [[upperHub], [hub, upperHub], [otherHub], []];

export const serving: Ask = ({ step: { which, day, receiver }, bank, keeper }) => {
  const served = which % 3 === 0 ? servedAt(bank, which) : idOf<HubId>(`hub ${String(which)}`);
  const input = {
    hub: served,
    ancestors: trees[receiver] ?? [],
    from: day,
    cause: { ...networkCause, revision: which },
  };
  return ask(keeper, { name: 'ServeHub', input });
};

export const placing: Ask = ({ step: { which, day, receiver, flaw, paper }, bank, keeper }) => {
  const placed = flaw === 'hub' ? otherHub : servedAt(bank, which);
  const input = {
    hub: placed,
    ancestors: trees[receiver] ?? [],
    from: day,
    cause: { ...networkCause, revision: which },
  };
  return ask(paper ? { system: 'network' } : keeper, { name: 'PlaceHub', input });
};

export const opening: Ask = ({ keeper }) => open({}, keeper);

export const moving: Ask = ({ step: { which, aimed }, keeper }) => {
  const to = idOf<never>(`store ${String(which % 3)}`);
  return ask(aimed ? { system: 'move-store' } : keeper, { name: 'MoveJournal', input: { to } });
};
