import { Inject, Injectable } from '@nestjs/common';
import { ASKED_ONCE, type AskedOnce, type PersonId } from '#kernel';
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
  constructor(
    @Inject(UNWANTED_MAILS) private readonly unwanted: UnwantedMails,
    @Inject(ASKED_ONCE) private readonly asked: AskedOnce,
  ) {}

  of(person: PersonId): Promise<readonly ChosenMail[]> {
    return Promise.all(optionalKinds.map(async (kind) => ({ kind, wanted: !(await this.unwanted.has(person, kind)) })));
  }

  /** @throws IdempotencyConflict */
  choose(
    person: PersonId,
    { kind, wanted }: ChosenMail,
    key: string,
  ): Promise<{ readonly mails: readonly ChosenMail[] }> {
    return this.asked.once({ person, key, name: 'choose-mail', input: { kind, wanted } }, async () => {
      await this.unwanted.set(person, kind, wanted);
      return { mails: await this.of(person) };
    });
  }
}
