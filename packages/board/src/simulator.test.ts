import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapshotOf } from './board.js';
import type { Change } from './change.js';
import { createReplica, enqueue, receive, refusePending, requeue, resync, type Replica } from './replica.js';
import { isRefusal } from './refusal.js';
import { boardOf, NOW } from './testing/boards.js';
import { attempts, operationFor, type Attempt } from './testing/operations.js';
import { LogServer } from './testing/server.js';

interface Actor {
  replica: Replica;
  /** What the live feed brought and this actor has not looked at yet. */
  inbox: Change[];
  isOnline: boolean;
}

type Event =
  | { readonly type: 'change'; readonly actor: number; readonly attempts: readonly Attempt[] }
  | { readonly type: 'send'; readonly actor: number; readonly isAnswerLost: boolean }
  | { readonly type: 'hear'; readonly actor: number; readonly at: number; readonly isRepeated: boolean }
  | { readonly type: 'connect' | 'reload' | 'refetch'; readonly actor: number };

const actor = fc.nat({ max: 2 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('change'), actor, attempts }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('send'), actor, isAnswerLost: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('hear'), actor, at: fc.nat(), isRepeated: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('connect', 'reload', 'refetch'), actor }) },
);

class Simulation {
  readonly server = new LogServer(boardOf({ todo: ['a', 'b', 'c'], doing: ['d'], done: ['e', 'f'] }));
  readonly actors: Actor[] = [0, 1, 2].map(() => ({ replica: this.#freshReplica(), inbox: [], isOnline: true }));
  #changes = 0;

  run(what: Event): void {
    const who = this.actors[what.actor];
    if (!who) return;
    if (what.type === 'change') this.#change(who, what.attempts);
    else if (what.type === 'send') this.#send(who, what.isAnswerLost);
    else if (what.type === 'hear') this.#hear(who, what);
    else if (what.type === 'connect') who.isOnline = !who.isOnline;
    else if (what.type === 'reload') this.#reload(who);
    else who.replica = resync(who.replica, this.server.board);
  }

  /** Everybody comes back online, sends what is pending and catches up. */
  finish(): void {
    for (const who of this.actors) {
      who.isOnline = true;
      while (who.replica.pending.length > 0) this.#send(who, false);
    }
    for (const who of this.actors) this.#catchUp(who);
  }

  #freshReplica(): Replica {
    return createReplica(this.server.board, { actorId: 'ada', role: 'editor' });
  }

  #change(who: Actor, tried: readonly Attempt[]): void {
    const operations = tried.map((one) => operationFor(who.replica.view, one));
    const next = enqueue(who.replica, { changeId: `change-${++this.#changes}`, operations, now: NOW });
    if (!isRefusal(next)) who.replica = next;
  }

  #send(who: Actor, isAnswerLost: boolean): void {
    const [head] = who.replica.pending;
    if (!head || !who.isOnline) return;
    const known = this.server.log.length;
    const answer = this.server.commit(head.changeId, head.operations);
    if (!isRefusal(answer) && this.server.log.length > known) {
      for (const other of this.actors) if (other.isOnline) other.inbox.push(answer);
    }
    if (isAnswerLost) return;
    if (isRefusal(answer)) who.replica = refusePending(who.replica, head.changeId);
    else this.#take(who, answer);
  }

  /** Takes something out of the inbox that is not always the oldest, and not always for good. */
  #hear(who: Actor, { at, isRepeated }: { at: number; isRepeated: boolean }): void {
    const index = at % Math.max(1, Math.min(3, who.inbox.length));
    const change = who.inbox[index];
    if (!change || !who.isOnline) return;
    if (!isRepeated) who.inbox.splice(index, 1);
    const { replica } = receive(who.replica, change);
    who.replica = replica;
  }

  #take(who: Actor, change: Change): void {
    const { replica, gap } = receive(who.replica, change);
    who.replica = replica;
    if (gap) this.#catchUp(who);
  }

  #catchUp(who: Actor): void {
    for (const change of this.server.since(who.replica.confirmed.seq))
      who.replica = receive(who.replica, change).replica;
  }

  /** A reload keeps what is pending, and nothing else. */
  #reload(who: Actor): void {
    who.replica = requeue(this.#freshReplica(), who.replica.pending);
    who.inbox = [];
  }
}

it('ends with equal boards for everybody, however changes were delayed, repeated, reordered, lost or refused', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 10, maxLength: 120, size: 'max' }), (events) => {
      const simulation = new Simulation();
      for (const what of events) {
        const seen = simulation.actors.map((who) => who.replica.confirmed.seq);
        simulation.run(what);
        for (const [index, who] of simulation.actors.entries()) {
          expect(who.replica.confirmed.seq).toBeGreaterThanOrEqual(seen[index] ?? 0);
        }
      }
      simulation.finish();
      const truth = snapshotOf(simulation.server.board);
      for (const { replica } of simulation.actors) {
        expect(replica.pending).toEqual([]);
        expect(replica.early.size).toBe(0);
        expect(snapshotOf(replica.confirmed)).toEqual(truth);
        expect(replica.view).toBe(replica.confirmed);
      }
    }),
    { numRuns: 300 },
  );
});

it('commits every change once, also when it was sent again because its answer was lost', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 10, maxLength: 80, size: 'max' }), (events) => {
      const simulation = new Simulation();
      for (const what of events) simulation.run(what);
      simulation.finish();
      const ids = simulation.server.log.map((change) => change.changeId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(simulation.server.log.map((change) => change.seq)).toEqual(ids.map((_, index) => index + 1));
    }),
    { numRuns: 100 },
  );
});
