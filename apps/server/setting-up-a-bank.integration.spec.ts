import { FollowHubMovesCommand, MoveHubCommand, OpenNetworkCommand, shell } from '#hubs';
import { streamOf, type PersonId } from '#kernel';
import { journal } from '#ledger';
import { idOf } from '#testing';
import {
  accepted,
  ada,
  bankOpening,
  bankReady,
  codeOf,
  commands,
  context,
  correlation,
  day,
  networkOpened,
  opcafe,
} from './setting-up.example.js';

describe('setting up a network and its bank', () => {
  test('an administrator who is nobody opens nothing', async () => {
    const input = { handle: 'wemi', name: 'WeMi', privacyNotice: '2026-1', administrators: [idOf<PersonId>('nobody')] };
    const verdict = await commands.execute(
      new OpenNetworkCommand({
        stream: streamOf('network', idOf<never>('WeMi')),
        command: { name: 'OpenNetwork', input },
        actor: { system: shell },
        key: 'opening-wemi',
        correlation,
      }),
    );
    expect(codeOf(verdict)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('opening again answers the same', async () => {
    const { bank } = await bankReady();
    expect(accepted(await networkOpened()).type).toBe('NetworkOpened');
    expect(accepted(await bankOpening())).toMatchObject({ type: 'BankOpened', data: { bank } });
    expect(codeOf(await bankOpening('another-key'))).toMatchObject({ code: 'BANK_ALREADY_OPEN' });
  });

  test('a bank whose rules were refused can be opened with others', async () => {
    accepted(await networkOpened());
    expect(codeOf(await bankOpening('first-try', { claimDays: -1 }))).toMatchObject({ code: 'BANK_RULE_INVALID' });
    expect(accepted(await bankOpening('second-try')).type).toBe('BankOpened');
  });

  test('nobody but a network administrator opens a bank', async () => {
    accepted(await networkOpened());
    expect(codeOf(await bankOpening('a-key-of-hers', {}, idOf<PersonId>('Bruna')))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a bank serves a hub at its place in the tree, and learns of a move once', async () => {
    const { bank, hub, above, elsewhere } = await bankReady();
    const places = () =>
      context.parts.writers.look(journal, streamOf('journal', bank), ({ hubs }) => hubs.get(hub)?.places);
    expect(await places()).toEqual([{ from: '2026-01-01', ancestors: [above] }]);
    await commands.execute(
      new MoveHubCommand({
        stream: streamOf('network', opcafe),
        command: { name: 'MoveHub', input: { hub: above, parent: elsewhere, from: day('2026-03-01') } },
        actor: { person: ada },
        key: 'moving-the-hub',
        correlation,
      }),
    );

    const follow = new FollowHubMovesCommand(opcafe, -1, correlation);
    expect(await commands.execute(follow)).toEqual([]);
    expect(await commands.execute(follow)).toEqual([]);

    expect(await places()).toEqual([
      { from: '2026-01-01', ancestors: [above] },
      { from: '2026-03-01', ancestors: [above, elsewhere] },
    ]);
  });
});
