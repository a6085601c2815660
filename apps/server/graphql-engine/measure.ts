import {
  GraphQLList,
  GraphQLNonNull,
  Kind,
  getNamedType,
  isCompositeType,
  isObjectType,
  isInterfaceType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { pageSizeMax } from '#api';

/** The size of an operation, known from its text alone. */
export interface Measured {
  /** What a rate counts: each verb is one, and so is each part that is asked of `viewer` or of another root field. */
  readonly operations: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** One for each field, times the rows it may stand in: a page counts as asked, or as 100 where a variable says. */
  readonly cost: number;
  /** Sizes of pages written in the text. */
  readonly pageSizes: readonly number[];
  /** Variables that say the size of a page. */
  readonly pageVariables: readonly string[];
}

export const limits = { depth: 12, aliases: 30, directives: 20, cost: 20_000 } as const;

/** Rows a plain list is counted as: our plain lists are short (banks, hubs, memberships). */
const plainListRows = 10;

/** `parts` are the fields with fields of their own, on this level alone. */
type Measuring = Measured & { readonly parts: number };

const nothing: Measuring = {
  operations: 0,
  parts: 0,
  depth: 0,
  aliases: 0,
  directives: 0,
  cost: 0,
  pageSizes: [],
  pageVariables: [],
};

/** Each fragment is measured once, so a bomb of fragments costs no more than its text is long. */
export function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measured {
  const root = schema.getRootType(operation.operation);
  return root ? new Walk(schema, document).selectionSet(operation.selectionSet, root) : nothing;
}

class Walk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Measuring>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    const definitions = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  }

  selectionSet(set: SelectionSetNode, parent: GraphQLNamedType): Measuring {
    return set.selections.map((selection) => this.selection(selection, parent)).reduce(beside, nothing);
  }

  private selection(selection: SelectionNode, parent: GraphQLNamedType): Measuring {
    const directives = selection.directives?.length ?? 0;
    return beside({ ...nothing, directives }, this.below(selection, parent));
  }

  private below(selection: SelectionNode, parent: GraphQLNamedType): Measuring {
    if (selection.kind === Kind.FIELD) return this.field(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value);
    const condition = selection.typeCondition?.name.value;
    const type = condition === undefined ? parent : this.schema.getType(condition);
    return type ? this.selectionSet(selection.selectionSet, type) : nothing;
  }

  private fragment(name: string): Measuring {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.schema.getType(fragment.typeCondition.name.value);
    if (!fragment || !type) return nothing;
    const measured = this.selectionSet(fragment.selectionSet, type);
    this.measured.set(name, measured);
    return measured;
  }

  private field(field: FieldNode, parent: GraphQLNamedType): Measuring {
    // Introspection reads the schema in memory: the tokens of the document bound it enough.
    if (field.name.value.startsWith('__')) return { ...nothing, operations: 1 };
    const type = typeOf(parent, field.name.value);
    const page = pageOf(field);
    const rows = page.rows ?? (type && isList(type) ? plainListRows : 1);
    const named = type && getNamedType(type);
    const inside =
      field.selectionSet && named && isCompositeType(named) ? this.selectionSet(field.selectionSet, named) : nothing;
    return {
      operations: parent === this.schema.getMutationType() ? 1 : Math.max(1, inside.parts),
      parts: field.selectionSet ? 1 : 0,
      depth: inside.depth + 1,
      aliases: inside.aliases + (field.alias ? 1 : 0),
      directives: inside.directives,
      cost: 1 + rows * inside.cost,
      pageSizes: [...page.sizes, ...inside.pageSizes],
      pageVariables: [...page.variables, ...inside.pageVariables],
    };
  }
}

function beside(a: Measuring, b: Measuring): Measuring {
  return {
    operations: a.operations + b.operations,
    parts: a.parts + b.parts,
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    cost: a.cost + b.cost,
    pageSizes: [...new Set([...a.pageSizes, ...b.pageSizes])],
    pageVariables: [...new Set([...a.pageVariables, ...b.pageVariables])],
  };
}

interface Page {
  readonly rows?: number;
  readonly sizes: readonly number[];
  readonly variables: readonly string[];
}

function pageOf(field: FieldNode): Page {
  const asked = (field.arguments ?? []).filter(({ name }) => name.value === 'first' || name.value === 'last');
  const sizes = asked.flatMap(({ value }) => (value.kind === Kind.INT ? [Number(value.value)] : []));
  const variables = asked.flatMap(({ value }) => (value.kind === Kind.VARIABLE ? [value.name.value] : []));
  if (asked.length === 0) return { sizes, variables };
  return { rows: Math.max(1, ...sizes, ...variables.map(() => pageSizeMax)), sizes, variables };
}

function typeOf(parent: GraphQLNamedType, field: string): GraphQLOutputType | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field]?.type : undefined;
}

function isList(type: GraphQLOutputType): boolean {
  return type instanceof GraphQLNonNull ? isList(type.ofType as GraphQLOutputType) : type instanceof GraphQLList;
}
