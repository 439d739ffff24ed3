import { randomUUID } from 'node:crypto';
import type { Caller } from '../../root.js';
import type { ChatTurn, TurnEvent } from '../turn-event.js';

export type TurnInput = Parameters<Caller['chat']['turn']>[0];

/** Asks in a conversation and gives all that is told. */
export async function eventsOf(caller: Caller, input: TurnInput): Promise<TurnEvent[]> {
  const events: TurnEvent[] = [];
  for await (const event of await caller.chat.turn(input)) events.push(event);
  return events;
}

/** Asks in a conversation and gives the turn that comes of it. */
export async function ask(
  caller: Caller,
  input: Omit<TurnInput, 'turnId'> & { readonly turnId?: string },
): Promise<ChatTurn> {
  const events = await eventsOf(caller, { turnId: randomUUID(), ...input });
  const last = events.at(-1);
  if (last?.kind !== 'answer') throw new Error('The turn ended without an answer.');
  return last.turn;
}
