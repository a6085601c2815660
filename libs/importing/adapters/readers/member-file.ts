import { DateOrderEvidence } from '../../domain/plain-csv/day.js';
import type { Answers, OpenFile } from '../../domain/plain-csv/file-reader.js';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import { cellOf, placeOf } from '../../domain/plain-csv/header.js';
import { memberVocabulary } from '../../domain/plain-csv/heading.js';
import { readMemberRow, type MemberRow } from '../../domain/plain-csv/member-row.js';
import { problem, type Problem } from '../../domain/plain-csv/problem.js';
import { headerOf, rowsOf } from './header-record.js';
import { scan } from './scan.js';

export async function* memberRows(open: OpenFile, answers: Answers): AsyncIterable<MemberRow | readonly Problem[]> {
  const { encoding } = await scan(open);
  const header = await headerOf(open, encoding, memberVocabulary);
  const dates = new DateOrderEvidence();
  for await (const { cells, line } of rowsOf(open, encoding)) dates.see(cellOf(header, cells, 'since'), line);
  const dateOrder = dates.order(answers.dateOrder, placeOf(header, 1, 'since').column ?? '');
  if (typeof dateOrder !== 'string') throw new FileRefused([dateOrder]);

  let rows = 0;
  for await (const { cells, line } of rowsOf(open, encoding)) {
    rows += 1;
    yield readMemberRow(cells, line, { header, dateOrder });
  }
  if (rows === 0) throw new FileRefused([problem('NO_ROWS')]);
}
