import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';

export const pageSizeMax = 100;
const pageSize = 25;

@ArgsType()
export class PageArgs {
  @IsOptional()
  @Min(1)
  @Max(pageSizeMax)
  @Field(() => Int, { nullable: true, description: 'At most 100; 25 where neither is given.' })
  readonly first?: number;

  @IsOptional()
  @MaxLength(400)
  @Field(() => String, { nullable: true })
  readonly after?: string;

  @IsOptional()
  @Min(1)
  @Max(pageSizeMax)
  @Field(() => Int, { nullable: true, description: 'The last of all, or before a cursor; at most 100.' })
  readonly last?: number;

  @IsOptional()
  @MaxLength(400)
  @Field(() => String, { nullable: true })
  readonly before?: string;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;
  @Field(() => Boolean)
  readonly hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  readonly startCursor?: string;
  @Field(() => String, { nullable: true })
  readonly endCursor?: string;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A Relay connection. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount?: number;
}

/** The GraphQL type of a Relay connection over `node`. */
export function connectionType<Node>(name: string, node: Type<Node>): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field(() => String)
    readonly cursor!: string;
    @Field(() => node)
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection {
    @Field(() => [NodeEdge])
    readonly edges!: readonly NodeEdge[];
    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo;
    @Field(() => Int, { nullable: true, description: 'Null where counting would cost more than the page.' })
    readonly totalCount?: number;
  }
  return NodeConnection;
}

/** What a page is asked by: a direction, how many, and the key to go on from. */
export interface Slice<Key> {
  readonly size: number;
  readonly backwards: boolean;
  readonly from?: Key;
}

export function sliceOf<Key>(args: PageArgs, keyOf: (cursor: string) => Key | undefined): Slice<Key> {
  const backwards = args.last !== undefined && args.first === undefined;
  const cursor = backwards ? args.before : args.after;
  const from = cursor === undefined ? undefined : keyOf(cursor);
  return { size: (backwards ? args.last : args.first) ?? pageSize, backwards, ...(from === undefined ? {} : { from }) };
}

/** @param hasMore whether there is something beyond the page, in the direction it was read */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  slice: Slice<unknown>,
  hasMore: boolean,
  cursorOf: (row: Row) => string,
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.map((row) => ({ cursor: cursorOf(row), node: nodeOf(row) }));
  const [first, last] = [edges.at(0), edges.at(-1)];
  const isWhole = slice.from === undefined && !hasMore;
  return {
    edges,
    pageInfo: {
      hasNextPage: slice.backwards ? slice.from !== undefined : hasMore,
      hasPreviousPage: slice.backwards ? hasMore : slice.from !== undefined,
      ...(first ? { startCursor: first.cursor } : {}),
      ...(last ? { endCursor: last.cursor } : {}),
    },
    ...(isWhole ? { totalCount: edges.length } : {}),
  };
}
