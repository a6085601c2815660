import type { BankId, Event, PersonId, Recorded, SealedText, StreamId } from '#kernel';
import { idOf, journalOf } from '#testing';
import { themself } from './policies.js';
import { amend, projection, put } from './projection.js';
import { table } from './table.js';

/** A view that means nothing, for the specs of this folder: lamps that people light, dim and name. */
export type LampEvent =
  | Event<
      'LampLit',
      { readonly lamp: string; readonly owner: PersonId; readonly watts: number; readonly name?: SealedText }
    >
  | Event<'LampDimmed', { readonly lamp: string; readonly watts?: number }>
  | Event<'LampBroken', { readonly lamp: string }>;

export const lamps = table(
  'lamp',
  {
    bankId: 'uuid',
    lamp: 'text',
    ownerId: 'uuid',
    watts: 'integer?',
    name: 'text?',
    litOn: 'date',
    tags: 'json',
    near: 'uuids',
  },
  { key: ['bankId', 'lamp'], indexes: [['ownerId', 'lamp desc']], readers: themself('owner_id') },
);

export const lampView = projection<LampEvent>({
  name: 'lamp',
  shape: 1,
  categories: ['journal'],
  tables: [lamps],
  texts: ({ event, stream }) =>
    event.type === 'LampLit' && event.data.name
      ? [{ name: 'name', sealed: event.data.name, place: { stream, entity: event.data.lamp, field: 'name' } }]
      : [],
  rows: ({ event, stream }: Recorded<LampEvent>, texts) => {
    const bankId = stream.slice('journal-'.length) as BankId;
    const { lamp } = event.data;
    switch (event.type) {
      case 'LampLit': {
        const { owner, watts } = event.data;
        return [
          put(lamps, {
            bankId,
            lamp,
            ownerId: owner,
            watts,
            name: texts['name'],
            litOn: '2026-03-29',
            tags: { watts },
            near: [owner],
          }),
        ];
      }
      case 'LampDimmed':
        return [amend(lamps, { bankId, lamp, watts: event.data.watts })];
      case 'LampBroken':
        throw new Error(`${lamp} is broken`);
    }
  },
});

export const milan = idOf<BankId>(1);
export const rho = idOf<BankId>(2);
export const owner = idOf<never>(9);

/** What a list of records takes. */
interface Lamplight {
  readonly stream: StreamId;
  readonly event: LampEvent;
}
export const lit = (bank: BankId, lamp: string, watts = 40, name?: string): Lamplight => ({
  stream: journalOf(bank),
  event: {
    type: 'LampLit',
    data: { lamp, owner, watts, ...(name !== undefined && { name: { text: name } as SealedText }) },
  },
});
export const dimmed = (bank: BankId, lamp: string, watts?: number): Lamplight => ({
  stream: journalOf(bank),
  event: { type: 'LampDimmed', data: { lamp, ...(watts !== undefined && { watts }) } },
});
export const broken = (bank: BankId, lamp: string): Lamplight => ({
  stream: journalOf(bank),
  event: { type: 'LampBroken', data: { lamp } },
});
