export { openMasterKey } from './adapters/keys/master-key.js';
export { KeyVault, type KeyVaultParts } from './adapters/vault/key-vault.js';
export { MemoryKeyStore } from './adapters/vault/memory-key-store.js';
export { DestroyedKeys } from './stores/keys/destroyed-keys.js';
export { keyMigrations } from './stores/keys/key.migrations.js';
export { PostgresKeyStore } from './stores/keys/postgres-key-store.js';
