import type { SearchPattern, TextRange } from '@talkan/board/search-words';
import type { ComponentType } from 'react';

/** Something that can be chosen in the palette. */
export interface PaletteItem {
  /** Among all items of all sources. */
  readonly id: string;
  readonly icon?: ComponentType<{ size?: number; 'aria-hidden'?: 'true' }>;
  /** In letters of one width, before the title: a card’s number, a board’s key. */
  readonly name?: string;
  readonly title: string;
  readonly titleMatches: readonly TextRange[];
  /** Where it is. */
  readonly place?: string;
  /** From its text, where that is what matches. */
  readonly snippet?: { readonly text: string; readonly matches: readonly TextRange[] } | null;
  /** Its words are shown to the last one, on as many lines as they take. */
  readonly isWhole?: boolean;
  readonly archived?: boolean;
  /** The keys that do the same. */
  readonly keys?: string;
  /** Its address, from the root; it can be opened in another tab. */
  readonly href?: string;
  /** Choosing it puts this text into the field, where one goes on. */
  readonly fill?: string;
  /** What choosing it does; left out where it goes to `href`. */
  readonly run?: () => void;
}

/** What is asked of the sources. */
export interface Asked {
  /** Without spaces around it; empty: nothing was typed yet. */
  readonly query: string;
  readonly pattern: SearchPattern;
}

/** Gives one group of results. It answers at once, from memory: what it has to fetch comes later, with another source of the same group. */
export interface Source {
  readonly group: string;
  readonly find: (asked: Asked) => readonly PaletteItem[];
}

export interface Group {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** What the sources have found, each thing once. */
export function groupsOf(sources: readonly Source[], asked: Asked): readonly Group[] {
  const groups = new Map<string, PaletteItem[]>();
  const seen = new Set<string>();
  for (const { group, find } of sources) {
    const items = groups.get(group) ?? [];
    groups.set(group, items);
    for (const item of find(asked)) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      items.push(item);
    }
  }
  return [...groups].map(([title, items]) => ({ title, items })).filter(({ items }) => items.length > 0);
}
