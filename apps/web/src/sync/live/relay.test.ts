import { afterEach, expect, it, vi } from 'vitest';
import type { LiveEvent } from './events';
import { createRelay, type Relay, type Standing } from './relay';

const CHANGE: LiveEvent = { type: 'change', actorId: 'me', seq: 8, changeId: 'change-8', patches: [] };
const STANDING: Standing = { seq: 7, up: true, people: [], problem: null, unread: 2 };

const relays: Relay[] = [];
let names = 0;

afterEach(() => {
  vi.useRealTimers();
  for (const relay of relays.splice(0)) relay.stop();
});

/** A page of a browser, with what it has heard from the others. */
function page(name: string, isLeading: boolean) {
  const heard: unknown[] = [];
  const relay = createRelay({
    channel: new BroadcastChannel(name),
    isLeading: () => isLeading,
    standing: () => STANDING,
    event: (event) => heard.push(event),
    led: ({ seq, up, people, problem, unread }) => heard.push({ seq, up, people, problem, unread }),
    silence: () => heard.push('silence'),
  });
  relays.push(relay);
  return { ...relay, heard };
}

const nextName = () => `relay-${++names}`;

it('passes what the leading page hears on to the others, each once and in order', async () => {
  const name = nextName();
  const [leader, one, other] = [page(name, true), page(name, false), page(name, false)];
  leader.pass(CHANGE);
  leader.pass({ type: 'reset' });
  for (const follower of [one, other]) {
    await expect.poll(() => follower.heard).toEqual([CHANGE, { type: 'reset' }]);
  }
  expect(leader.heard).toEqual([]);
});

it('tells a page that asks how far the leading page is', async () => {
  const name = nextName();
  page(name, true);
  const follower = page(name, false);
  follower.ask();
  await expect.poll(() => follower.heard).toEqual([STANDING]);
});

it('tells a page that asks and is not answered', async () => {
  vi.useFakeTimers();
  const name = nextName();
  const [one, other] = [page(name, false), page(name, false)];
  one.ask();
  await vi.advanceTimersByTimeAsync(1900);
  expect(one.heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(one.heard).toEqual(['silence']);
  expect(other.heard).toEqual([]);
});

it('lets a page that leads hear nothing from another one that thinks it does', async () => {
  const name = nextName();
  const [one, other, witness] = [page(name, true), page(name, true), page(name, false)];
  one.pass(CHANGE);
  one.tellStanding();
  await expect.poll(() => witness.heard).toHaveLength(2);
  expect(other.heard).toEqual([]);
});
