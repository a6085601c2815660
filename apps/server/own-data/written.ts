import type { Message } from '#kernel';
import { asDay, asHours, defused, linesOf } from '../spreadsheet/cells.js';
import type { Cell, ColumnKind, Section } from './section.js';

type Language = keyof Message;

function shown(cell: Cell, kind: ColumnKind): string {
  if (cell === undefined) return '';
  if (kind === 'minutes' && typeof cell === 'number') return asHours(cell);
  return kind === 'day' ? asDay(String(cell)) : String(cell);
}

/** Semicolons; minutes both whole and as hours; what a spreadsheet would take for a formula is defused. */
export async function* csvOf({ columns, rows }: Section, language: Language): AsyncIterable<string> {
  const isTime = ({ kind }: Section['columns'][number]): boolean => kind === 'minutes';
  yield linesOf([columns.flatMap((each) => [each.title[language], ...(isTime(each) ? ['h:mm'] : [])])]);
  for await (const row of rows()) {
    yield linesOf([
      columns.flatMap((each) => {
        const written = shown(row[each.name], each.kind);
        if (isTime(each)) return [String(row[each.name] ?? ''), written];
        return [each.kind === 'text' ? defused(written) : written];
      }),
    ]);
  }
}

/** One object; a list of objects for each section. */
export async function* jsonOf(sections: readonly Section[]): AsyncIterable<string> {
  yield '{';
  for (const [place, { name, rows }] of sections.entries()) {
    yield `${place === 0 ? '' : ','}\n${JSON.stringify(name)}: [`;
    let separator = '\n';
    for await (const row of rows()) {
      yield separator + JSON.stringify(row);
      separator = ',\n';
    }
    yield ']';
  }
  yield '\n}\n';
}

const pageTitle: Message = { it: 'I tuoi dati', en: 'Your data' };
const style =
  'body{font:1rem/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .5rem;text-align:left}';

/** A page that opens without a network: it names no other file and runs nothing. */
export async function* pageOf(sections: readonly Section[], language: Language): AsyncIterable<string> {
  yield `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
  yield `<title>${pageTitle[language]}</title><style>${style}</style><h1>${pageTitle[language]}</h1>\n`;
  for (const { title, columns, rows } of sections) {
    yield `<h2>${escaped(title[language])}</h2><table><tr>${columns.map((each) => `<th>${escaped(each.title[language])}</th>`).join('')}</tr>\n`;
    for await (const row of rows()) {
      yield `<tr>${columns.map(({ name, kind }) => `<td>${escaped(shown(row[name], kind))}</td>`).join('')}</tr>\n`;
    }
    yield '</table>\n';
  }
  yield '</html>\n';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
