import { troubleOf } from '../api/trouble.js';
import { arrivalAt, leaveFor } from '../element/provider-trip.js';
import { words } from '../words/provider.js';
import type { App } from './app.js';
import { changeSignIn } from './signing-in.js';

/** To somebody who says who people are, and back to this page. */
export async function leaveForProvider(app: App, name: string): Promise<void> {
  const { api, place } = app.around;
  const address = new URL(`${api.server}/auth/providers/${name}`);
  address.searchParams.set('hub', app.state.door?.hub ?? '');
  try {
    await leaveFor(place, address);
  } catch {
    // A page may forbid its frames any storage: then nobody could come back.
    tell(app, words.providerNotHere());
  }
}

/** With a session, or with the reason why there is none. */
export async function comeBack(app: App): Promise<void> {
  const arrival = arrivalAt(app.around.place);
  if (!arrival) return;
  try {
    if (arrival.kind === 'code') await app.around.api.session.takeOver(arrival.word, arrival.verifier);
    else tell(app, failureWords(arrival.word));
  } catch (cause) {
    tell(app, troubleOf(cause).kind === 'away' ? words.away() : words.providerRefused());
  }
}

function failureWords(failure: string): string {
  switch (failure) {
    case 'unknown':
      return words.providerUnknown();
    case 'shared':
      return words.providerShared();
    case 'away':
      return words.providerAway();
    default:
      return words.providerRefused();
  }
}

function tell(app: App, sentence: string): void {
  changeSignIn(app, { notice: sentence });
  app.say(sentence);
}
