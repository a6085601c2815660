/** What the peers are asked for: the same facts that the product's mutation carries. */
export interface AskedExchange {
  readonly key: string;
  readonly provider: string;
  readonly minutes: number;
  readonly serviceDate: string;
  readonly hub: string;
  readonly note?: string;
}

export interface AnsweredExchange {
  readonly exchange: string;
  readonly balanceMinutes: number;
}

export const askedExchangeSchema = {
  type: 'object',
  required: ['key', 'provider', 'minutes', 'serviceDate', 'hub'],
  additionalProperties: false,
  properties: {
    key: { type: 'string', minLength: 8, maxLength: 64 },
    provider: { type: 'string', minLength: 36, maxLength: 36 },
    minutes: { type: 'integer', minimum: 1, maximum: 1440 },
    serviceDate: { type: 'string', minLength: 10, maxLength: 10 },
    hub: { type: 'string', minLength: 36, maxLength: 36 },
    note: { type: 'string', maxLength: 500 },
  },
} as const;
