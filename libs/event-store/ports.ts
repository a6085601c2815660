/** Nest's names for the kernel's ports. */
export const EVENT_STORE = Symbol('EventStore');
export const CODEC = Symbol('Codec');
export const VAULT = Symbol('Vault');
export const CLOCK = Symbol('Clock');
