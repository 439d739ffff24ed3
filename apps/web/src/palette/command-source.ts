import type { Understanding } from '@talkan/board/command/command';
import { t } from '@talkan/words/words';
import { Filter, HelpCircle, History, Lightbulb, MessageSquare, Redo2, Undo2, Zap } from 'lucide-react';
import { sayChange } from '../command/do-change';
import type { Typed } from '../command/read-typed';
import type { PaletteItem, Source } from './source';

interface Doing {
  readonly typed: Typed | null;
  /** Whether it is to be said why nothing is understood, and what would be. */
  readonly isRefused: boolean;
  readonly carryOut: (understood: Understanding) => void;
}

const GROUP = t`Commands`;
const MOST_SENTENCES = 3;
const MOST_IDLE = 3;

/** What was typed, as a command: what it would do, what it asks, how it can go on, or what would work instead. */
export function commandSource({ typed, isRefused, carryOut }: Doing): Source {
  if (!typed) return { group: GROUP, find: () => [] };
  const { understood } = typed;
  const items = isRefused && understood.kind === 'refused' ? understood.suggestions.map(fillWith(Lightbulb)) : null;
  const group = items ? t`This would work` : understood.kind === 'ask' ? understood.question : GROUP;
  return { group, find: () => items ?? itemsOf(typed, carryOut) };
}

/** Before anything is typed: what this person said before. */
export function saidSource(recent: readonly string[]): Source {
  return { group: t`Said before`, find: () => recent.slice(0, MOST_IDLE).map(fillWith(History)) };
}

/** Before anything is typed: what could be said here. */
export function suggestedSource(suggestions: readonly string[], recent: readonly string[]): Source {
  const fresh = suggestions.filter((text) => !recent.includes(text));
  return { group: t`Say what to do`, find: () => fresh.slice(0, MOST_IDLE).map(fillWith(Zap)) };
}

/** The way to whoever knows more than this page does: the assistant, with what was typed. */
export function askSource(query: string, ask: () => void): Source {
  const item: PaletteItem = {
    id: 'ask',
    icon: MessageSquare,
    title: t`Ask Talkan: “${query}”`,
    titleMatches: [],
    run: ask,
  };
  return { group: t`Assistant`, find: () => [item] };
}

function fillWith(icon: PaletteItem['icon']): (text: string) => PaletteItem {
  return (text) => ({ id: `say ${text}`, ...(icon && { icon }), title: text, titleMatches: [], fill: text });
}

function itemsOf({ understood, completions }: Typed, carryOut: Doing['carryOut']): readonly PaletteItem[] {
  const titleMatches = [] as const;
  const command = { id: 'command', titleMatches, isWhole: true, run: () => carryOut(understood) };
  switch (understood.kind) {
    case 'change': {
      const [, ...others] = understood.sentences;
      const left = others.length - MOST_SENTENCES;
      const more = [...others.slice(0, MOST_SENTENCES), ...(left > 0 ? [t`And ${left} more.`] : [])].join(' ');
      const snippet = more === '' ? null : { text: more, matches: [] };
      return [{ ...command, icon: Zap, title: sayChange(understood), snippet }];
    }
    case 'ask':
      return understood.asked.choices.map(({ label, words }) => ({
        id: `choice ${words}`,
        icon: HelpCircle,
        title: label,
        titleMatches,
        fill: `${understood.asked.before}${words}${understood.asked.after}`,
      }));
    case 'undo':
    case 'redo':
      return [{ ...command, icon: understood.kind === 'undo' ? Undo2 : Redo2, title: understood.sentence }];
    case 'filter':
      return [{ ...command, icon: Filter, title: understood.sentence }];
    case 'answer':
      return [{ ...command, icon: HelpCircle, title: understood.text }];
    case 'refused':
      return completions.map(({ label, text }) => ({
        id: `complete ${text}`,
        title: text,
        place: label,
        titleMatches,
        fill: text,
      }));
  }
}
