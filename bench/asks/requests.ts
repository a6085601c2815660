import { randomInt } from 'node:crypto';
import type { PersonId } from '#kernel';
import { requestHead, type Request } from '../load/connection.js';
import type { TownMember } from '../town.js';

/** A bearer token for each person. */
export type Tokens = ReadonlyMap<PersonId, string>;

/** Makes requests in the name of members. Heads are the same at each of a member's requests and are made once. */
export class Requests {
  private readonly heads = new Map<string, string>();

  constructor(private readonly tokens: Tokens) {}

  get(path: string, member: TownMember): Request {
    return { head: this.head('GET', path, member) };
  }

  post(path: string, member: TownMember, body: object): Request {
    return { head: this.head('POST', path, member), body: JSON.stringify(body) };
  }

  private head(method: 'GET' | 'POST', path: string, { person }: TownMember): string {
    const kept = this.heads.get(path + person);
    if (kept !== undefined) return kept;
    const authorization = `Bearer ${this.tokens.get(person) ?? ''}`;
    const json = method === 'POST' ? { 'content-type': 'application/json' } : {};
    const head = requestHead(method, path, { authorization, ...json });
    this.heads.set(path + person, head);
    return head;
  }
}

export function oneOf<T>(all: readonly T[]): T {
  const one = all[randomInt(all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

export function otherThan<T>(not: T, all: readonly T[]): T {
  for (;;) {
    const other = oneOf(all);
    if (other !== not) return other;
  }
}
