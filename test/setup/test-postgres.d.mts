export interface TestPostgres {
  readonly databaseUrl: string;
  /** Process id of the postmaster, undefined when it is not running. */
  readonly pid: number | undefined;
  /** Starts it again on the same port after it was killed. */
  restart(): Promise<void>;
  /** `fast` lets it put everything away, `immediate` does not. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
}

export function startTestPostgres(options?: { readonly temporary?: boolean }): Promise<{
  readonly folder: string;
  readonly postgres: TestPostgres;
  readonly stop: () => Promise<void>;
}>;
