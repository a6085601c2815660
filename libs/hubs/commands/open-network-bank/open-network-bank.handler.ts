import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_STORE, StreamWriters, VAULT } from '#event-store';
import { streamOf, type BankId, type EventStore, type RecordRef, type Vault, type Verdict } from '#kernel';
import { OpenBankCommand, type JournalEvent } from '#ledger';
import { mayAdminister, network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { unknownPerson } from '../known-persons.js';
import { OpenNetworkBankCommand } from './open-network-bank.command.js';

@CommandHandler(OpenNetworkBankCommand)
export class OpenNetworkBankHandler implements ICommandHandler<OpenNetworkBankCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async execute(message: OpenNetworkBankCommand): Promise<Verdict<JournalEvent>> {
    const { opening, actor, powers, key, correlation } = message;
    // Who may not open a bank learns nothing about who is known here: the network refuses before anybody is looked up.
    const unknown = (await this.mayOpen(message)) && (await unknownPerson(this.store, opening.administrators));
    if (unknown) return { accepted: false, refusal: unknown };
    const authorised = (await this.authorisation(message)) ?? (await this.authorise(message));
    if ('accepted' in authorised) return authorised;

    const { bank, cause } = authorised;
    await this.vault.ensureKeys([{ kind: 'bank', id: bank }]);
    const stream = streamOf('journal', bank);
    return this.commands.execute(
      new OpenBankCommand({
        stream,
        command: { name: 'OpenBank', input: { bank, ...opening, cause } },
        asked: opening,
        actor,
        powers,
        key,
        correlation,
        causation: cause,
      }),
    );
  }

  private mayOpen(message: OpenNetworkBankCommand): Promise<boolean> {
    const stream = streamOf('network', message.opening.network);
    return this.writers.look(network, stream, (state) => mayAdminister(message, state));
  }

  /** A bank that the network authorised before: its journal may still be missing, after a refusal or a crash. */
  private authorisation(message: OpenNetworkBankCommand): Promise<Authorised | undefined> {
    const { opening } = message;
    const stream = streamOf('network', opening.network);
    return this.writers.look(network, stream, (state) => {
      const known = mayAdminister(message, state) ? state.banks.get(opening.handle) : undefined;
      return known && { bank: known.bank, cause: { stream, revision: known.revision } };
    });
  }

  private async authorise(message: OpenNetworkBankCommand): Promise<Authorised | Refused> {
    const { opening, actor, powers, key, correlation } = message;
    const verdict = await this.writers.submit(network, {
      stream: streamOf('network', opening.network),
      command: { name: 'AuthoriseBank', input: { handle: opening.handle } },
      actor,
      powers,
      key,
      correlation,
    });
    return verdict.accepted ? authorisedBy(verdict) : verdict;
  }
}

interface Authorised {
  readonly bank: BankId;
  readonly cause: RecordRef;
}
type Accepted = Extract<Verdict<NetworkEvent>, { readonly accepted: true }>;
type Refused = Extract<Verdict<JournalEvent>, { readonly accepted: false }>;

function authorisedBy({ records }: Accepted): Authorised {
  for (const { event, stream, revision } of records) {
    if (event.type === 'BankAuthorised') return { bank: event.data.bank, cause: { stream, revision } };
  }
  throw new Error('a bank was authorised without a record');
}
