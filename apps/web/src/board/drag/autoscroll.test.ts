import { describe, expect, it } from 'vitest';
import { createSteady, createPager, createScrollSpeed, scrollSpeed } from './autoscroll';

describe('scrollSpeed', () => {
  it('is nothing in the middle, and grows towards the edges', () => {
    expect(scrollSpeed(500, 0, 1000)).toBe(0);
    expect(scrollSpeed(64, 0, 1000)).toBe(0);
    expect(scrollSpeed(40, 0, 1000)).toBeLessThan(0);
    expect(scrollSpeed(10, 0, 1000)).toBeLessThan(scrollSpeed(40, 0, 1000));
    expect(scrollSpeed(990, 0, 1000)).toBe(-scrollSpeed(10, 0, 1000));
  });

  it('is no faster outside than at the very edge', () => {
    expect(scrollSpeed(-400, 0, 1000)).toBe(scrollSpeed(0, 0, 1000));
    expect(scrollSpeed(1400, 0, 1000)).toBe(scrollSpeed(1000, 0, 1000));
  });

  it('leaves a middle in a low lane, and does nothing in one without height', () => {
    expect(scrollSpeed(50, 0, 100)).toBe(0);
    expect(scrollSpeed(0, 0, 0)).toBe(0);
  });
});

describe('createScrollSpeed', () => {
  it('waits near the edge where a card was taken up, until the pointer goes on towards that', () => {
    const speed = createScrollSpeed(30);
    expect([30, 36, 25, 20].map((position) => speed(position, 0, 1000))).toEqual([0, 0, 0, 0]);
    expect(speed(16, 0, 1000)).toBe(scrollSpeed(16, 0, 1000));
    expect(speed(30, 0, 1000)).toBe(scrollSpeed(30, 0, 1000));
  });

  it('is the usual one for whoever comes from the middle', () => {
    const speed = createScrollSpeed(990);
    speed(500, 0, 1000);
    expect(speed(990, 0, 1000)).toBe(scrollSpeed(990, 0, 1000));
    expect(speed(10, 0, 1000)).toBe(scrollSpeed(10, 0, 1000));
  });
});

describe('createPager', () => {
  it('turns a page when the card was held at the edge, and the next one later', () => {
    const turns: number[] = [];
    const pager = createPager<number>((direction) => turns.push(direction));
    for (let now = 0; now <= 1200; now += 16) pager.hold(1, now);
    expect(turns).toEqual([1, 1]);
  });

  it('begins anew when the card leaves the edge', () => {
    const turns: number[] = [];
    const pager = createPager<number>((direction) => turns.push(direction));
    pager.hold(1, 0);
    pager.hold(null, 300);
    pager.hold(1, 310);
    pager.hold(1, 500);
    expect(turns).toEqual([]);
    pager.hold(-1, 600);
    pager.hold(-1, 930);
    expect(turns).toEqual([-1]);
  });
});

it('takes nothing for meant that slides along under a finger that rests', () => {
  const meant = createSteady<string>();
  expect(meant('Review', 240)).toBe('Review');
  expect(meant('Done', 244)).toBe('Review');
  expect(meant('Done', 262)).toBe('Done');
  expect(meant(null, 262)).toBeNull();
  expect(meant('Review', 262)).toBe('Review');
});
