/**
 * What a session may use of its person's rights: everything, or only what is the person's own — account, mandates —
 * whatever roles the person has elsewhere.
 */
export type Powers = 'all' | 'own';
