import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EraseMembershipCommand, type ErasureVerdict } from './erase-membership.command.js';
import { ErasureSteps, decided } from './erasure-steps.js';

@CommandHandler(EraseMembershipCommand)
export class EraseMembershipHandler implements ICommandHandler<EraseMembershipCommand> {
  constructor(private readonly steps: ErasureSteps) {}

  async execute({ submission }: EraseMembershipCommand): Promise<ErasureVerdict> {
    const verdict = await this.steps.eraseMember(submission);
    if (!verdict.accepted) return verdict;
    const membership = decided(verdict);
    const { erased } = membership;
    if (erased.kind === 'person' || (await this.steps.isNeeded(erased.person, verdict.position))) {
      return this.steps.carryOut([membership]);
    }
    const last = await this.steps.erasePerson(erased.person, 'last-membership', submission);
    return this.steps.carryOut(last.accepted ? [membership, decided(last)] : [membership]);
  }
}
