import { IssuePrintedCodeCommand } from '#identity';
import { inPerson } from '#kernel';
import { AdmitPersonCommand, ChangeEmailCommand, RecordPrivacyCommand } from '#membership';
import { onDatabase } from './erasure/marked-names.example.js';
import {
  accepted,
  ada,
  bankReady,
  commands,
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

test('what a desk does for a member who was admitted a moment ago waits for the views, and never takes the member for nobody', async () => {
  const { bank, hub } = await bankReady();
  await heldBack(async () => {
    const admission = { bank, who: { newcomer }, hub, since: day('2026-02-01'), channel: true };
    const admitting = new AdmitPersonCommand(admission, { person: ada }, 'admitting', correlation);
    const event = accepted(await commands.execute(admitting));
    if (event.type !== 'MemberAdmitted') throw new Error(event.type);
    const member = { bank, account: event.data.account };
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
