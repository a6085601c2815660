import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK } from '#event-store';
import { asId, type Clock } from '#kernel';
import { challengeMs, newChallenge } from '../../domain/challenge/enter-code.js';
import { CHALLENGES, type ChallengeId, type Challenges } from '../../ports/challenges.js';
import { SECRETS, type Secrets } from '../../ports/secrets.js';
import { Pages } from '../pages.js';
import { Seldom, placeOf } from '../seldom.js';
import { AskCodeCommand, type CodeAsked } from './ask-code.command.js';

@CommandHandler(AskCodeCommand)
export class AskCodeHandler implements ICommandHandler<AskCodeCommand> {
  constructor(
    private readonly pages: Pages,
    private readonly seldom: Seldom,
    @Inject(CHALLENGES) private readonly challenges: Challenges,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nobody is looked up here: one row waits, whoever's the address is. @throws PageNotAllowed, AskedTooOften */
  async execute({ address: typed, hub, page, language }: AskCodeCommand): Promise<CodeAsked> {
    await this.pages.placeOf(page, hub);
    const [address, place] = [typed.trim().toLowerCase(), placeOf(page.ip)];
    await this.seldom.take(
      ['address-from-place', `${address} ${place}`],
      ['address', address],
      ['place', place],
      ['hub', hub ?? 'console'],
    );
    const id = asId<ChallengeId>(this.secrets.id());
    await this.challenges.ask({
      id,
      addressMac: this.secrets.mac('address', address),
      address: this.secrets.seal(address),
      hub,
      language,
      challenge: newChallenge(this.clock.now()),
    });
    return { challenge: id, lifeSeconds: challengeMs / 1000 };
  }
}
