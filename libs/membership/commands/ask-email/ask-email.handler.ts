import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ADDRESS_PROOFS, CONTACTS, NothingToChange, type AddressProofs, type AskedProof, type Contacts } from '#kernel';
import { requireEmail, tidied } from '../../domain/person/person.texts.js';
import { OwnAddress } from '../change-email/own-address.js';
import { OwnBank } from '../change-email/own-bank.js';
import { AskEmailCommand } from './ask-email.command.js';

@CommandHandler(AskEmailCommand)
export class AskEmailHandler implements ICommandHandler<AskEmailCommand> {
  constructor(
    private readonly own: OwnAddress,
    private readonly ownBank: OwnBank,
    @Inject(CONTACTS) private readonly contacts: Contacts,
    @Inject(ADDRESS_PROOFS) private readonly proofs: AddressProofs,
  ) {}

  /**
   * Whether anybody else has the address is not looked at.
   *
   * @throws ConsoleOnly, EmailInvalid, NothingToChange, AskedTooOften, IdempotencyConflict — in this order
   */
  async execute({ email: typed, asker, language, key }: AskEmailCommand): Promise<AskedProof> {
    const { person } = asker;
    const refusal = await this.own.refusalFor(asker);
    if (refusal) throw refusal;
    const { email = '' } = tidied({ email: typed });
    requireEmail(email);
    const current = await this.contacts.of(person);
    if (current?.email.toLowerCase() === email.toLowerCase()) throw new NothingToChange();
    const bank = await this.ownBank.of(person);
    return this.proofs.ask({ person, email, language: current?.language ?? language, bank }, key);
  }
}
