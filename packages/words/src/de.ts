import common from './de/common.json' with { type: 'json' };
import type { Catalogue } from './language.js';

/** German, by what it is about: the files in `de/`. Each word stands in one of them. */
export const PARTS: Readonly<Record<string, Catalogue>> = { common };

export const german: Catalogue = Object.assign({}, ...Object.values(PARTS));
