import type { HubId, LocalDate } from '#kernel';
import type { GrantRole } from '../member.commands.js';
import { ask } from './asked.js';
import { day } from './past.js';
import { carla, grantIdOf, mandateIdOf, otherHub, stranger, upperHub } from './people.js';
import { lastingGrants, passingMandates, recent, servedAt, type Ask, type Scene } from './random-scene.js';
import type { Step } from './random-step.js';

const started = day('2026-03-10');
const roles = ['auditor', 'coordinator', 'administrator'] as const;

export const giving: Ask = ({ step, themself, whom, person, texts, isOdd }) => {
  const kind = isOdd || step.minutes === 30 ? 'guardian' : 'delegate';
  const input = { account: whom.account, person: person.person, kind, ...daysOf(step) } as const;
  return ask(themself, { name: 'GiveMandate', input, ...texts });
};

export const ending: Ask = ({ step, bank, themself, texts, isOdd }) => {
  const mandates = isOdd ? passingMandates(bank) : bank.mandates;
  const mandate = recent(mandates, step.which, mandateIdOf(stranger, carla));
  return ask(themself, { name: 'EndMandate', input: { mandate }, ...texts });
};

export const granting: Ask = (scene) => {
  const { step, keeper, person, texts } = scene;
  const role = roles[step.which % roles.length] ?? 'auditor';
  const input = { person: person.person, role, ...scopeOf(role, scene), ...daysOf(step) };
  return ask(keeper, { name: 'GrantRole', input, ...texts });
};

function scopeOf(role: GrantRole['input']['role'], { step, bank, isOdd }: Scene): { readonly hub?: HubId } {
  if ((role === 'coordinator') === isOdd) return {};
  if (step.minutes === 30) return { hub: step.paper ? upperHub : otherHub };
  return { hub: servedAt(bank, step.minutes + step.which) };
}

export const revoking: Ask = ({ step, bank, keeper, texts }) => {
  const grants = step.aimed ? lastingGrants(bank) : bank.grants;
  const input = { grant: recent(grants, step.which, grantIdOf(stranger, 'auditor')) };
  return ask(keeper, { name: 'RevokeRole', input, ...texts });
};

/** Since the bank's first day of questions, unless something is odd; for who may be erased they come to an end. */
function daysOf({ flaw, day: someDay, receiver }: Step): { readonly from: LocalDate; readonly until?: LocalDate } {
  if (receiver === 3) return { from: started, until: someDay };
  if (receiver === 2) return { from: someDay };
  switch (flaw) {
    case 'early':
      return { from: day('2024-12-31') };
    case 'future':
      return { from: someDay };
    case 'strand':
    case 'category':
      return { from: started, until: someDay };
    case 'code':
      return { from: someDay, until: started };
    case 'sheet':
      return { from: day('2026-03-01'), until: someDay };
    default:
      return { from: started };
  }
}
