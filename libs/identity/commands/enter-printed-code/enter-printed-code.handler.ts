import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK } from '#event-store';
import type { Clock } from '#kernel';
import { CodeWrong } from '../../domain/identity.errors.js';
import { isUsable, lettersTyped } from '../../domain/printed-code/printed-code.js';
import { PRINTED_CODES, type PrintedCodes } from '../../ports/printed-codes.js';
import { SECRETS, type Secrets } from '../../ports/secrets.js';
import type { Opened } from '../opening.js';
import { Pages } from '../pages.js';
import { printedMac } from '../printed-mac.js';
import { Seldom } from '../seldom.js';
import { Sessions } from '../sessions.js';
import { EnterPrintedCodeCommand } from './enter-printed-code.command.js';

@CommandHandler(EnterPrintedCodeCommand)
export class EnterPrintedCodeHandler implements ICommandHandler<EnterPrintedCodeCommand> {
  constructor(
    private readonly pages: Pages,
    private readonly seldom: Seldom,
    private readonly sessions: Sessions,
    @Inject(PRINTED_CODES) private readonly codes: PrintedCodes,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** On a hub's page alone: what somebody else has held in hand opens no role. @throws PageNotAllowed, AskedTooOften, CodeWrong */
  async execute({ memberNumber, typed, hub, page }: EnterPrintedCodeCommand): Promise<Opened> {
    const place = await this.pages.placeOf(page, hub);
    await this.seldom.lookAtWrongOnes(page.ip);
    const letters = lettersTyped(typed);
    const nowMs = this.clock.now();
    const person =
      letters === undefined
        ? undefined
        : await this.codes.use(printedMac(this.secrets, letters), memberNumber, (code) => isUsable(code, nowMs));
    if (person === undefined) {
      await this.seldom.countWrongOne(page.ip);
      throw new CodeWrong();
    }
    return this.sessions.open({ person, place, by: 'printed-code', agent: page.agent });
  }
}
