import { expect, it } from 'vitest';
import { joinLines } from './one-line';
import { cardNameIn, cardPath, numberIn, numberNamed } from './paths';

it('finds a card’s name and number again in its address', () => {
  expect(cardNameIn(cardPath('RM', 4))).toBe('RM-4');
  expect(numberIn('RM-4', 'RM')).toBe(4);
  expect(numberIn('rm-12', 'RM')).toBe(12);
});

it('finds the card also by the key that the board had when its address was copied', () => {
  expect(numberNamed(cardNameIn(cardPath('OLD', 12)) ?? '')).toBe(12);
});

it('finds none in the address of something else', () => {
  for (const address of ['/', '', '/history', '/RM-', '/RM-4x', '/RM-4/5', 'RM-4'])
    expect(cardNameIn(address)).toBeNull();
  for (const name of ['FT-4', 'RM-', 'RM-4x', 'RM-99999999999', '', '4']) expect(numberIn(name, 'RM')).toBeUndefined();
});

it('makes one line of pasted ones', () => {
  expect(joinLines('Buy milk\r\n  and bread\n\nsoon')).toBe('Buy milk and bread soon');
});
