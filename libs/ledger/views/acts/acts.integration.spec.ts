import { NotFound, inPerson, type Actor, type PersonId } from '#kernel';
import type { ReadModels } from '#read-model';
import { journalOf, type RecordList } from '#testing';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import type { AccountAccess } from '../access/account-access.js';
import {
  accountOf,
  ada,
  bank,
  bruno,
  carla,
  dario,
  nora,
  olga,
  piero,
  posted,
  rita,
  roleRevoked,
} from '../bank.example.js';
import { NoAccess, openViews } from '../opened-views.example.js';
import { ActsHandler } from './acts.handler.js';
import { ActsQuery } from './acts.query.js';

const stream = journalOf(bank);
const asKeeper = (person: PersonId): Actor => ({ person, grant: { stream, revision: 8 } });
const done = (event: JournalEvent, actor: Actor) => ({ stream, event, actor });

let list: RecordList;
let models: ReadModels;
let access: AccountAccess;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ list, models, access, close } = await openViews());
  const suspended: JournalEvent = {
    type: 'MemberSuspended',
    data: { account: accountOf(carla), from: '2026-02-01' as never, reason: { keys: [], nonce: '', text: 'asked' } },
  };
  const atTheDesk = done(posted(4, ada, carla, 30, [150, -90]), asKeeper(olga));
  const byADelegate = done(posted(5, ada, carla, 30, [180, -120]), { ...asKeeper(rita), for: accountOf(carla) });
  const byOneself = done(posted(6, ada, carla, 30, [210, -150]), { person: ada });
  await models.waitFor(
    list.happened(
      done(suspended, asKeeper(olga)),
      atTheDesk,
      byADelegate,
      byOneself,
      done(roleRevoked, asKeeper(nora)),
    ),
  );
});
afterAll(async () => {
  await close();
});

async function acts(reader: PersonId, of: Partial<ActsQuery['of']>, page: object = {}, check = access) {
  const query = new ActsQuery(inPerson(reader), { bank, ...of }, { size: 10, backwards: false, ...page });
  const { rows, hasMore } = await new ActsHandler(models.door, check).execute(query);
  return [...rows.map(({ act, actorId }) => `${act} by ${nameOf(actorId)}`), ...(hasMore ? ['…'] : [])];
}
const nameOf = (person: PersonId): string => ({ [olga]: 'Olga', [nora]: 'Nora' })[person] ?? person;
const carlas = { account: accountOf(carla) };
const aboutCarla = ['ExchangePosted by Olga', 'MemberSuspended by Olga'];

describe('the register of what keepers did', () => {
  test.each([
    { who: 'the member', reader: carla },
    { who: 'her delegate', reader: rita },
    { who: 'an auditor', reader: piero },
    { who: 'an administrator', reader: nora },
  ])('shows $who what was done by roles about one account, the last first', async ({ reader }) => {
    expect(await acts(reader, carlas)).toEqual(aboutCarla);
  });

  test('has pages both ways', async () => {
    expect(await acts(carla, carlas, { size: 1 })).toEqual(['ExchangePosted by Olga', '…']);
    expect(await acts(carla, carlas, { size: 1, backwards: true })).toEqual(['MemberSuspended by Olga', '…']);
    expect(await acts(carla, carlas, { from: 17 })).toEqual(['MemberSuspended by Olga']);
  });

  test('shows auditors the whole bank, an exchange once', async () => {
    expect(await acts(piero, {})).toEqual(['RoleRevoked by Nora', ...aboutCarla]);
  });

  test.each([
    { who: 'the other party of an exchange', reader: ada, of: carlas },
    { who: 'a member, of the whole bank', reader: carla, of: {} },
    { who: 'a coordinator', reader: olga, of: carlas },
    { who: 'a member, of a stranger’s account in the own bank', reader: bruno, of: { account: accountOf(dario) } },
  ])('is not found by $who, and behind the check holds nothing of others', async ({ reader, of }) => {
    await expect(acts(reader, of)).rejects.toThrow(NotFound);
    const shown = await acts(reader, of, {}, new NoAccess(models.door));
    const own = reader === carla ? aboutCarla : reader === ada ? ['ExchangePosted by Olga'] : [];
    expect(shown.filter((line) => !own.includes(line))).toEqual([]);
  });
});
