import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK } from '#event-store';
import type { Clock, HubId, PersonId } from '#kernel';
import { digitsTyped, enterCode, type Entered } from '../../domain/challenge/enter-code.js';
import { CodeOver, CodeWrong } from '../../domain/identity.errors.js';
import { CHALLENGES, type Challenges, type FoundChallenge } from '../../ports/challenges.js';
import { SECRETS, type Secrets } from '../../ports/secrets.js';
import type { Opened } from '../opening.js';
import { Pages } from '../pages.js';
import { Seldom } from '../seldom.js';
import { Sessions } from '../sessions.js';
import { EnterCodeCommand } from './enter-code.command.js';

interface Answer {
  readonly outcome: Entered['outcome'];
  readonly person: PersonId | undefined;
  readonly hub: HubId | undefined;
}

const noMac = new Uint8Array(32);

@CommandHandler(EnterCodeCommand)
export class EnterCodeHandler implements ICommandHandler<EnterCodeCommand> {
  constructor(
    private readonly pages: Pages,
    private readonly seldom: Seldom,
    private readonly sessions: Sessions,
    @Inject(CHALLENGES) private readonly challenges: Challenges,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws AskedTooOften, CodeOver, CodeWrong, PageNotAllowed */
  async execute({ challenge, typed, page }: EnterCodeCommand): Promise<Opened> {
    await this.seldom.lookAtWrongOnes(page.ip);
    const digits = digitsTyped(typed);
    // Half a code is a slip of the finger and costs no try.
    if (digits === undefined) throw new CodeWrong();
    const entered = await this.challenges.enter(challenge, (found) => this.decide(found, digits));
    if (entered?.outcome !== 'accepted' || entered.person === undefined) {
      await this.seldom.countWrongOne(page.ip);
      throw entered?.outcome === 'wrong' ? new CodeWrong() : new CodeOver();
    }
    const place = await this.pages.placeOf(page, entered.hub);
    return this.sessions.open({ person: entered.person, place, by: 'code', agent: page.agent });
  }

  private decide({ challenge, hub, last }: FoundChallenge, digits: string): { entered: Entered; answer: Answer } {
    const { id, codeMac = noMac, person } = last;
    const isSame = this.secrets.areEqual(this.secrets.mac('code', `${id}/${digits}`), codeMac);
    const entered = enterCode(challenge, last, isSame && person !== undefined, this.clock.now());
    return { entered, answer: { outcome: entered.outcome, person, hub } };
  }
}
