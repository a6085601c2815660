import { SetMetadata, type ExecutionContext } from '@nestjs/common';

const key = 'reciproca:public-field';

/** A root field that answers strangers too: what stands on a hub's door. */
export const PublicField = (): MethodDecorator => SetMetadata(key, true);

export function isPublicField(context: ExecutionContext): boolean {
  return Reflect.getMetadata(key, context.getHandler()) === true;
}
