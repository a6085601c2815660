import { cellOf, placeOf, type Header } from '../../domain/plain-csv/header.js';
import { DateOrderEvidence } from '../../domain/plain-csv/day.js';
import { needsUnit, type Unit } from '../../domain/plain-csv/duration.js';
import { readExchangeRow, type ExchangeLayout } from '../../domain/plain-csv/exchange-row.js';
import type { Answers, ExchangeFile, OpenFile } from '../../domain/plain-csv/file-reader.js';
import { FileRefused } from '../../domain/plain-csv/file-refused.js';
import { exchangeVocabulary, unitOfHeading, type ExchangeColumn } from '../../domain/plain-csv/heading.js';
import { problem, type Place } from '../../domain/plain-csv/problem.js';
import { headerOf, rowsOf } from './header-record.js';
import { scan, type Encoding } from './scan.js';

export async function openExchangeFile(open: OpenFile, answers: Answers): Promise<ExchangeFile> {
  const { digest, encoding } = await scan(open);
  const layout = await survey(open, encoding, answers);
  return {
    digest,
    layout,
    async *rows() {
      for await (const { cells, line } of rowsOf(open, encoding)) yield readExchangeRow(cells, line, layout);
      // A file that was changed between two readings is another file than the one that was looked through.
      if ((await scan(open)).digest !== digest) throw new FileRefused([problem('FILE_CHANGED')]);
    },
  };
}

async function survey(open: OpenFile, encoding: Encoding, answers: Answers): Promise<ExchangeLayout> {
  const header = await headerOf(open, encoding, exchangeVocabulary);
  const unit = unitOf(header, answers.unit);
  const dates = new DateOrderEvidence();
  let unitless: Place | undefined;
  let rows = 0;
  for await (const { cells, line } of rowsOf(open, encoding)) {
    rows += 1;
    dates.see(cellOf(header, cells, 'date'), line);
    if (!unit && !unitless && needsUnit(cellOf(header, cells, 'duration')))
      unitless = placeOf(header, line, 'duration');
  }
  if (rows === 0) throw new FileRefused([problem('NO_ROWS')]);
  if (unitless) throw new FileRefused([problem('UNIT_UNKNOWN', unitless)]);
  const dateOrder = dates.order(answers.dateOrder, placeOf(header, 1, 'date').column ?? '');
  if (typeof dateOrder !== 'string') throw new FileRefused([dateOrder]);
  return { header, unit, dateOrder };
}

function unitOf(header: Header<ExchangeColumn>, asked: Unit | undefined): Unit | undefined {
  const place = placeOf(header, 1, 'duration');
  const said = unitOfHeading(place.column ?? '');
  if (said && asked && said !== asked) throw new FileRefused([problem('UNIT_CONTRADICTED', place, { unit: asked })]);
  return said ?? asked;
}
