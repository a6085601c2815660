import { compileQuery, isCompiledQuery } from 'graphql-jit';
import {
  Kind,
  execute,
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '#api';
import { measure, type Measured } from './measure.js';

export type Variables = Readonly<Record<string, unknown>>;

const documentsMax = 500;
/** Compiling costs half a millisecond and 50 KB: worth it for what comes back. */
const sightingsToCompile = 3;

/** One operation of a document that was parsed and found valid. */
export class Operation {
  private sightings = 0;
  private compiled:
    ((variables: Variables, context: RequestContext) => ExecutionResult | Promise<ExecutionResult>) | undefined;
  readonly measured: Measured;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly name: string | undefined,
    operation: OperationDefinitionNode,
  ) {
    this.measured = measure(schema, document, operation);
  }

  run(variables: Variables, context: RequestContext): ExecutionResult | Promise<ExecutionResult> {
    this.sightings += 1;
    if (this.sightings === sightingsToCompile) this.compile();
    if (this.compiled) return this.compiled(variables, context);
    return execute({
      schema: this.schema,
      document: this.document,
      contextValue: context,
      variableValues: variables,
      operationName: this.name,
    });
  }

  /** What the compiler cannot do stays interpreted. */
  compile(): void {
    const made = compileQuery(this.schema, this.document, this.name);
    if (isCompiledQuery(made)) this.compiled = (variables, context) => made.query(undefined, context, variables);
  }
}

/** The last five hundred documents that were found valid, by their very text, the longest unused forgotten first. */
export class Operations {
  private readonly known = new Map<string, ReadonlyMap<string, Operation>>();

  /** The operation of a document seen before; undefined where the name fits none or several. */
  find(text: string, name: string | undefined): Operation | undefined {
    const document = this.known.get(text);
    if (!document) return undefined;
    this.known.delete(text);
    this.known.set(text, document);
    return document.get(name ?? '');
  }

  /** Remembers a valid document. Without a name the only operation is meant. */
  learn(schema: GraphQLSchema, text: string, document: DocumentNode): void {
    if (this.known.has(text)) return;
    this.known.set(text, operationsOf(schema, document));
    const oldest = this.known.keys().next();
    if (this.known.size > documentsMax && !oldest.done) this.known.delete(oldest.value);
  }

  trust(schema: GraphQLSchema, text: string, document: DocumentNode): void {
    this.learn(schema, text, document);
    for (const operation of this.known.get(text)?.values() ?? []) operation.compile();
  }
}

function operationsOf(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
  );
  for (const name of [undefined, ...names]) {
    const node = getOperationAST(document, name);
    if (node) operations.set(name ?? '', new Operation(schema, document, name, node));
  }
  return operations;
}
