import { expect, it } from 'vitest';
import { boxBeside } from './grid-keys';

// Two sections: a row of three, and below it a row of two.
const boxes = [0, 300, 600].map((left) => ({ left, top: 0 })).concat([0, 300].map((left) => ({ left, top: 200 })));
const go = (current: number, key: string) => boxBeside(boxes, current, key);

it('goes on along the row, and over its end into the next one', () => {
  expect(go(0, 'ArrowRight')).toBe(1);
  expect(go(2, 'ArrowRight')).toBe(3);
  expect(go(3, 'ArrowLeft')).toBe(2);
  expect([go(0, 'ArrowLeft'), go(4, 'ArrowRight')]).toEqual([null, null]);
});

it('goes to what is most nearly above or below', () => {
  expect(go(1, 'ArrowDown')).toBe(4);
  expect(go(2, 'ArrowDown')).toBe(4);
  expect(go(3, 'ArrowUp')).toBe(0);
  expect([go(0, 'ArrowUp'), go(3, 'ArrowDown')]).toEqual([null, null]);
});

it('goes to the first and the last', () => {
  expect([go(3, 'Home'), go(0, 'End')]).toEqual([0, 4]);
});

it('leaves all other keys alone', () => {
  expect([go(0, 'x'), boxBeside([], 0, 'ArrowDown')]).toEqual([null, null]);
});
