import type { BankId, HubId, ImportId, PersonId } from '#kernel';
import { AdmitPersonCommand, ImportMembersCommand, type Admission } from '#membership';
import { idOf } from '#testing';
import {
  accepted,
  ada,
  bankReady,
  codeOf,
  commands,
  correlation,
  day,
  newcomer,
  persons,
} from './setting-up.example.js';

describe('admitting a person', () => {
  const admit = (bank: BankId, hub: HubId, key: string, actor = ada, who: Admission['who'] = { newcomer }) =>
    commands.execute(
      new AdmitPersonCommand(
        { bank, who, hub, since: day('2026-02-01'), channel: true },
        { person: actor },
        key,
        correlation,
      ),
    );

  test('registers the person once, however often it is asked', async () => {
    const { bank, hub } = await bankReady();
    const first = accepted(await admit(bank, hub, 'admitting-lucia'));
    const again = accepted(await admit(bank, hub, 'admitting-lucia'));

    expect(again).toEqual(first);
    expect(first).toMatchObject({ type: 'MemberAdmitted', data: { number: 1, hub } });
    expect(await persons()).toEqual(['PersonRegistered', 'PersonRegistered']);
  });

  test('with another name under the same key is a conflict', async () => {
    const { bank, hub } = await bankReady();
    accepted(await admit(bank, hub, 'admitting-lucia'));
    const other = { newcomer: { ...newcomer, displayName: 'Lucia Verdi' } };
    expect(codeOf(await admit(bank, hub, 'admitting-lucia', ada, other))).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });

  test('whoever may not admit registers nobody', async () => {
    const { bank, hub } = await bankReady();
    expect(codeOf(await admit(bank, hub, 'admitting-lucia', idOf<PersonId>('Bruna')))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await persons()).toEqual(['PersonRegistered']);
  });

  test('somebody known elsewhere cannot be named; an administrator of the bank can', async () => {
    const { bank, hub } = await bankReady();
    const named = (person: string) => ({ person: idOf<PersonId>(person) });
    expect(codeOf(await admit(bank, hub, 'admitting-her', ada, named('Bruna')))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(accepted(await admit(bank, hub, 'admitting-ada', ada, named('Ada')))).toMatchObject({
      data: { person: ada },
    });
  });

  test('a file of people is admitted once, row by row the same at every run', async () => {
    const { bank, hub } = await bankReady();
    const rows = Array.from({ length: 150 }, (_, row) => ({
      row,
      displayName: `Socia ${String(row)}`,
      language: 'it' as const,
      hub,
      since: day('2026-02-01'),
      channel: false,
    }));
    const run = () =>
      commands.execute(
        new ImportMembersCommand(bank, rows, { import: idOf<ImportId>('import'), person: ada }, correlation),
      );
    const first = await run();

    expect(first).toMatchObject({ accepted: true });
    expect(await run()).toEqual(first);
    expect(await persons()).toHaveLength(151);
  });
});
