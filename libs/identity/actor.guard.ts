import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { TopLevelError, requestOf, unauthenticated } from '#api';

/** Lets nobody ask or do anything without saying who they are. */
@Injectable()
export class ActorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    if (requestOf(context).person === undefined) throw new TopLevelError('UNAUTHENTICATED', unauthenticated);
    return true;
  }
}
