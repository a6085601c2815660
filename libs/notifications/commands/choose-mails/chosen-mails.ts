import { Inject, Injectable } from '@nestjs/common';
import type { PersonId } from '#kernel';
import { optionalKinds } from '../../domain/mail/optional-kinds.js';
import { UNWANTED_MAILS, type OptionalKind, type UnwantedMails } from '../../ports/unwanted-mails.js';

/** A kind of mail that its reader may do without. */
export interface ChosenMail {
  readonly kind: OptionalKind;
  readonly wanted: boolean;
}

/** Which mails somebody wants, as they say it themselves. */
@Injectable()
export class ChosenMails {
  constructor(@Inject(UNWANTED_MAILS) private readonly unwanted: UnwantedMails) {}

  of(person: PersonId): Promise<readonly ChosenMail[]> {
    return Promise.all(optionalKinds.map(async (kind) => ({ kind, wanted: !(await this.unwanted.has(person, kind)) })));
  }

  async choose(person: PersonId, { kind, wanted }: ChosenMail): Promise<readonly ChosenMail[]> {
    await this.unwanted.set(person, kind, wanted);
    return this.of(person);
  }
}
