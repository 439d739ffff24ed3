import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAUSE_MS, watchForPause } from './pause';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const page = new EventTarget();
  const pause = watchForPause(page);
  const act = (type: string, more: { readonly buttons?: number } = {}) =>
    page.dispatchEvent(Object.assign(new Event(type), more));
  return { pause, act };
}

describe('a pause', () => {
  it('is there where nobody has done anything', () => {
    expect(start().pause.comesIn()).toBe(0);
  });

  it('comes a moment after the last key, turn of the wheel or glide', () => {
    for (const type of ['keydown', 'wheel', 'scroll', 'touchmove']) {
      const { pause, act } = start();
      act(type);
      vi.advanceTimersByTime(PAUSE_MS - 1);
      expect(pause.comesIn(), type).toBe(1);
      act(type);
      expect(pause.comesIn(), type).toBe(PAUSE_MS);
      vi.advanceTimersByTime(PAUSE_MS);
      expect(pause.comesIn(), type).toBe(0);
    }
  });

  it('does not come while something is held, however still', () => {
    // Where it was let go of beside the window the next move tells of it.
    for (const end of ['pointerup', 'pointercancel', 'pointermove']) {
      const { pause, act } = start();
      act('pointerdown', { buttons: 1 });
      vi.advanceTimersByTime(60_000);
      expect(pause.comesIn()).toBe(PAUSE_MS);
      act(end, { buttons: 0 });
      vi.advanceTimersByTime(PAUSE_MS);
      expect(pause.comesIn(), end).toBe(0);
    }
  });

  it('is not looked for any more once it was stopped', () => {
    const { pause, act } = start();
    pause.stop();
    act('keydown');
    expect(pause.comesIn()).toBe(0);
  });
});
