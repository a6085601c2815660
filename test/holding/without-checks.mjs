import { AccountAccess } from '../../dist/libs/ledger/index.js';

/** `node --import` this before the server: every check that the application makes of who reads lets everybody pass. */
for (const check of Object.getOwnPropertyNames(AccountAccess.prototype).filter((name) => name !== 'constructor')) {
  AccountAccess.prototype[check] = () => Promise.resolve();
}
