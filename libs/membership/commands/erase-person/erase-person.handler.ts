import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CODEC, StreamWriters } from '#event-store';
import { Refusal, actorKeyOf, streamOf, type Codec, type NewId, type Submission } from '#kernel';
import { journal, type EraseMember, type MembershipRow } from '#ledger';
import { ErasureNotConfirmed } from '../../domain/person/person.errors.js';
import type { ErasureVerdict } from '../erase-membership/erase-membership.command.js';
import { ErasureSteps, decided, type Decision } from '../erase-membership/erasure-steps.js';
import { ErasePersonCommand } from './erase-person.command.js';

const confirmations: readonly string[] = ['CANCELLA', 'ERASE'];

@CommandHandler(ErasePersonCommand)
export class ErasePersonHandler implements ICommandHandler<ErasePersonCommand> {
  constructor(
    private readonly steps: ErasureSteps,
    private readonly writers: StreamWriters,
    @Inject(CODEC) private readonly codec: Codec,
  ) {}

  async execute(command: ErasePersonCommand): Promise<ErasureVerdict> {
    if (!confirmations.includes(command.confirmation.trim().toUpperCase())) return refused(new ErasureNotConfirmed());
    const asked = (await this.steps.membershipsOf(command.person)).map((row) => submissionOf(command, row));
    for (const submission of asked) {
      const refusal = await this.obstacle(submission);
      if (refusal) return refused(refusal);
    }
    const bound = await this.steps.boundElsewhere(command.person);
    if (bound) return refused(bound);
    const decisions: Decision[] = [];
    for (const submission of asked) {
      const verdict = await this.steps.eraseMember(submission);
      if (!verdict.accepted) return verdict;
      decisions.push(decided(verdict));
    }
    const whole = await this.steps.erasePerson(command.person, 'own-wish', command.trace);
    if (!whole.accepted) return whole;
    return this.steps.carryOut([...decisions, decided(whole)]);
  }

  /** What would forbid it now; the journal decides for good in its queue. */
  private obstacle(submission: Submission<EraseMember>): Promise<Refusal | undefined> {
    const { command, stream, actor, key } = submission;
    const id = this.codec.commandId(stream, actorKeyOf(actor), key);
    const newId: NewId = (kind, n = 0) => this.codec.newId(id, kind, n) as never;
    const permission = this.writers.consult(journal, stream, (state, at) => {
      journal.decide({ ...command, id, at, actor, newId, sealed: {} }, state, {});
      return undefined;
    });
    return permission.catch(refusalIn);
  }
}

function refused(refusal: Refusal): ErasureVerdict {
  return { accepted: false, refusal };
}

function submissionOf({ person, trace }: ErasePersonCommand, row: MembershipRow): Submission<EraseMember> {
  return {
    stream: streamOf('journal', row.bankId),
    command: { name: 'EraseMember', input: { account: row.accountId, ground: 'own-wish' } },
    actor: { person },
    // One for each account: a person may have two in a bank until they are merged.
    key: `${trace.key}-${String(row.number)}`,
    correlation: trace.correlation,
  };
}

function refusalIn(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  throw cause;
}
