import { stringify } from 'csv-stringify/sync';
import type { DemoHistory } from './demo-history.js';

/** The two spreadsheets that a coordinator would bring. */
export interface DemoFiles {
  readonly members: string;
  readonly exchanges: string;
}

export function demoFiles({ members, exchanges }: DemoHistory): DemoFiles {
  return {
    members: csv(
      ['nome', 'hub', 'dal'],
      members.map(({ name, hub, since }) => [name, hub.name, since]),
    ),
    exchanges: csv(
      ['data', 'chi dà', 'chi riceve', 'durata', 'categoria', 'descrizione', 'hub'],
      exchanges.map(({ day, provider, receiver, minutes, category, note, hub }) => [
        italianDay(day),
        provider,
        receiver,
        clock(minutes),
        category,
        note,
        hub.name,
      ]),
    ),
  };
}

function csv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([headings, ...rows], { delimiter: ';' });
}

function italianDay(day: string): string {
  return day.split('-').reverse().join('/');
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;
}
