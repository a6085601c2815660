import type { LogForm } from '../plain/log-form.js';
import { words } from '../words/words.js';
import type { App } from './app.js';

/** The form as the bank takes it. @param hub where the member stood when it was written */
export function inputOf(app: App, form: LogForm, minutes: number, hub = app.home.membership.member.hub?.id): object {
  const { id } = app.home.account;
  const other = form.person?.id;
  const sides = form.direction === 'gave' ? { provider: id, receiver: other } : { provider: other, receiver: id };
  const note = form.note.trim();
  return {
    ...sides,
    minutes,
    serviceDate: form.day,
    hub,
    ...(form.category === undefined ? {} : { category: form.category }),
    ...(note === '' ? {} : { note }),
    idempotencyKey: form.key,
  };
}

/** "Hai dato 1 h a Carla Ferri" */
export function sentenceOf({ direction, person }: LogForm, time: string): string {
  const name = person?.displayName ?? '';
  return direction === 'gave' ? words.youGave(time, name) : words.youReceived(time, name);
}
