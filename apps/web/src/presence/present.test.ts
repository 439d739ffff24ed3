import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPresenter, type Presenter } from './present';
import type { Doing } from './signs';

const IDLE: Doing = { cardId: null, draggingId: null, place: null };
const READING: Doing = { cardId: 'card-1', draggingId: null, place: null };

let sent: (Doing | null)[];
let doing: Doing | null;
let presenter: Presenter;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  doing = IDLE;
  presenter = createPresenter({
    send: async (what) => {
      sent.push(what);
      throw new Error('Nobody answers.');
    },
    doing: () => doing,
  });
});

afterEach(() => {
  presenter.stop();
  vi.useRealTimers();
});

function become(next: Doing | null): void {
  doing = next;
  presenter.changed();
}

it('says at once what is new, and says the same again before the server forgets it', () => {
  presenter.start();
  vi.advanceTimersByTime(0);
  expect(sent).toEqual([IDLE]);
  presenter.changed();
  vi.advanceTimersByTime(14_000);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(31_000);
  expect(sent).toEqual([IDLE, IDLE, IDLE, IDLE]);
});

it('says only the last of what comes in quick succession', () => {
  presenter.start();
  vi.advanceTimersByTime(0);
  for (let card = 1; card <= 50; card++) {
    become({ cardId: `card-${card}`, draggingId: null, place: null });
    vi.advanceTimersByTime(5);
  }
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(400);
  expect(sent).toEqual([IDLE, { cardId: 'card-50', draggingId: null, place: null }]);
});

it('says nothing of what was over before it could be said', () => {
  presenter.start();
  vi.advanceTimersByTime(0);
  become(READING);
  vi.advanceTimersByTime(100);
  become(IDLE);
  vi.advanceTimersByTime(2000);
  expect(sent).toEqual([IDLE]);
});

it('says once that nobody looks any more, and nothing after that', () => {
  presenter.start();
  vi.advanceTimersByTime(1000);
  become(null);
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual([IDLE, null]);
  presenter.stop();
  expect(sent).toEqual([IDLE, null]);
});

it('takes its leave when it stops', () => {
  presenter.start();
  vi.advanceTimersByTime(1000);
  presenter.stop();
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual([IDLE, null]);
});

it('is silent from a page that nobody has looked at', () => {
  doing = null;
  presenter.start();
  presenter.again();
  vi.advanceTimersByTime(60_000);
  presenter.stop();
  expect(sent).toEqual([]);
});
