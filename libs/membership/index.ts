export { openMasterKey } from './adapters/keys/master-key.js';
export { addressDigest, type AddressDigest } from './adapters/vault/address-digest.js';
export { KeyVault, type KeyVaultParts } from './adapters/vault/key-vault.js';
export { MemoryKeyStore } from './adapters/vault/memory-key-store.js';
export { wrapKey } from './adapters/vault/wrapping.js';
export { DestroyedKeys } from './stores/keys/destroyed-keys.js';
export { keyMigrations } from './stores/keys/key.migrations.js';
export { PostgresKeyStore } from './stores/keys/postgres-key-store.js';
export { PostgresReadings } from './stores/readings/postgres-readings.js';
export { readingMigrations } from './stores/readings/reading.migrations.js';
export { ErasureRegisterFile } from './adapters/register/erasure-register.js';
export { Erasures, asRecord, forgetInTables, ownerOf, type PersonalTable } from './stores/erasure/erasures.js';
export { EraseMembershipCommand, type ErasureDone } from './commands/erase-membership/erase-membership.command.js';
export { ErasePersonCommand } from './commands/erase-person/erase-person.command.js';
export { EraseUnneededCommand } from './commands/erase-unneeded/erase-unneeded.command.js';
export { RecordPrivacyCommand } from './commands/record-privacy/record-privacy.command.js';
export { personPrivacyView } from './views/person-privacy/person-privacy.projection.js';
export { MyPrivacyQuery, type PrivacyRecordRow } from './views/person-privacy/person-privacy.query.js';
export { PersonNamesQuery } from './views/member-directory/person-names.query.js';
export { ReadingsQuery, type ReadingRow } from './views/readings/readings.query.js';
export { erasureView } from './views/erasure/erasure.projection.js';
export { DormantMembersQuery, type DormantMember } from './views/erasure/dormant-members.query.js';
export { ErasuresQuery, type ErasureRow } from './views/erasure/erasure.query.js';
export { AdmitPersonCommand, type Admission, type Newcomer } from './commands/admit-person/admit-person.command.js';
export { AskEmailCommand } from './commands/ask-email/ask-email.command.js';
export { ConfirmEmailCommand } from './commands/confirm-email/confirm-email.command.js';
export { ChangeEmailCommand } from './commands/change-email/change-email.command.js';
export {
  ImportMembersCommand,
  type ImportedMember,
  type MemberRow,
  type MembersImported,
} from './commands/import-members/import-members.command.js';
export { RegisterPersonCommand } from './commands/register-person/register-person.command.js';
export { RenameMemberCommand } from './commands/rename-member/rename-member.command.js';
export type * from './domain/person/person.commands.js';
export { person } from './domain/person/person.decider.js';
export * from './domain/person/person.errors.js';
export * from './domain/person/person.events.js';
export { personUpcasters } from './domain/person/person.upcasters.js';
export { MembershipModule } from './membership.module.js';
export { memberDirectoryMigration } from './views/member-directory/member-directory.migration.js';
export { memberDirectoryView } from './views/member-directory/member-directory.projection.js';
export {
  MemberNamesQuery,
  MemberSearchQuery,
  MembersQuery,
  type DirectoryMember,
  type MembersPage,
} from './views/member-directory/member-directory.query.js';
export { personContactView } from './views/person-contact/person-contact.projection.js';
export { PersonContacts } from './views/person-contact/person-contacts.js';
export { membershipResolvers } from './graphql/membership.resolvers.js';
