import type { SortKey } from '../compose-column.js';
import type { Hue } from '../model.js';
import { ordinalOf } from './positions.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { normsOf, type Span } from './words.js';

const KEYS: Readonly<Record<string, SortKey>> = {
  due: 'due',
  'due date': 'due',
  'due dates': 'due',
  deadline: 'due',
  date: 'due',
  priority: 'priority',
  urgency: 'priority',
  title: 'title',
  name: 'title',
  alphabet: 'title',
  alphabetically: 'title',
  'alphabetical order': 'title',
  created: 'created',
  'creation date': 'created',
  'date created': 'created',
  age: 'created',
};

/** What a column is put in order by. */
export function findSortKey(scene: Scene, span: Span): Reading<SortKey> {
  const words = normsOf(scene.said, span).join(' ');
  const key = Object.hasOwn(KEYS, words) ? KEYS[words] : undefined;
  return key === undefined ? null : clear(key);
}

/** `third`, `3rd`: counted from 1. */
export function findOrdinal(scene: Scene, span: Span): Reading<number> {
  const [word = '', ...others] = normsOf(scene.said, span);
  const ordinal = others.length === 0 ? ordinalOf(word) : null;
  return ordinal === null ? null : clear(ordinal);
}

/** The hues that people call so; the rest of a colour is the theme's. */
const HUES: Readonly<Record<string, Hue | null>> = {
  rose: 10,
  red: 28,
  orange: 50,
  amber: 60,
  ochre: 75,
  yellow: 90,
  olive: 110,
  lime: 120,
  green: 140,
  jade: 165,
  turquoise: 180,
  teal: 195,
  cyan: 205,
  sky: 225,
  blue: 255,
  indigo: 275,
  violet: 290,
  purple: 300,
  magenta: 325,
  pink: 340,
  none: null,
  'no color': null,
  uncolored: null,
};

export function findColor(scene: Scene, span: Span): Reading<Hue | null> {
  const words = normsOf(scene.said, span).join(' ');
  const hue = Object.hasOwn(HUES, words) ? HUES[words] : undefined;
  return hue === undefined ? null : clear(hue);
}
