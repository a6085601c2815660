import type { Decidable, ExchangeId, PersonActor } from '#kernel';
import type { LogExchange } from './exchange.commands.js';
import type { ExchangeFacts } from './exchange.events.js';
import { proposalOf } from './exchange-minutes.js';

/** An exchange as it is logged; what was not said has no key. */
export function loggedFacts(command: Decidable<LogExchange>, actor: PersonActor): ExchangeFacts {
  const { provider, receiver, minutes, travelMinutes, serviceDate, hub, desk, strand, category, offer, request } =
    command.input;
  const onBehalfOf = actor.for ?? command.input.onBehalfOf;
  const note = command.sealed['note'];
  return {
    exchange: command.newId<ExchangeId>('exchange'),
    provider,
    receiver,
    serviceDate,
    hub,
    loggedBy: actor.person,
    ...proposalOf(minutes, travelMinutes),
    ...(desk !== undefined && { desk }),
    ...(strand !== undefined && { strand }),
    ...(category !== undefined && { category }),
    ...(offer !== undefined && { offer }),
    ...(request !== undefined && { request }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(note && { note }),
  };
}
