import { IssuePrintedCodeCommand } from '#identity';
import { inPerson, type BankId, type HubId } from '#kernel';
import { AdmitPersonCommand, ChangeEmailCommand, RecordPrivacyCommand } from '#membership';
import { onDatabase } from './erasure/marked-names.example.js';
import {
  accepted,
  ada,
  bankReady,
  commands,
  context,
  correlation,
  day,
  newcomer,
  opcafe,
  settings,
} from './setting-up.example.js';

const keeper = inPerson(ada);
const how = { kind: 'paper', document: 'Foglio 12' } as const;

/** The views stay as they are until this ends; whoever only reads them waits for nothing. */
const heldBack = (during: () => Promise<void>): Promise<void> =>
  onDatabase(settings.databaseUrl, async (client) => {
    await client.query('begin; lock table read.progress in share mode');
    await during();
  });

const codeOf = (cause: unknown) => ({ code: (cause as { readonly code: string }).code });

async function admitted(bank: BankId, hub: HubId, email?: string) {
  const who = { newcomer: { ...newcomer, ...(email !== undefined && { email }) } };
  const admission = { bank, who, hub, since: day('2026-02-01'), channel: true };
  const key = `admitting-${email ?? 'nobody'}`.replace(/\W/g, '-');
  const event = accepted(await commands.execute(new AdmitPersonCommand(admission, { person: ada }, key, correlation)));
  if (event.type !== 'MemberAdmitted') throw new Error(event.type);
  return { bank, account: event.data.account, person: event.data.person };
}

test('what a desk does for a member who was admitted a moment ago waits for the views, and never takes the member for nobody', async () => {
  const { bank, hub } = await bankReady();
  await heldBack(async () => {
    const member = await admitted(bank, hub);
    const input = { network: opcafe, purpose: 'being-listed', given: true, how } as const;
    const said = { name: 'SetConsent', input } as const;
    const asked = [
      () => commands.execute(new ChangeEmailCommand('lucia@example.org', member, keeper, 'changing', correlation)),
      () => commands.execute(new RecordPrivacyCommand(said, member, keeper, 'recording', correlation)),
      () => commands.execute(new IssuePrintedCodeCommand(keeper, bank, member.account, 'printing')),
    ];
    const answers = await Promise.all(asked.map((ask) => ask().catch(codeOf)));
    expect(answers).toEqual(asked.map(() => ({ code: 'NOT_YET_VISIBLE' })));
  });
});

test('whoever asks for a code a moment after the admission is known, and views that stand still keep nobody out whom they know', async () => {
  const { bank, hub } = await bankReady();
  const { contacts } = context.parts;
  const { person } = await admitted(bank, hub, 'marta@example.org');
  expect(await contacts.withAddress('marta@example.org')).toMatchObject({ person });
  await heldBack(async () => {
    await admitted(bank, hub, 'lucia@example.org');
    const found = ['marta@example.org', 'lucia@example.org'].map((address) => contacts.withAddress(address));
    expect(await Promise.all(found)).toEqual([expect.objectContaining({ person }), undefined]);
  });
});
