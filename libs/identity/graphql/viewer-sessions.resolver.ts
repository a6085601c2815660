import { Context, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, opaqueId, type RequestContext } from '#api';
import { instant } from '#kernel';
import { Sessions, type SignedIn } from '../commands/sessions.js';
import { Session } from './session.types.js';

@Resolver(() => Viewer)
export class ViewerSessionsResolver {
  constructor(private readonly kept: Sessions) {}

  @ResolveField(() => [Session], { description: 'Where you are signed in, the last sign-in first.' })
  async sessions(@Context() { person, session }: RequestContext): Promise<readonly Session[]> {
    if (person === undefined) return [];
    return (await this.kept.of(person)).map((each) => shown(each, session));
  }
}

function shown(session: SignedIn, current: string | undefined): Session {
  const { id, place, by, agent, openedAtMs, seenAtMs, endsAtMs } = session;
  return {
    id,
    isCurrent: id === current,
    place: place.kind,
    ...(place.kind === 'embedded' ? { hub: opaqueId('hub', place.hub), origin: place.origin } : {}),
    signedInBy: by,
    agent,
    openedAt: instant(openedAtMs),
    seenAt: instant(seenAtMs),
    endsAt: instant(endsAtMs),
  };
}
