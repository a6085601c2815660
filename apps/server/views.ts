import { networkView } from '#hubs';
import { ledgerViews } from '#ledger';
import { addressDigest, erasureView, memberDirectoryView, personContactView, personPrivacyView } from '#membership';
import type { View } from '#read-model';

/** Every view the server keeps; the master key keys the digests of addresses. */
export function viewsUnder(masterKey: Uint8Array): readonly View[] {
  const contacts = personContactView(addressDigest(masterKey));
  return [...ledgerViews, memberDirectoryView, contacts, erasureView, personPrivacyView, networkView];
}
