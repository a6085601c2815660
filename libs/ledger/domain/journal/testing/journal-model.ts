import type { ExchangeId, Instant } from '#kernel';
import type { Asked } from '#testing';
import type { JournalCommand } from '../journal.commands.js';
import { AuthorityModel } from './authority-model.js';
import { BankModel } from './bank-model.js';
import { BookModel } from './book-model.js';
import { ExchangeModel } from './exchange-model.js';
import { ImportModel } from './import-model.js';
import { Refused, dayOf, refuse } from './known-facts.js';
import { KnownPowers } from './known-powers.js';
import { MembershipModel } from './membership-model.js';

/** The rules of a journal told a second time, by plain searches, with types of the product's and no function. */
export class JournalModel {
  readonly known = new KnownPowers();
  readonly book = new BookModel(this.known);
  private readonly bank = new BankModel(this.known);
  private readonly authority = new AuthorityModel(this.known);
  private readonly exchanges = new ExchangeModel(this.known, this.book);
  private readonly importing = new ImportModel(this.known, this.book);
  private readonly membership = new MembershipModel(this.known, (account) => this.book.open(account).length > 0);

  /** The code of the refusal, or what is recorded; what is new goes by the ids given. */
  answer(asked: Asked<JournalCommand>, at: Instant, ids: readonly string[]): string {
    const { actor, powers } = asked;
    this.known.withoutRoles = powers === 'own' && 'person' in actor ? actor.person : undefined;
    try {
      return this.predicted(asked, at, ids);
    } catch (cause) {
      if (cause instanceof Refused) return cause.message;
      throw cause;
    }
  }

  private predicted({ command, actor }: Asked<JournalCommand>, at: Instant, ids: readonly string[]): string {
    const [id = ''] = ids;
    refuse({ NOT_FOUND: !['OpenBank', 'ExpireExchange'].includes(command.name) && !this.known.isOpen });
    switch (command.name) {
      case 'OpenBank':
      case 'MoveJournal':
      case 'ServeHub':
      case 'PlaceHub':
        return this.bank.answer(command, actor, dayOf(at), ids);
      case 'AdmitMember':
      case 'SuspendMember':
      case 'ReadmitMember':
      case 'SetLimits':
      case 'EraseMember':
        return this.membership.answer(command, actor, dayOf(at), id);
      case 'GiveMandate':
      case 'EndMandate':
      case 'GrantRole':
      case 'RevokeRole':
        return this.authority.answer(command, actor, dayOf(at), id);
      case 'ImportExchanges':
        return this.importing.answer(command, actor, dayOf(at), ids as readonly ExchangeId[]);
      default:
        return this.exchanges.answer(command, actor, at, id as ExchangeId);
    }
  }
}
