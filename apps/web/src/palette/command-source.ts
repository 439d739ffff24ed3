import type { Understanding } from '@talkan/board/command/command';
import { Filter, HelpCircle, Redo2, Undo2, Zap } from 'lucide-react';
import { sayChange } from '../command/do-change';
import type { Typed } from '../command/read-typed';
import type { PaletteItem, Source } from './source';

interface Doing {
  readonly typed: Typed | null;
  readonly carryOut: (understood: Understanding) => void;
}

const GROUP = 'Commands';
const MOST_SENTENCES = 3;
const MOST_IDLE = 5;

/** What was typed, as a command: what it would do, what it asks, and how it can go on. */
export function commandSource({ typed, carryOut }: Doing): Source {
  return { group: GROUP, find: ({ query }) => (typed && query !== '' ? itemsOf(typed, carryOut) : []) };
}

/** Before anything is typed: what this person said before, and what could be said here. */
export function idleCommandSource(recent: readonly string[], suggestions: readonly string[]): Source {
  const fillIn = (text: string): PaletteItem => ({
    id: `say ${text}`,
    icon: Zap,
    title: text,
    titleMatches: [],
    fill: text,
  });
  const texts = [...recent, ...suggestions.filter((text) => !recent.includes(text))].slice(0, MOST_IDLE);
  return { group: GROUP, find: ({ query }) => (query === '' ? texts.map(fillIn) : []) };
}

function itemsOf({ understood, completions }: Typed, carryOut: Doing['carryOut']): readonly PaletteItem[] {
  const titleMatches = [] as const;
  const next = completions.map(({ label, text }): PaletteItem => ({
    id: `complete ${text}`,
    title: text,
    place: label,
    titleMatches,
    fill: text,
  }));
  const run = () => carryOut(understood);
  switch (understood.kind) {
    case 'change': {
      const more = understood.sentences.slice(1, 1 + MOST_SENTENCES).join(' ');
      const snippet = more === '' ? null : { text: more, matches: [] };
      return [{ id: 'command', icon: Zap, title: sayChange(understood), titleMatches, snippet, run }];
    }
    case 'ask':
      return understood.asked.choices.map(({ label, words }) => ({
        id: `choice ${words}`,
        icon: HelpCircle,
        title: label,
        titleMatches,
        place: understood.question,
        fill: `${understood.asked.before}${words}${understood.asked.after}`,
      }));
    case 'undo':
    case 'redo':
      return [
        {
          id: 'command',
          icon: understood.kind === 'undo' ? Undo2 : Redo2,
          title: understood.sentence,
          titleMatches,
          run,
        },
      ];
    case 'filter':
      return [{ id: 'command', icon: Filter, title: understood.sentence, titleMatches, run }];
    case 'answer':
      return [{ id: 'command', icon: HelpCircle, title: understood.text, titleMatches, run }];
    case 'refused':
      return next;
  }
}
