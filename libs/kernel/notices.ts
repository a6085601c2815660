import type { NetworkId } from './ids.js';

/** Which editions of its privacy notice a network has issued; none is ever taken back. */
export interface IssuedNotices {
  has(network: NetworkId, privacyNotice: string): Promise<boolean>;
}

/** Nest's name for the port. */
export const ISSUED_NOTICES = Symbol('IssuedNotices');
