export { openExchange, openHistory } from '../app/history.js';
export { exchangeView } from '../views/exchange.js';
export { historyView } from '../views/history.js';
export { openStatement } from '../app/statement.js';
export { statementView } from '../views/statement.js';
