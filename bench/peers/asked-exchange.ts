/** What the peers are asked for: the same facts that the product's mutation carries. */
export interface AskedExchange {
  readonly key: string;
  readonly provider: string;
  readonly minutes: number;
  readonly serviceDate: string;
  readonly hub: string;
  readonly note?: string;
}

/** Done, or refused by a rule: both are answers. */
export type AnsweredExchange =
  { readonly exchange: string; readonly balanceMinutes: number } | { readonly refused: 'FLOOR_REACHED' };

export interface AskedConfirmation {
  readonly exchange: string;
}

const uuid = { type: 'string', minLength: 36, maxLength: 36 } as const;

export const askedExchangeSchema = {
  type: 'object',
  required: ['key', 'provider', 'minutes', 'serviceDate', 'hub'],
  additionalProperties: false,
  properties: {
    key: { type: 'string', minLength: 8, maxLength: 64 },
    provider: uuid,
    minutes: { type: 'integer', minimum: 1, maximum: 1440 },
    serviceDate: { type: 'string', minLength: 10, maxLength: 10 },
    hub: uuid,
    note: { type: 'string', maxLength: 500 },
  },
} as const;

export const askedConfirmationSchema = {
  type: 'object',
  required: ['exchange'],
  additionalProperties: false,
  properties: { exchange: uuid },
} as const;

export const answeredSchema = {
  type: 'object',
  properties: { exchange: { type: 'string' }, balanceMinutes: { type: 'integer' }, refused: { type: 'string' } },
} as const;
