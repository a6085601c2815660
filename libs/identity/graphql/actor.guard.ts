import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { TopLevelError, isPublicField, requestOf, unauthenticated } from '#api';

/** Lets nobody ask or do anything without saying who they are, but for what hangs on a hub's door. */
@Injectable()
export class ActorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql' || requestOf(context).person !== undefined) return true;
    if (isPublicField(context)) return true;
    throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
  }
}
