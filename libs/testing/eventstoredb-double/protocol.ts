import { createRequire } from 'node:module';

import type * as Codes from '@eventstore/db-client/generated/code_pb.js';
import type * as Features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type * as FeaturesService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type * as Messages from '@eventstore/db-client/generated/shared_pb.js';
import type * as Rpc from '@eventstore/db-client/generated/status_pb.js';
import type * as Streams from '@eventstore/db-client/generated/streams_pb.js';
import type * as StreamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';

/** The client ships what its protocol files generate, for CommonJS only: both sides of the wire speak through it. */
const require = createRequire(import.meta.url);
const generated = '@eventstore/db-client/generated';

export const streams = require(`${generated}/streams_pb.js`) as typeof Streams;
export const features = require(`${generated}/serverfeatures_pb.js`) as typeof Features;
export const messages = require(`${generated}/shared_pb.js`) as typeof Messages;
export const rpc = require(`${generated}/status_pb.js`) as typeof Rpc;
export const { Code } = require(`${generated}/code_pb.js`) as typeof Codes;
export const { StreamsService: streamsService } = require(`${generated}/streams_grpc_pb.js`) as typeof StreamsService;
export const { ServerFeaturesService: featuresService } = require(
  `${generated}/serverfeatures_grpc_pb.js`,
) as typeof FeaturesService;

/** Google's own messages, as the client has them installed: the generated classes refer to these and no others. */
const ofClient = createRequire(require.resolve('@eventstore/db-client'));
type Any = NonNullable<ReturnType<Rpc.Status['getDetails']>>;
type Empty = NonNullable<ReturnType<Messages.WrongExpectedVersion['getCurrentNoStream']>>;

export function newAny(): Any {
  const { Any } = ofClient('google-protobuf/google/protobuf/any_pb.js') as { readonly Any: new () => Any };
  return new Any();
}

export function newEmpty(): Empty {
  const { Empty } = ofClient('google-protobuf/google/protobuf/empty_pb.js') as { readonly Empty: new () => Empty };
  return new Empty();
}

export type { Codes, Features, Messages, Rpc, Streams };
