import { afterEach, expect, it } from 'vitest';
import { createLeadership, type Leadership } from './leadership';

const pages: Leadership[] = [];
let names = 0;

afterEach(() => {
  for (const page of pages.splice(0)) page.stop();
});

/** A page of a browser, with what it was told. */
function page(name: string, { locks }: { locks: LockManager | undefined } = { locks: navigator.locks }) {
  const told: string[] = [];
  const leadership = createLeadership({
    locks,
    name,
    lead: () => told.push('lead'),
    follow: () => told.push('follow'),
  });
  pages.push(leadership);
  return { ...leadership, told };
}

const nextName = () => `leadership-${++names}`;

it('gives the lead to one page, and to the next when that one goes', async () => {
  const name = nextName();
  const [first, second, third] = [page(name), page(name), page(name)];
  for (const each of [first, second, third]) each.start();
  await expect.poll(() => first.isLeading()).toBe(true);
  expect([second, third].map((each) => each.isLeading())).toEqual([false, false]);
  second.stop();
  first.stop();
  await expect.poll(() => third.isLeading()).toBe(true);
  expect(first.told).toEqual(['lead', 'follow']);
  expect(second.told).toEqual([]);
});

it('lets a page seize the lead; the other one follows, and leads again when that one goes', async () => {
  const name = nextName();
  const [asleep, awake] = [page(name), page(name)];
  asleep.start();
  awake.start();
  await expect.poll(() => asleep.isLeading()).toBe(true);
  awake.seize();
  await expect.poll(() => awake.isLeading()).toBe(true);
  await expect.poll(() => asleep.isLeading()).toBe(false);
  awake.stop();
  await expect.poll(() => asleep.isLeading()).toBe(true);
  expect(asleep.told).toEqual(['lead', 'follow', 'lead']);
});

it('lets every page lead itself where the browser has no locks', () => {
  const name = nextName();
  const [one, other] = [page(name, { locks: undefined }), page(name, { locks: undefined })];
  one.start();
  other.start();
  expect([one.isLeading(), other.isLeading()]).toEqual([true, true]);
});
