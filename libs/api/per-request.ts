import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { requestOf, type RequestContext } from './reader.js';

/** The context object itself: what a request's loaders hang on. */
export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext =>
  requestOf(context),
);

/** Something made once for each request, and forgotten with it. */
export class PerRequest<T> {
  private readonly made = new WeakMap<RequestContext, T>();

  constructor(private readonly make: (request: RequestContext) => T) {}

  of(request: RequestContext): T {
    const known = this.made.get(request);
    if (known !== undefined) return known;
    const made = this.make(request);
    this.made.set(request, made);
    return made;
  }
}
