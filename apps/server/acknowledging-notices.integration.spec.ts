import { IssuePrivacyNoticeCommand } from '#hubs';
import { inPerson, streamOf, type NetworkId, type PersonId } from '#kernel';
import { RecordPrivacyCommand, RegisterPersonCommand } from '#membership';
import { idOf } from '#testing';
import {
  accepted,
  ada,
  codeOf,
  commands,
  correlation,
  day,
  networkOpened,
  opcafe,
  settings,
} from './setting-up.example.js';
import { onDatabase } from './erasure/marked-names.example.js';

const carla = idOf<PersonId>('Carla');

function acknowledge(privacyNotice: string, network: NetworkId = opcafe) {
  const said = {
    name: 'AcknowledgeNotice',
    input: { network, privacyNotice, how: { kind: 'screen' } },
  } as const;
  const key = `reading-${privacyNotice.replace(/\W/g, '-')}`;
  return commands.execute(new RecordPrivacyCommand(said, undefined, inPerson(carla), key, correlation));
}

beforeEach(async () => {
  accepted(await networkOpened());
  const command = {
    name: 'RegisterPerson',
    input: { language: 'it', askedBy: { network: opcafe } },
    texts: { name: 'Carla Bruni' },
  } as const;
  const asked = { stream: streamOf('person', carla), command, actor: { system: 'shell' }, correlation };
  accepted(await commands.execute(new RegisterPersonCommand({ ...asked, key: 'registering-carla' })));
  const input = {
    privacyNotice: '2026-2',
    from: day('2026-03-01'),
    title: { it: 'Informativa' },
    text: { it: 'Che cosa teniamo.' },
  };
  accepted(
    await commands.execute(
      new IssuePrivacyNoticeCommand({
        stream: streamOf('network', opcafe),
        command: { name: 'IssuePrivacyNotice', input },
        actor: { person: ada },
        key: 'issuing-2026-2',
        correlation,
      }),
    ),
  );
});

test.each(['2026-1', '2026-2'])('the edition %s, which the network issued, is acknowledged', async (edition) => {
  expect(accepted(await acknowledge(edition))).toMatchObject({
    type: 'NoticeAcknowledged',
    data: { network: opcafe, privacyNotice: edition },
  });
});

test.each([
  ['an edition that was never issued', '2026-3', opcafe],
  ['an edition of another network', '2026-2', idOf<NetworkId>('another')],
])('%s is not, and leaves no record', async (_which, edition, network) => {
  expect(codeOf(await acknowledge(edition, network))).toMatchObject({ code: 'NOTICE_UNKNOWN' });
  const { rowCount } = await onDatabase(settings.databaseUrl, (client) =>
    client.query(`select from events.record where type = 'NoticeAcknowledged'`),
  );
  expect(rowCount).toBe(0);
});
