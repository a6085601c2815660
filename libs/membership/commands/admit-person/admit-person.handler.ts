import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Verdict } from '#kernel';
import type { JournalEvent } from '#ledger';
import { AdmitPersonCommand } from './admit-person.command.js';
import { Admissions } from './admissions.js';

@CommandHandler(AdmitPersonCommand)
export class AdmitPersonHandler implements ICommandHandler<AdmitPersonCommand> {
  constructor(private readonly admissions: Admissions) {}

  async execute(command: AdmitPersonCommand): Promise<Verdict<JournalEvent>> {
    const planned = await this.admissions.plan(command);
    const permission = await this.admissions.permission(planned);
    if ('refusal' in permission) return { accepted: false, ...permission };
    await this.admissions.ensureKeys([planned]);
    const registration = await this.admissions.register(planned, permission.actor);
    if (registration && !registration.accepted) return registration;
    return this.admissions.admit(planned);
  }
}
