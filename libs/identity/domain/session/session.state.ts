import { unreachable, type HubId, type Powers, type Uuid } from '#kernel';

export type SessionId = Uuid<'SessionId'>;

/** Where somebody signs in: our own console, or a page that a hub's client is embedded in. */
export type Place =
  { readonly kind: 'console' } | { readonly kind: 'embedded'; readonly hub: HubId; readonly origin: string };

export type SignedInBy = 'code' | 'printed-code' | 'provider';

/** On a page that others write, nobody is a coordinator. */
export function powersAt({ kind }: Place): Powers {
  switch (kind) {
    case 'console':
      return 'all';
    case 'embedded':
      return 'own';
    default:
      return unreachable(kind);
  }
}
