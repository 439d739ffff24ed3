import { expect, it } from 'vitest';
import { chordOf, isSingle } from './chord';
import { LISTING } from './listing';
import { KEYS, nameOf } from './table';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return chordOf({ key, code: '', ...none, ...more });
};

it('reads a key by what it writes, whatever the layout, with Shift or Caps Lock', () => {
  expect(press('m')).toBe('M');
  expect(press('M')).toBe('M');
  expect(press('Z', { shiftKey: true })).toBe('Shift+Z');
  // On a German keyboard Z is where others have Y.
  expect(press('z', { code: 'KeyY' })).toBe('Z');
  expect(press('?', { shiftKey: true })).toBe('?');
  expect(press('/', { shiftKey: true })).toBe('/');
  expect(press('/', { ctrlKey: true, altKey: true, getModifierState: () => true })).toBe('/');
  expect(press(' ')).toBe('Space');
  expect(press('ö', { code: 'Semicolon' })).toBe('Ö');
  expect(press('ь', { code: 'KeyM' })).toBe('M');
  expect(press('k', { ctrlKey: true })).toBe('Control+K');
  expect(press('F3', { shiftKey: true })).toBe('Shift+F3');
});

it('undoes and redoes by the keys of every system', () => {
  const named = (key: string, more: Partial<KeyboardEvent> = {}) => nameOf(press(key, more));
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }, {}]) {
    expect(named('z', modifier)).toBe('undo');
    expect(named('Z', { ...modifier, shiftKey: true })).toBe('redo');
  }
  expect(named('y', { ctrlKey: true })).toBe('redo');
  for (const other of [{ metaKey: true }, {}]) expect(named('y', other)).toBeUndefined();
  expect(named('z', { ctrlKey: true, altKey: true })).toBeUndefined();
});

it('tells signs that stand alone from what is pressed together', () => {
  expect(['M', '?', '/', 'Shift+Z', 'É'].filter((chord) => !isSingle(chord))).toEqual([]);
  expect(['Control+Z', 'Meta+K', 'F3', 'Space', 'ArrowUp', 'Enter', 'Alt+M'].filter(isSingle)).toEqual([]);
});

it('has one meaning for a key, and each of them is listed once', () => {
  const chords = Object.values(KEYS).flatMap(({ keys }) => keys.split(' '));
  expect(chords).toEqual([...new Set(chords)]);
  const listed = LISTING.flatMap(({ rows }) => rows.flatMap(({ name }) => name ?? []));
  expect(listed.toSorted()).toEqual(Object.keys(KEYS).toSorted());
});
