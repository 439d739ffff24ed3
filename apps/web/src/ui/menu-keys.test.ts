import { describe, expect, it } from 'vitest';
import { nextIndex } from './menu-keys';

const labels = ['Open', 'Move to…', 'Move to the top', 'Archive'];
const at = (current: number, key: string, modified = false) => nextIndex({ key, current, labels, modified });

describe('keys in a menu', () => {
  it('go around in both directions', () => {
    expect([at(0, 'ArrowDown'), at(3, 'ArrowDown'), at(0, 'ArrowUp'), at(2, 'ArrowUp')]).toEqual([1, 0, 3, 1]);
    expect([at(-1, 'ArrowDown'), at(-1, 'ArrowUp')]).toEqual([0, 3]);
  });

  it('go to both ends', () => {
    expect([at(2, 'Home'), at(1, 'End')]).toEqual([0, 3]);
  });

  it('lead by a letter to the next item that begins with it', () => {
    expect([at(0, 'm'), at(1, 'M'), at(2, 'm'), at(0, 'a')]).toEqual([1, 2, 1, 3]);
    expect(at(0, 'x')).toBeNull();
  });

  it('mean nothing with Ctrl, as Space, or in an empty menu', () => {
    expect([at(0, 'm', true), at(0, ' '), at(0, 'Escape')]).toEqual([null, null, null]);
    expect(nextIndex({ key: 'ArrowDown', current: -1, labels: [], modified: false })).toBeNull();
  });
});
