import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountId, NetworkId } from '#kernel';
import { CurrentReader, Viewer, answered, idInBank, idOf, opaqueId, type Answered, type Reader } from '#api';
import { RecordPrivacyCommand } from '../commands/record-privacy/record-privacy.command.js';
import { MyPrivacyQuery, type PrivacyRecordRow } from '../views/person-privacy/person-privacy.query.js';
import {
  AcknowledgeNoticeInput,
  Privacy,
  PrivacyPayload,
  SetConsentInput,
  type Consent,
  type ConsentPurpose,
  type PrivacyRecord,
} from './privacy.types.js';

type Said = RecordPrivacyCommand['said'];
type Manner = Said['input']['how'];
type SaidInput = AcknowledgeNoticeInput | SetConsentInput;

@Resolver(() => Viewer)
export class PrivacyResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Mutation(() => PrivacyPayload, { description: 'An edition of the notice was read: by you, or on paper at a desk.' })
  acknowledgeNotice(
    @Args('input') input: AcknowledgeNoticeInput,
    @CurrentReader() reader: Reader,
  ): Answered<PrivacyPayload, 'network'> {
    const { network, privacyNotice } = input;
    return this.record(input, reader, () => ({
      name: 'AcknowledgeNotice',
      input: { network: idOf<NetworkId>('network', network), privacyNotice, how: mannerOf(input) },
    }));
  }

  @Mutation(() => PrivacyPayload, { description: 'A yes to one purpose, or its withdrawal, just as easily.' })
  setConsent(
    @Args('input') input: SetConsentInput,
    @CurrentReader() reader: Reader,
  ): Answered<PrivacyPayload, 'network'> {
    const { network, purpose, given } = input;
    return this.record(input, reader, () => ({
      name: 'SetConsent',
      input: { network: idOf<NetworkId>('network', network), purpose, given, how: mannerOf(input) },
    }));
  }

  @ResolveField(() => Privacy)
  async privacy(@CurrentReader() reader: Reader): Promise<Privacy> {
    const rows = await this.queries.execute(new MyPrivacyQuery(reader));
    return { records: rows.map(shown), consents: consentsIn(rows) };
  }

  private record(input: SaidInput, reader: Reader, said: () => Said): Answered<PrivacyPayload, 'network'> {
    const { network, idempotencyKey: key } = input;
    const { correlation } = reader;
    return answered(
      reader,
      () => this.commands.execute(new RecordPrivacyCommand(said(), memberIn(input), reader, key, correlation)),
      () => ({ network }),
    );
  }
}

/** Who names a member has the paper that the member signed; who names nobody says it on screen. */
function mannerOf({ member, document = '' }: SaidInput): Manner {
  return member === undefined ? { kind: 'screen' } : { kind: 'paper', document };
}

function memberIn({ member }: SaidInput): RecordPrivacyCommand['member'] {
  if (member === undefined) return undefined;
  const { bank, id } = idInBank<AccountId>('account', member);
  return { bank, account: id };
}

function shown({ networkId, subject, kind, how, document, saidAt }: PrivacyRecordRow): PrivacyRecord {
  const network = opaqueId('network', networkId);
  return { network, subject, kind, how, saidAt, ...(document !== null && { document }) };
}

/** The last word on each purpose. */
function consentsIn(rows: readonly PrivacyRecordRow[]): readonly Consent[] {
  const last = new Map<string, Consent>();
  for (const { networkId, subject, kind } of rows) {
    if (kind === 'acknowledged') continue;
    const network = opaqueId('network', networkId);
    last.set(`${network} ${subject}`, { network, purpose: subject as ConsentPurpose, given: kind === 'given' });
  }
  return [...last.values()];
}
