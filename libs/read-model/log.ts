/** What the outside hears of trouble; pino's shape. */
export interface Log {
  warn(facts: object, message: string): void;
}
