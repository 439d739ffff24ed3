import { describe, expect, it } from 'vitest';
import { fileAddress, thumbnailAddress } from './file-address';
import { kindOf, saySize } from './file-words';

const MB = 1024 * 1024;

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1,023 bytes'],
    [1024, '1 KB'],
    [1500, '1.5 KB'],
    [90_000, '88 KB'],
    [MB - 1, '1 MB'],
    [1.44 * MB, '1.4 MB'],
    [25 * MB, '25 MB'],
    [2048 * MB, '2 GB'],
  ])('of %i is said as %s', (bytes, said) => {
    expect(saySize(bytes)).toBe(said);
  });
});

describe('the address of a file', () => {
  it.each([
    ['plan.pdf', '/files/board-1/f/plan.pdf'],
    ['a/b?c#d %.txt', '/files/board-1/f/a%2Fb%3Fc%23d%20%25.txt'],
    ['Übersicht ✓', '/files/board-1/f/%C3%9Cbersicht%20%E2%9C%93'],
    ['thumbnail', '/files/board-1/f'],
  ])('that is called %s is %s', (name, address) => {
    expect(fileAddress('board-1', { id: 'f', name })).toBe(address);
  });

  it('is another one than that of its small picture', () => {
    expect(thumbnailAddress('board-1', { id: 'f', name: 'a.png' })).toBe('/files/board-1/f/thumbnail');
  });
});

it('knows what a file is by its type', () => {
  const types = ['image/avif', 'application/pdf', 'text/plain', 'audio/ogg', 'video/mp4', 'application/zip', 'x/y'];
  expect(types.map(kindOf)).toEqual(['image', 'text', 'text', 'sound', 'film', 'archive', 'other']);
});
