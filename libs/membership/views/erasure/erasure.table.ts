import { table, themself } from '#read-model';

/** Who was erased, when and by whom: for the administrators and auditors of the bank. Never why in words, never a name. */
export const erasureTable = table(
  'erasure',
  {
    id: 'uuid',
    kind: 'text',
    /** Absent where a whole person was erased. */
    bankId: 'uuid?',
    personId: 'uuid',
    erasedAt: 'instant',
    erasedBy: 'uuid?',
    ground: 'text',
    document: 'text?',
    revision: 'integer',
  },
  { key: ['id', 'kind'], indexes: [['bankId', 'erasedAt']], readers: themself('bank_id') },
);
