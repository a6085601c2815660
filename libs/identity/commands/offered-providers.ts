import { Inject, Injectable } from '@nestjs/common';
import type { HubId } from '#kernel';
import { IDENTITY_PROVIDERS, type IdentityProviders, type ProviderSettings } from '../ports/identity-providers.js';

export type OfferedProvider = Pick<ProviderSettings, 'name' | 'title'>;

/** The buttons of a sign-in page. */
@Injectable()
export class OfferedProviders {
  constructor(@Inject(IDENTITY_PROVIDERS) private readonly providers: IdentityProviders) {}

  forConsole(): readonly OfferedProvider[] {
    return this.providers.all.filter(({ isForConsole }) => isForConsole).map(shown);
  }

  at(hub: HubId): readonly OfferedProvider[] {
    return this.providers.all.filter(({ hubs }) => hubs.includes(hub)).map(shown);
  }
}

function shown({ name, title }: ProviderSettings): OfferedProvider {
  return { name, title };
}
