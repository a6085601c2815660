import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Verdict } from '#kernel';
import type { JournalEvent } from '#ledger';
import { AdmitPersonCommand } from './admit-person.command.js';
import { Admissions } from './admissions.js';

@CommandHandler(AdmitPersonCommand)
export class AdmitPersonHandler implements ICommandHandler<AdmitPersonCommand> {
  constructor(private readonly admissions: Admissions) {}

  async execute(command: AdmitPersonCommand): Promise<Verdict<JournalEvent>> {
    const planned = this.admissions.plan(command);
    const refusal = await this.admissions.obstacle(planned);
    if (refusal) return { accepted: false, refusal };
    await this.admissions.ensureKeys([planned]);
    const registration = await this.admissions.register(planned);
    if (registration && !registration.accepted) return registration;
    return this.admissions.admit(planned);
  }
}
