import { ledgerViews } from '#ledger';
import { memberDirectoryView } from '#membership';
import { networkView } from '#hubs';
import type { View } from '#read-model';

/** Every view the server keeps. */
export const views: readonly View[] = [...ledgerViews, memberDirectoryView, networkView];
