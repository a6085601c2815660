import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { TopLevelError, isPublicField, requestOf, unauthenticated } from '#api';

/** Lets nobody ask or do anything without saying who they are, but for what hangs on a hub's door. */
@Injectable()
export class ActorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql' || isPublicField(context)) return true;
    if (requestOf(context).person === undefined) throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
    return true;
  }
}
