import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, StreamableFile, UseFilters } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TopLevelError, idInBank, tooManyOperations, unauthenticated } from '#api';
import { RequestIdentity } from '#identity';
import { NotFound, type AccountId } from '#kernel';
import { printTable } from '#ledger';
import { OperationRates } from '../graphql-engine/operation-rates.js';
import { contextFrom, type AskedContext } from '../graphql-engine/request-context.js';
import { languageAsked } from './language-asked.js';
import { periodOf } from './period.js';
import { contentHash, csvOf } from './statement-csv.js';
import { StatementErrors } from './statement-errors.filter.js';
import { tableOf } from './statement-table.js';
import { Statements, type Statement } from './statements.js';
import { worded } from './words.js';

interface Asked {
  readonly from?: unknown;
  readonly to?: unknown;
  /** `1`: the CSV begins with a byte order mark, by which some spreadsheets know it is UTF-8. */
  readonly bom?: unknown;
}

/** As many lines as one page of the statement has where it is asked for page by page. */
const linesAnOperation = 25;

/** A member's statement as a file, for whoever may read the account: a download, and therefore no GraphQL. */
@Controller('accounts/:account')
@UseFilters(StatementErrors)
export class StatementController {
  constructor(
    private readonly statements: Statements,
    private readonly identity: RequestIdentity,
    private readonly rates: OperationRates,
  ) {}

  @Get('statement.csv')
  async csv(
    @Param('account') account: string,
    @Query() asked: Asked,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const statement = await this.asked(account, asked, request);
    return fileOf(statement, 'csv', csvOf(statement, { withMark: asked.bom === '1' }));
  }

  @Get('statement.pdf')
  async pdf(
    @Param('account') account: string,
    @Query() asked: Asked,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const statement = await this.asked(account, asked, request);
    return fileOf(statement, 'pdf', printTable(tableOf(statement, await contentHash(statement))));
  }

  private async asked(opaque: string, asked: Asked, request: FastifyRequest): Promise<Statement> {
    const context = await contextFrom(this.identity)(request);
    const { person, powers } = context;
    this.count(context, 1);
    if (person === undefined) throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
    const period = periodOf(asked);
    const { bank, id: account } = idInBank<AccountId>('account', opaque);
    const language = languageAsked(request);
    const statement = await this.statements.of({ asker: { person, powers }, account, period, language });
    if (statement.sheet.bankId !== bank) throw new NotFound();
    this.count(context, Math.ceil(statement.sheet.lines / linesAnOperation));
    return statement;
  }

  /** A long statement counts as much as its pages would. */
  private count(context: AskedContext, operations: number): void {
    const seconds = this.rates.take(context, operations);
    if (seconds !== undefined) throw new TopLevelError('RATE_LIMITED', tooManyOperations, undefined, { seconds });
  }
}

const types = { csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const;

function fileOf(statement: Statement, kind: keyof typeof types, pieces: AsyncIterable<unknown>): StreamableFile {
  const { language, sheet, period } = statement;
  const name = [worded('fileName', language), String(sheet.memberNumber), period.from, period.to].join('-');
  const disposition = `attachment; filename="${name}.${kind}"`;
  return new StreamableFile(Readable.from(pieces), { type: types[kind], disposition });
}
