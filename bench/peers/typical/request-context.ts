import type DataLoader from 'dataloader';
import type { IncomingMessage } from 'node:http';
import type { Member } from './types.js';

/** Of one request: who asks, and the members it has looked up. */
export interface RequestContext {
  readonly req: IncomingMessage;
  readonly members: DataLoader<string, Member>;
  /** Set by the guard before any resolver runs. */
  person: string;
}
