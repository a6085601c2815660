import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { done, key, openBank, today, uuidIn, type Bank, type Member } from './bank.js';
import { as, type Asker } from './server.js';
import { questionsOf, type IdSlot } from './strangers.questions.js';
import { opaqueId } from '#api';
import type { PersonId } from '#kernel';

/**
 * A stranger's id in every argument of every field answers, byte for byte, as an id that does not exist.
 * The questions are made from the schema itself, so that a new field cannot be forgotten.
 */
export function strangersLearnNothing(): void {
  let ours: Bank;
  let theirs: Bank;
  let asker: Asker;
  let outsider: Asker;
  let foreign: Readonly<Record<IdSlot, readonly string[]>>;
  /** What is of others in our own bank: for who keeps the bank, no stranger's. */
  let neighbourly: ReadonlySet<string>;
  let own: Readonly<Record<IdSlot, string>>;
  let questions: ReturnType<typeof questionsOf>;

  const uuid = () => crypto.randomUUID();
  const secrets = ['Gina Segreta', 'Tea Nascosta'];

  beforeAll(async () => {
    [ours, theirs] = [await openBank('ours'), await openBank('theirs')];
    const [me, neighbour] = [await ours.admit('Carla Bruni'), await ours.admit(secrets[0] ?? '')];
    const [gina, tea] = [await theirs.admit(secrets[0] ?? ''), await theirs.admit(secrets[1] ?? '')];
    const exchange = await logged(theirs, gina, tea);
    const pia = await ours.admit('Pia Riva'); // with whom we never exchanged
    const between = await logged(ours, neighbour, pia);
    neighbourly = new Set([between, pia.account]);
    const sibling = await anotherBank(ours, gina);
    asker = me.asker;
    outsider = await as(uuid() as PersonId);
    const grant = await done<{ grant: { id: string } }>(theirs.administrator, 'grantRole', 'grant { id }', {
      bank: theirs.bank,
      person: gina.asker.id,
      role: 'AUDITOR',
      from: '2020-01-01',
      reason: 'Voto',
    });
    const mandate = await done<{ mandate: { id: string } }>(gina.asker, 'giveMandate', 'mandate { id }', {
      account: gina.account,
      person: tea.asker.id,
      kind: 'DELEGATE',
      from: today(),
    });
    foreign = {
      account: [gina.account, pia.account],
      exchange: [exchange, between],
      bank: [theirs.bank, sibling],
      hub: [theirs.hub],
      network: [theirs.network],
      person: [gina.asker.id],
      mandate: [mandate.mandate.id],
      grant: [grant.grant.id],
    };
    own = {
      account: me.account,
      exchange: await logged(ours, me, neighbour),
      bank: ours.bank,
      hub: ours.hub,
      network: ours.network,
      person: asker.id,
      mandate: opaqueId('mandate', uuid(), uuid()),
      grant: opaqueId('grant', uuid(), uuid()),
    };
    questions = questionsOf(buildSchema(readFileSync('schema.graphql', 'utf8')));
  }, 120_000);

  async function logged(bank: Bank, provider: Member, receiver: Member): Promise<string> {
    const input = {
      provider: provider.account,
      receiver: receiver.account,
      minutes: 60,
      serviceDate: today(),
      hub: bank.hub,
    };
    return (await done<{ exchange: { id: string } }>(provider.asker, 'logExchange', 'exchange { id }', input)).exchange
      .id;
  }

  /** Another bank of our own network, which our administrator opened for others. */
  async function anotherBank({ administrator, network }: Bank, { asker: keeper }: Member): Promise<string> {
    const none = { kind: 'NONE' };
    const opening = {
      network,
      handle: `sorella-${uuid().slice(0, 8)}`,
      name: 'Banca sorella',
      administrators: [keeper.id],
      rules: {
        timeZone: 'Europe/Rome',
        stepMinutes: 15,
        exchangeMinutesMax: 1_440,
        consent: 'BOTH',
        claimDays: 30,
        floor: none,
        ceiling: none,
        categories: [],
        strands: [],
      },
    };
    return (await done<{ bank: { id: string } }>(administrator, 'openBank', 'bank { id }', opening)).bank.id;
  }

  /** Members do exchange with their neighbours: there an account of the own bank is no secret. */
  function isTold(question: string, id: string): boolean {
    return neighbourly.has(id) && /^logExchange\((provider|receiver|onBehalfOf)\)$/.test(question);
  }

  /** An id of the same kind that names nothing: in our own bank where the other is of our bank, else nowhere. */
  function unknown(slot: IdSlot, other?: string): string {
    const inBank = slot === 'account' || slot === 'exchange' || slot === 'mandate' || slot === 'grant';
    if (!inBank) return opaqueId(slot, uuid());
    return opaqueId(slot, other !== undefined && neighbourly.has(other) ? uuidIn(ours.bank) : uuid(), uuid());
  }

  /** Who keeps a bank may give a role in it to anybody who is registered, wherever: to them alone a person is no secret. */
  function askersOf(slot: IdSlot, id: string): readonly Asker[] {
    return slot === 'person' || neighbourly.has(id) ? [asker, outsider] : [asker, outsider, ours.administrator];
  }

  test('every argument that takes an id is asked about', () => {
    const asked = new Set(questions.map(({ name }) => name));
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked]).toEqual(
      expect.arrayContaining([
        'Query.node(id)',
        'Viewer.account(id)',
        'logExchange(receiver)',
        'addHub(network)',
        'moveHub(hub)',
      ]),
    );
  });

  test('a foreign id answers as an unknown one, whoever asks', async () => {
    const different: string[] = [];
    const unasked: string[] = [];
    for (const { name, slot, document, variablesWith } of questions) {
      for (const id of foreign[slot].filter((each) => !isTold(name, each))) {
        for (const who of askersOf(slot, id)) {
          const idempotencyKey = key();
          const [strange, nothing] = [
            await who.ask(document, variablesWith(id, own, idempotencyKey)),
            await who.ask(document, variablesWith(unknown(slot, id), own, idempotencyKey)),
          ];
          if (strange.status !== nothing.status || strange.body !== nothing.body) {
            different.push(`${name}: ${strange.body} is not ${nothing.body}`);
          }
          if (strange.status !== 200) unasked.push(`${name}: ${String(strange.status)} ${strange.body.slice(0, 200)}`);
          for (const secret of secrets.slice(1)) expect(strange.body).not.toContain(secret);
        }
      }
    }
    expect(different).toEqual([]);
    expect([...new Set(unasked)]).toEqual([]);
  }, 120_000);

  test('the questions find a leak where there is one: a member of the bank does see it', async () => {
    const account = questions.find(({ name }) => name === 'Viewer.account(id)');
    const [id] = foreign.account;
    if (!account || id === undefined) throw new Error('the question about accounts is missing');
    const seen = await theirs.administrator.ask(account.document, account.variablesWith(id, own, key()));
    const nothing = await theirs.administrator.ask(
      account.document,
      account.variablesWith(unknown('account'), own, key()),
    );
    expect(seen.body).not.toBe(nothing.body);
  });
}
