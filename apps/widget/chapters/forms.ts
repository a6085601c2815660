export { startLogging } from '../app/logging.js';
export { answerForm } from '../views/answer-form.js';
export { doneView } from '../views/done.js';
export { waitingOutbox } from '../views/outbox.js';
export { logView } from '../views/log.js';
export { becameOf } from '../app/moved-on.js';
export { leavingView } from '../views/leaving.js';
export { withdrawingView } from '../views/withdrawing.js';
