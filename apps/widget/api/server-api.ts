import type { Session } from './session.js';
import type { Downloaded, Transport } from './transport.js';
import { Trouble, troubleOf } from './trouble.js';

/** Asks the documents of documents.ts, and signs in again quietly where a token is over. */
export class ServerApi {
  constructor(
    private readonly transport: Transport,
    readonly session: Session,
  ) {}

  /** Where the server is: this script came from there. */
  get server(): string {
    return this.transport.server;
  }

  /** Also for who is not signed in. @throws Trouble */
  async askPublic<Data>(query: string, variables: object): Promise<Data> {
    return this.post<Data>(query, variables, undefined);
  }

  /** @throws Trouble */
  async ask<Data>(query: string, variables: object): Promise<Data> {
    const { session } = this;
    // Whoever opens the page again is let in and answered by one request.
    const renewed = session.token === undefined && (await session.renew({ query, variables }));
    const data = renewed && (renewed.answer?.data as Data | null | undefined);
    return data || this.signedIn((token) => this.post<Data>(query, variables, token));
  }

  /** A file that GraphQL is not for. @param name where the server gives it none @throws Trouble */
  async download(path: string, name: string): Promise<Downloaded> {
    return this.signedIn((token) => this.transport.download({ path, token }, name));
  }

  private async signedIn<Answer>(work: (token: string | undefined) => Promise<Answer>): Promise<Answer> {
    const { session } = this;
    if (session.token === undefined && !(await session.renew())) throw new Trouble('signed-out');
    try {
      return await work(session.token);
    } catch (cause) {
      const trouble = troubleOf(cause);
      if (trouble.kind !== 'signed-out' || !(await session.renew())) throw trouble;
      return work(session.token);
    }
  }

  private async post<Data>(query: string, variables: object, token: string | undefined): Promise<Data> {
    const { data } = (await this.transport.post({ path: '/graphql', body: { query, variables }, token })) as {
      data?: Data;
    };
    if (!data) throw new Trouble('unexpected');
    return data;
  }
}
