import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Tokens } from '../tokens.js';
import type { RequestContext } from './request-context.js';

@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = GqlExecutionContext.create(context).getContext<RequestContext>();
    request.person = await this.tokens.person(request.req.headers.authorization);
    return true;
  }
}
