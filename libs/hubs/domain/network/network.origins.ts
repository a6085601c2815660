import { NotFound, NothingToChange, type Decidable } from '#kernel';
import type { SetHubOrigins } from './network.commands.js';
import { OriginInvalid, TooManyOrigins } from './network.errors.js';
import type { HubOriginsSet } from './network.events.js';
import type { ReadonlyNetwork } from './network.state.js';

const originsMax = 20;
const hostPattern = '[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*';
const portPattern = '(:(?<port>[1-9]\\d{0,4}))?';
const originPattern = new RegExp(`^(https://${hostPattern}|http://localhost)${portPattern}$`);

/** The whole list at once; an empty one closes the hub's client everywhere. @throws NotFound, TooManyOrigins, OriginInvalid, NothingToChange — in this order */
export function setHubOrigins(command: Decidable<SetHubOrigins>, network: ReadonlyNetwork): HubOriginsSet {
  const { hub, origins } = command.input;
  const known = network.hubs.get(hub);
  if (!known) throw new NotFound();
  if (origins.length > originsMax) throw new TooManyOrigins({ originsMax });
  for (const origin of origins) if (!isOrigin(origin)) throw new OriginInvalid({ origin });
  const wanted = [...new Set(origins)].sort();
  if (wanted.length === known.origins.length && wanted.every((origin, at) => origin === known.origins[at])) {
    throw new NothingToChange();
  }

  return { type: 'HubOriginsSet', data: { hub, origins: wanted } };
}

/** As a browser sends it: lower case, no path, no default port, international names in their ASCII form. */
function isOrigin(text: string): boolean {
  const parts = originPattern.exec(text);
  if (!parts) return false;
  const port = parts.groups?.['port'];
  const defaultPort = text.startsWith('https:') ? '443' : '80';
  return port === undefined || (port !== defaultPort && Number(port) <= 65_535);
}
