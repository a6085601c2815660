import {
  minutes,
  type CommandId,
  streamOf,
  type AccountId,
  type BankId,
  type HubId,
  type PersonId,
  type StreamId,
  type Submission,
} from '#kernel';
import type { StreamWriters } from '#event-store';
import { journal, type BankRules, type JournalCommand } from '#ledger';
import { idOf } from '#testing';

export interface Member {
  readonly person: PersonId;
  readonly account: AccountId;
}

export interface SimulatedBank {
  readonly stream: StreamId;
  readonly hub: HubId;
  readonly members: readonly Member[];
  /** The commands that opened it. */
  readonly setUp: ReadonlySet<CommandId>;
}

export const floorMinutes = -120;
export const claimDays = 2;

const bankIds = Array.from({ length: 5 }, (_, n) => idOf<BankId>(`bank ${String(n)}`));
/** Of all banks that a life may have. */
export const bankStreams = bankIds.map((bank) => streamOf('journal', bank));

export function bankOf(stream: StreamId): BankId {
  const bank = bankIds[bankStreams.indexOf(stream)];
  if (bank === undefined) throw new Error(`${stream} is no journal of these`);
  return bank;
}

const membersMax = 5;
const firstDay = '2026-01-01' as never;
const ada = { person: idOf<PersonId>('person Ada') };

/** In every other bank both sides must agree; in the rest the receiver's word is enough. */
export async function openBanks(writers: StreamWriters, howMany: number): Promise<readonly SimulatedBank[]> {
  return Promise.all(bankStreams.slice(0, howMany).map((stream, n) => openBank(writers, stream, n)));
}

async function openBank(writers: StreamWriters, stream: StreamId, place: number): Promise<SimulatedBank> {
  const bank = bankOf(stream);
  const network = idOf<never>('network');
  const hub = idOf<HubId>('hub');
  const cause = { stream: streamOf('network', network), revision: 1 };
  const rules: BankRules = {
    timeZone: 'Europe/Rome',
    stepMinutes: 15,
    exchangeMinutesMax: minutes(240),
    consent: place % 2 === 0 ? 'both' : 'receiver',
    claimDays,
    limits: { floor: { kind: 'hard', minutes: minutes(floorMinutes) }, ceiling: { kind: 'none' } },
    categories: [],
    strands: [],
  };
  const setUp = new Set<CommandId>();
  const ask = async (command: JournalCommand): Promise<Awaited<ReturnType<typeof submitted>>> =>
    submitted(writers, setUp, {
      stream,
      command,
      actor: ada,
      key: `set-up ${command.name} ${JSON.stringify(command.input)}`,
      correlation: '',
    });

  const administrators = [ada.person];
  await ask({
    name: 'OpenBank',
    input: { bank, network, handle: `banca-${String(place)}`, name: 'Banca', rules, administrators, cause },
  });
  await ask({ name: 'ServeHub', input: { hub, ancestors: [], from: firstDay, cause } });
  const members: Member[] = [];
  for (let n = 0; n < membersMax; n += 1) {
    const person = idOf<PersonId>(`person ${String(n)}`);
    const [admitted] = await ask({ name: 'AdmitMember', input: { person, hub, since: firstDay, channel: true } });
    if (admitted?.event.type === 'MemberAdmitted') members.push({ person, account: admitted.event.data.account });
  }
  return { stream, hub, members, setUp };
}

async function submitted(writers: StreamWriters, setUp: Set<CommandId>, submission: Submission<JournalCommand>) {
  const verdict = await writers.submit(journal, submission);
  if (!verdict.accepted) throw verdict.refusal;
  for (const { command } of verdict.records) setUp.add(command.id);
  return verdict.records;
}
