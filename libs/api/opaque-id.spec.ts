import { NotFound, type AccountId, type BankId, type HubId } from '#kernel';
import { idInBank, idOf, kindOf, opaqueId, readId, readIdInBank } from './opaque-id.js';

const bank = '1f0e9c1a-7c1b-8a52-9d57-3a2f0c5d6e7f' as BankId;
const account = '2f0e9c1a-7c1b-8a52-9d57-3a2f0c5d6e7f' as AccountId;

test('an id is read back as what it was made of', () => {
  expect(idOf<BankId>('bank', opaqueId('bank', bank))).toBe(bank);
  expect(idInBank<AccountId>('account', opaqueId('account', bank, account))).toEqual({ bank, id: account });
  expect(kindOf(opaqueId('exchange', bank, account))).toBe('exchange');
});

test.each([
  ['of another kind', opaqueId('hub', bank)],
  ['with a bank too many', opaqueId('bank', bank, account)],
  ['cut short', opaqueId('bank', bank).slice(0, -1)],
  ['padded', `${opaqueId('bank', bank)}=`],
  ['in plain', bank],
  ['empty', ''],
])('an id %s names nothing', (_, id) => {
  expect(readId<HubId>('bank', id)).toBeUndefined();
  expect(readIdInBank<AccountId>('account', id)).toBeUndefined();
  expect(() => idOf('bank', id)).toThrow(NotFound);
});
