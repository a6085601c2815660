import { answerDocument, declineDocument, withdrawDocument } from '../api/forms-documents.js';
import type { Exchange } from '../api/shapes.js';
import { otherParty } from '../plain/claims.js';
import { minutesIn, timeProblem, type FormProblem } from '../plain/log-form.js';
import { firstName } from '../plain/names.js';
import { words } from '../words/forms.js';
import type { App } from './app.js';
import { act, cardOf, changeCard } from './claims.js';
import { timeWords } from './problem-words.js';
import type { Card } from './state.js';

/** With the reason that was chosen: other minutes are proposed, anything else declines. */
export async function answer(app: App, exchange: Exchange): Promise<void> {
  const card = cardOf(app, exchange);
  const problem = answerProblem(app, card);
  if (problem !== undefined) {
    changeCard(app, exchange, { problem });
    app.say(problem);
    app.focus(`declining-${exchange.id}`);
    return;
  }
  const first = firstName(otherParty(app.home.account.id, exchange).displayName);
  const said = card.words.trim();
  if (card.reason === 'hours') {
    const input = { minutes: minutesIn(card), ...(said === '' ? {} : { answer: said }) };
    await act(app, exchange, answerDocument, input, () => words.proposed(first));
  } else {
    const reason = [reasonWords(card), said].filter((part) => part !== '').join('. ');
    await act(app, exchange, declineDocument, { reason }, () => words.declined(first));
  }
}

export function withdraw(app: App, exchange: Exchange): Promise<void> {
  return act(app, exchange, withdrawDocument, {}, () => words.withdrawn());
}

function answerProblem(app: App, card: Card): string | undefined {
  if (card.reason === undefined) return words.chooseReason();
  if (card.reason === 'other' && card.words.trim() === '') return words.writeWords();
  const what: FormProblem['what'] | undefined =
    card.reason === 'hours' ? timeProblem(card, app.home.bank.rules) : undefined;
  return what && timeWords(what, app.home.bank.rules);
}

function reasonWords({ reason }: Card): string {
  switch (reason) {
    case 'never':
      return words.didNotHappen();
    case 'unknown':
      return words.notKnown();
    default:
      return '';
  }
}
