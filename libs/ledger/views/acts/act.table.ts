import { hoursOf, table } from '#read-model';

/** What was done by a role, once for each account or person whom it concerns. */
export const acts = table(
  'act',
  {
    bankId: 'uuid',
    /** An account, or a person whose role it is about. */
    subjectId: 'uuid',
    revision: 'integer',
    act: 'text',
    actorId: 'uuid',
    recordedAt: 'instant',
  },
  { key: ['subjectId', 'revision'], indexes: [['bankId', 'revision']], readers: hoursOf(['subject_id']) },
);
