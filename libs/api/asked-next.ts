import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  Kind,
  getArgumentValues,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/**
 * The arguments of a field that will be asked of what this resolver returns, so that both are read at once; undefined
 * where it is not selected. A hint and no more: the field is asked all the same, and checks its arguments itself.
 */
export const AskedNext = createParamDecorator((field: string, context: ExecutionContext): unknown =>
  argumentsOf(field, context.getArgByIndex<GraphQLResolveInfo>(3)),
);

function argumentsOf(field: string, info: GraphQLResolveInfo): unknown {
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  for (const { selectionSet } of info.fieldNodes) {
    const found = selectionSet && find(field, selectionSet, info);
    if (found && definition) return getArgumentValues(definition, found, info.variableValues);
  }
  return undefined;
}

function find(field: string, { selections }: SelectionSetNode, info: GraphQLResolveInfo): FieldNode | undefined {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === field) return selection;
      continue;
    }
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    const found = within && find(field, within.selectionSet, info);
    if (found) return found;
  }
  return undefined;
}
