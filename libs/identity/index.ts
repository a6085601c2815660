export * from './actor.guard.js';
export * from './adapters/tokens/jwt-tokens.js';
export * from './adapters/tokens/token-key.js';
export * from './tokens.js';
