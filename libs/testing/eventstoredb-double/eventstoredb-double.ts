import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';

import { Server, ServerCredentials } from '@grpc/grpc-js';

import { append, batchAppend } from './append-service.js';
import { EventLog } from './event-log.js';
import { Faults } from './faults.js';
import { supportedMethods } from './features-service.js';
import { featuresService, streamsService } from './protocol.js';
import { read } from './read-service.js';
import { Striking } from './striking.js';
import { writeStartOf } from './system-events.js';

/** Speaks to @eventstore/db-client as an EventStoreDB 23.10.6 does; keeps its events as long as the process lives. */
export interface EventStoreDbDouble {
  /** `esdb://127.0.0.1:PORT?tls=false` */
  readonly url: string;
  readonly faults: Faults;
  /** Destroys all connections; new ones are taken at once. */
  cut(): void;
  /** As after a kill: connections are destroyed, new ones refused, what is stored stays. */
  stop(): Promise<void>;
  /** Takes connections again, on the same port and with the same events. */
  restart(): Promise<void>;
}

export async function startEventStoreDbDouble(): Promise<EventStoreDbDouble> {
  const log = new EventLog();
  const faults = new Faults();
  let open = await listen(log, faults, 0);
  const port = open.port;
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    faults,
    cut: () => open.cut(),
    stop: () => open.stop(),
    restart: async () => {
      await open.stop();
      open = await listen(log, faults, port);
    },
  };
}

interface OpenServer {
  readonly port: number;
  cut(): void;
  stop(): Promise<void>;
}

/** Its own sockets are handed to gRPC, so that a connection can be destroyed as a failing network does it. */
async function listen(log: EventLog, faults: Faults, port: number): Promise<OpenServer> {
  writeStartOf(log);
  const sockets = new Set<Socket>();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const grpc = grpcServer(log, new Striking(faults, cut));
  const connections = grpc.createConnectionInjector(ServerCredentials.createInsecure());
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    connections.injectConnection(socket);
  });
  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const stop = async (): Promise<void> => {
    cut();
    await closed(listener);
    grpc.forceShutdown();
  };
  return { port: (listener.address() as AddressInfo).port, cut, stop };
}

function grpcServer(log: EventLog, striking: Striking): Server {
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  server.addService(featuresService, { getSupportedMethods: supportedMethods(striking) });
  server.addService(streamsService, {
    append: append(log, striking),
    batchAppend: batchAppend(log, striking),
    read: read(log, striking),
  });
  return server;
}

async function closed(listener: Listener): Promise<void> {
  if (!listener.listening) return;
  listener.close();
  await once(listener, 'close');
}
