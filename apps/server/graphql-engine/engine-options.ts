import type { OperationRates } from './operation-rates.js';
import type { Operations } from './operations.js';
import type { ContextOf } from './request-context.js';

export interface EngineOptions {
  readonly operations: Operations;
  readonly contextOf: ContextOf;
  readonly rates: OperationRates;
  readonly production: boolean;
  /** Documents compiled before they are first asked for. */
  readonly trusted: readonly string[];
}
