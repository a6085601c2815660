import fc from 'fast-check';
import {
  EventTooLarge,
  StoreDamaged,
  recordBytesMax,
  type AccountId,
  type Draft,
  type Minutes,
  type PersonId,
} from '#kernel';
import { createCodec } from './create-codec.js';
import { canonical } from './canonical.js';
import { exampleDraft, exampleId, exampleLeg, exampleStream, exampleVersions, noRecordHash } from './draft.example.js';
import { bodyText, headText, legText } from './record.text.js';

const codec = createCodec({ versions: exampleVersions });
const id = fc.integer({ min: 0, max: 999_999 }).map((number) => exampleId<string>(number));
const ref = fc.record({ stream: id.map((owner) => `journal-${owner}`), revision: fc.nat() });
const text = fc
  .string({ unit: 'grapheme' })
  .filter((value) => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value));
const actor = fc.oneof(
  fc.record({ person: id, for: id, grant: ref }, { requiredKeys: ['person'], noNullPrototype: true }),
  fc.record({ system: text }),
  fc.record({ import: id, person: id }),
);
const count = fc.integer({ min: 1, max: 5 });
const minutes = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 6 });
const warnings = [{ kind: 'floor' as const, limitMinutes: -60 as Minutes }];

const drafts = fc
  .record({
    actor,
    causation: fc.option(ref, { nil: undefined }),
    count,
    minutes: fc.option(minutes),
    note: text,
    revision: fc.nat(),
  })
  .map(({ actor: by, causation, count: events, minutes: moved, note, revision }) => {
    const sum = (moved ?? []).reduce((total, leg) => total + leg, 0);
    const all = moved && [...moved, sum === 0 ? 0 : -sum];
    const legs = all?.map((leg, index) => exampleLeg(20 + index, leg, leg + index, index === 1 ? warnings : undefined));
    const event = { type: 'ExchangePosted', data: { note, revision } };
    return exampleDraft({
      revision: revision + 1,
      actor: by as Draft['actor'],
      ...(causation && { causation: causation as NonNullable<Draft['causation']> }),
      command: { ...exampleDraft().command, index: events - 1, count: events },
      event: legs ? { ...event, entry: { number: 3 as never, legs } } : event,
    });
  });

describe('the texts of a record', () => {
  test('written by hand are what the generic writer makes of the same record', () => {
    fc.assert(
      fc.property(drafts, fc.array(fc.stringMatching(/^[A-Za-z0-9_-]{43}$/), { minLength: 1 }), (draft, parts) => {
        const { stream, revision, recordedAt, command, actor: by, correlation, causation, event } = draft;
        const entry = event.entry && {
          number: event.entry.number,
          minutes: event.entry.legs.map((leg) => leg.minutes),
        };
        const previous = Buffer.from(draft.previous).toString('base64url');
        const { type, data } = event;
        const head = {
          format: 1,
          stream,
          revision,
          previous,
          type,
          version: 4,
          recordedAt,
          parts,
          ...(entry && { entry }),
        };
        expect(headText(draft, 4, parts)).toBe(canonical(head));
        expect(bodyText(draft)).toBe(
          canonical({ command, actor: by, correlation, data, ...(causation && { causation }) }),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a leg says everything but its minutes', () => {
    expect(legText(exampleLeg(1, 30, 60, warnings))).toBe(
      `{"account":"${exampleId(1)}","balanceAfterMinutes":60,"warnings":[{"kind":"floor","limitMinutes":-60}]}`,
    );
  });
});

describe('encoding and decoding', () => {
  test('what is read back is what was written, by this process or by another', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const record = codec.encode(draft);
        const { previous, ...recorded } = draft;
        expect(codec.decode(record)).toEqual(recorded);
        expect(codec.decode({ ...record, hash: Uint8Array.from(record.hash) })).toEqual(recorded);
        expect(() => {
          codec.verify(record, previous);
        }).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  test('reading what was just written costs nothing, also once the store has given it a position', () => {
    const draft = exampleDraft();
    const stored = { ...codec.encode(draft), position: 1n };
    expect(codec.decode(stored).event).toBe(draft.event);
  });

  test('the same draft never gives the same bytes: its salts are new', () => {
    expect(codec.encode(exampleDraft()).text).not.toBe(codec.encode(exampleDraft()).text);
  });

  test.each<[string, Partial<Draft>]>([
    ['minutes that do not sum to zero', { event: entryOf([exampleLeg(1, 60, 60), exampleLeg(2, -59, -59)]) }],
    ['an entry without legs', { event: entryOf([]) }],
    ['a stream that is no stream', { stream: 'journal' as never }],
    ['a revision below 0', { revision: -1 }],
    ['a day for an instant', { recordedAt: '2026-03-09' as never }],
    ['a first record that follows another', { revision: 0 }],
    ['a short hash of the record before', { previous: new Uint8Array(31) }],
    ['an index that is not below the count', { command: { ...exampleDraft().command, index: 1 } }],
    ['an event of an unknown type', { event: { type: 'NeverHeardOf', data: {} } }],
    ['data that canonical JSON does not hold', { event: { type: 'BankOpened', data: { share: 0.5 } } }],
  ])('refuses %s', (_, changes) => {
    expect(() => codec.encode(exampleDraft(changes))).toThrow(TypeError);
  });

  test('a record of 256 kB is written, one byte more is refused', () => {
    const withNote = (note: string): Draft => exampleDraft({ event: { type: 'BankOpened', data: { note } } });
    const frame = Buffer.byteLength(codec.encode(withNote('')).text);
    const most = `${'è'.repeat(70_000)}${'a'.repeat(recordBytesMax - frame - 140_000)}`;
    expect(Buffer.byteLength(codec.encode(withNote(most)).text)).toBe(recordBytesMax);
    expect(() => codec.encode(withNote(`${most}a`))).toThrow(EventTooLarge);
  });

  test('a record that cannot be read names itself', () => {
    const record = { ...codec.encode(exampleDraft()), text: '{}\n[]' };
    expect(() => codec.decode(record)).toThrow(StoreDamaged);
    expect(() => codec.decode(record)).toThrow(`${exampleStream} revision 7 cannot be read`);
  });
});

describe('verifying', () => {
  const draft = exampleDraft();
  const record = codec.encode(draft);
  const [head = '', parts = ''] = record.text.split('\n');
  const verify = (changes: Partial<typeof record>, previous = draft.previous): (() => void) => {
    return () => {
      codec.verify({ ...record, ...changes }, previous);
    };
  };

  test.each<[string, string]>([
    ['another order of the lines', `${parts}\n${head}`],
    ['a third line', `${record.text}\n`],
    ['no second line', head],
    ['a space in the head', `${head.replace(':', ': ')}\n${parts}`],
    ['a space in the parts', `${head}\n${parts.replace(':', ': ')}`],
    ['a letter escaped without need', record.text.replace('home-help', '\\u0068ome-help')],
    ['a key twice', `${head.replace('"format":1', '"format":1,"format":1')}\n${parts}`],
    ['another format', record.text.replace('"format":1', '"format":2')],
    ['a key too many in the head', record.text.replace('"format":1', '"format":1,"host":"a"')],
    ['other minutes', record.text.replace('[90,-90]', '[91,-91]')],
    ['minutes that do not sum to zero', record.text.replace('[90,-90]', '[91,-90]')],
    ['another balance', record.text.replace('"balanceAfterMinutes":90', '"balanceAfterMinutes":91')],
    [
      'a salt with other padding bits',
      record.text.replace(
        /("salt":"[^"]{21})(.)"/,
        (_, start: string, last: string) => `${start}${last === 'A' ? 'B' : 'A'}"`,
      ),
    ],
    ['a leg left out', `${head}\n${parts.replace(/,\{"salt":"[^"]*","value":\{"account":"[^"]*12".*$/, ']')}`],
    ['nesting without end', `${head}\n${'['.repeat(100_000)}`],
  ])('%s is damage', (_, text) => {
    expect(text).not.toBe(record.text);
    expect(verify({ text })).toThrow(StoreDamaged);
    expect(verify({ text })).toThrow(`${exampleStream} revision 7: `);
  });

  test.each<[string, Partial<typeof record>]>([
    ['the revision', { revision: 8 }],
    ['the stream', { stream: `journal-${exampleId(2)}` as never }],
    ['the type', { type: 'BankOpened' }],
    ['the id', { id: exampleId(2) }],
    ['the hash', { hash: noRecordHash }],
  ])('%s beside the text must say what the text says', (_, changes) => {
    expect(verify(changes)).toThrow(StoreDamaged);
  });

  test('another record before it is damage', () => {
    expect(verify({}, noRecordHash)).toThrow(/does not follow/);
  });

  test('any one character changed is damage', () => {
    fc.assert(
      fc.property(fc.nat(record.text.length - 1), fc.constantFrom('0', 'a', ' ', '"', '-'), (at, letter) => {
        fc.pre(record.text.charAt(at) !== letter);
        expect(verify({ text: record.text.slice(0, at) + letter + record.text.slice(at + 1) })).toThrow(StoreDamaged);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('derived ids', () => {
  const person = exampleId<PersonId>(5);
  const command = codec.commandId(exampleStream, person, 'a-clients-key');

  test('are the same for the same, and others for anything else', () => {
    expect(codec.commandId(exampleStream, person, 'a-clients-key')).toBe(command);
    const others = [
      codec.commandId(`journal-${exampleId(2)}` as never, person, 'a-clients-key'),
      codec.commandId(exampleStream, exampleId(6), 'a-clients-key'),
      codec.commandId(exampleStream, person, 'another-key'),
      codec.newId(command, 'exchange', 0),
      codec.newId(command, 'exchange', 1),
      codec.newId(command, 'grant', 0),
    ];
    expect(new Set([command, ...others]).size).toBe(7);
  });

  test('are UUIDs of version 8', () => {
    for (let n = 0; n < 50; n += 1) {
      const made: AccountId = codec.newId(command, 'account', n) as AccountId;
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});

function entryOf(legs: readonly ReturnType<typeof exampleLeg>[]): Draft['event'] {
  return { type: 'ExchangePosted', data: {}, entry: { number: 1 as never, legs } };
}
