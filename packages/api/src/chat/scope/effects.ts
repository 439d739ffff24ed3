import type { Id, Priority } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Clause } from './clauses.js';
import { cuesOf, isEveryday, VAGUE, type Cue } from './cues.js';
import { saysDate } from './dates.js';
import type { NameFound, Names } from './names.js';
import { overlaps, tableOf, type Stretch, type Token } from './words.js';

const EFFECTS = [
  'card.move',
  'card.label',
  'card.assign',
  'card.schedule',
  'card.prioritize',
  'card.estimate',
  'card.link',
  'card.unlink',
  'card.archive',
  'card.restore',
] as const;
/** What is done to one card beside writing on it. */
export type CardEffect = Extract<Operation, { type: (typeof EFFECTS)[number] }>;

export function isCardEffect(operation: Operation): operation is CardEffect {
  return EFFECTS.some((type) => type === operation.type);
}

/** What an effect is compared with. */
export interface Saying {
  readonly names: Names;
  /** What days are counted from: now, and the dates that a card has. */
  readonly daysFor: (cardId: Id) => readonly string[];
  /** The column that the card stands in. */
  readonly columnOf: (cardId: Id) => Id | undefined;
}

/** Cues that say nothing of what kind of thing is to be done. */
const LOOSE: ReadonlySet<Cue> = new Set(['order', 'remove', 'swap', 'restore', 'any', 'column', 'board']);
/** Where no verb is known, more words than these are a tale and no order. */
const MOST_UNKNOWN = 2;

/** Whether a clause says that this is to be done, to whichever card. */
export function saysEffect(operation: CardEffect, clause: Clause, saying: Saying): boolean {
  switch (operation.type) {
    case 'card.move':
      return fits(['move'], clause, saying) && saysPlace(operation, clause, saying);
    case 'card.label':
      return fits(['label'], clause, saying) && saysSet(operation, clause, saying.names.labelsIn(clause.tokens));
    case 'card.assign':
      return fits(['assign'], clause, saying) && saysSet(operation, clause, saying.names.peopleIn(clause.tokens));
    case 'card.schedule': {
      const dates = [operation.startAt, operation.dueAt].filter((date) => date !== undefined);
      return (
        fits(['date'], clause, saying) &&
        dates.every((date) =>
          date === null
            ? clause.cues.has('remove') && clause.cues.has('date')
            : saysDate(date, clause.tokens, saying.daysFor(operation.cardId)),
        )
      );
    }
    case 'card.prioritize':
      return clause.cues.has('priority') && saysPriority(operation.priority, clause);
    case 'card.estimate': {
      const { estimate } = operation;
      if (estimate === null) return clause.cues.has('estimate') && clause.cues.has('remove');
      const digits = String(estimate).replace('.', '[.,]');
      return (
        fits(['estimate'], clause, saying) &&
        new RegExp(`(?<![\\p{N}.,])${digits}(?![\\p{N}])`, 'u').test(withoutMentions(clause))
      );
    }
    case 'card.link':
      return clause.cues.has('link') && namesOther(operation.otherId, clause);
    case 'card.unlink':
      return clause.cues.has('link') && clause.cues.has('remove') && namesOther(operation.otherId, clause);
    case 'card.archive':
      return true;
    case 'card.restore':
      return clause.cues.has('restore');
  }
}

/** Whether the words of a clause leave room for something of this kind. */
function fits(wanted: readonly Cue[], clause: Clause, { names }: Saying): boolean {
  const cues = cuesBeside(names.columnsIn(clause.tokens), clause);
  if (wanted.some((cue) => cues.has(cue))) return true;
  const telling = [...cues].filter((cue) => !LOOSE.has(cue));
  if (telling.length > 0) return telling.every((cue) => VAGUE.has(cue)) && !wanted.includes('move');
  if (cues.has('any')) return true;
  const known = names.allIn(clause.tokens);
  const isUnknown = (token: Token) => !isEveryday(token.word) && !/^\p{N}/u.test(token.word) && !isOver(known, token);
  return clause.tokens.filter(isUnknown).length <= MOST_UNKNOWN;
}

/** What a clause says is to be done. What columns and labels are called says nothing: “Checked”, “Needs sign-off”. */
function cuesBeside(names: readonly Stretch[], { tokens }: Clause): ReadonlySet<Cue> {
  return new Set(tokens.flatMap((token) => (isOver(names, token) ? [] : cuesOf(token.word))));
}

function isOver(parts: readonly Stretch[], part: Stretch): boolean {
  return parts.some((one) => overlaps(one, part));
}

function saysPlace(
  { cardId, columnId, before, after }: Extract<CardEffect, { type: 'card.move' }>,
  clause: Clause,
  { names, columnOf }: Saying,
): boolean {
  const columns = names.columnsIn(clause.tokens);
  const isNamed = columns.some(({ id }) => id === columnId);
  if (columnOf(cardId) !== columnId || (columns.length > 0 && !isNamed)) return isNamed;
  const neighbours = [before, after].filter((id) => id !== null && id !== undefined);
  return (
    clause.cues.has('order') ||
    clause.mentions.some((mention) => mention.cardId !== cardId && neighbours.includes(mention.cardId))
  );
}

interface SetChange {
  readonly add?: readonly Id[] | undefined;
  readonly remove?: readonly Id[] | undefined;
}

export function saysSet({ add = [], remove = [] }: SetChange, clause: Clause, named: readonly NameFound[]): boolean {
  const { tokens } = clause;
  const cues = cuesBeside(named, clause);
  const isNamed = (id: Id) => named.some((one) => one.id === id);
  const takesAway = cues.has('remove') && (remove.every(isNamed) || tokens.some(isEverybody));
  const swaps = cues.has('swap') && (remove.every(isNamed) || add.length > 0);
  const isPut = add.length === 0 || (add.every(isNamed) && (!cues.has('remove') || remove.length > 0));
  return isPut && (remove.length === 0 || takesAway || swaps);
}

const VALUES: Readonly<Record<Priority, string>> = {
  urgent: 'urgent critical p0 dringend urgente критично срочно',
  high: 'high p1 hoch haute alta alto hoog высокий',
  medium: 'medium normal p2 mittel moyenne media medio middel средний',
  low: 'low p3 niedrig basse baja baixa bassa basso laag низкий',
};
const priorityOf = tableOf(VALUES);

/** Where a value is named, that one. */
function saysPriority(priority: Priority | null, { tokens, cues }: Clause): boolean {
  if (priority === null) return cues.has('remove');
  const named = tokens.flatMap(({ word }) => priorityOf(word));
  return named.length === 0 || named.includes(priority);
}

const EVERYBODY = /^(?:everyone|everybody|all|anyone|alle|todo|todos|tous|tutti|iedereen)$/u;

function isEverybody({ word }: Token): boolean {
  return EVERYBODY.test(word);
}

function namesOther(otherId: Id, { mentions }: Clause): boolean {
  return mentions.some(({ cardId }) => cardId === otherId);
}

function withoutMentions({ text, tokens }: Clause): string {
  return tokens.length === 0 ? '' : text.replaceAll(/(?:\p{Lu}{2,5}-|#)\d+/gu, ' ');
}
