import type { Id } from '@talkan/board/model';
import type { Operation, OperationOf, Place } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import type { Sentence } from './clauses.js';
import { isEveryday } from './cues.js';
import { isCardEffect, saysEffect, type CardEffect } from './effects.js';
import { clausesOn, type Ground } from './ground.js';
import type { Spoken } from './texts.js';
import { isAlike, overlaps, wordsOf, type Stretch, type Token } from './words.js';
import { saysWriting } from './writing.js';

const unasked = () => t`do something that your words do not ask for`;

/** What the first of the operations does that nobody asked for, fit for “This would …”; `null`: all of them were asked for. */
export function findUnasked(operations: readonly Operation[], ground: Ground): string | null {
  const { created, understood } = ground;
  const named = new Set<Id>();
  for (const operation of operations) {
    if (understood.take(operation)) continue;
    const cardId = 'cardId' in operation ? operation.cardId : null;
    if (!isSaid(operation, ground)) {
      const isUnnamed = cardId !== null && operation.type !== 'card.create' && clausesOn(ground, cardId).length === 0;
      return isUnnamed ? t`change ${nameOf(cardId, ground)}, which you did not name` : unasked();
    }
    if (cardId !== null && !created.has(cardId)) named.add(cardId);
  }
  return isNamedEach([...named], ground.sentences) ? null : unasked();
}

function isSaid(operation: Operation, ground: Ground): boolean {
  const { board, texts, about } = ground;
  if (isCardEffect(operation)) return isEffectSaid(operation, ground);
  switch (operation.type) {
    case 'card.create':
    case 'card.edit':
    case 'comment.create':
    case 'checklist.create':
    case 'item.create':
    case 'item.edit':
      return saysWriting(operation, ground);
    case 'board.rename': {
      const on = about
        .spoken()
        .filter(({ cues, sentence }) => cues.has('board') || hasWords(sentence.tokens, board.title));
      return texts.take({ text: operation.title, cues: ['text'] }, on) !== null;
    }
    case 'column.create': {
      const taken = texts.take({ text: operation.title, cues: ['create', 'column'] }, about.spoken());
      return taken !== null && (isAnywhere(operation) || isBeside(operation, taken.sentence, ground));
    }
    case 'column.rename':
      return texts.take({ text: operation.title, cues: ['text'] }, naming(operation.columnId, ground)) !== null;
    case 'column.edit':
      return naming(operation.columnId, ground).some((spoken) => saysColumnEdit(operation, spoken));
    case 'column.move':
      return naming(operation.columnId, ground).some(
        ({ sentence }) => isForColumns(sentence) && isBeside(operation, sentence, ground),
      );
    case 'column.archive':
    case 'column.restore':
      return naming(operation.columnId, ground).length > 0;
    case 'label.create':
      return texts.take({ text: operation.name, cues: ['label', 'create'] }, about.spoken()) !== null;
    case 'label.edit':
      return (
        operation.hue === undefined &&
        operation.name !== undefined &&
        isLabelRenamed(operation.labelId, operation.name, ground)
      );
    // What takes away, what touches many cards unseen, and what the chat has no words for.
    case 'board.edit':
    case 'board.archive':
    case 'board.restore':
    case 'label.merge':
    case 'label.delete':
    case 'label.restore':
    case 'checklist.rename':
    case 'checklist.move':
    case 'checklist.delete':
    case 'item.move':
    case 'item.delete':
    case 'comment.edit':
    case 'comment.delete':
    case 'attachment.add':
    case 'attachment.remove':
      return false;
  }
}

function isEffectSaid(operation: CardEffect, ground: Ground): boolean {
  const { board, names, now, columnOf } = ground;
  const saying = {
    names,
    daysFor: (id: Id) => [now, board.card(id)?.dueAt, board.card(id)?.startAt].flatMap((time) => time ?? []),
    columnOf: (id: Id) => columnOf.get(id) ?? board.card(id)?.columnId,
  };
  const isIt = clausesOn(ground, operation.cardId).some((clause) => saysEffect(operation, clause, saying));
  if (operation.type === 'card.move') columnOf.set(operation.cardId, operation.columnId);
  return isIt;
}

function isLabelRenamed(labelId: Id, text: string, { about, names, texts }: Ground): boolean {
  const on = about.spoken().flatMap((spoken) => {
    const subjects = names.labelsIn(spoken.sentence.tokens).filter(({ id }) => id === labelId);
    return subjects.length > 0 && spoken.cues.has('label') ? [{ ...spoken, subjects }] : [];
  });
  return texts.take({ text, cues: ['text'] }, on) !== null;
}

/** The sentences that name a column, with the first place where they do. */
function naming(columnId: Id, { about, names }: Ground): readonly Spoken[] {
  return about.spoken().flatMap((spoken) => {
    const [subject] = names.columnsIn(spoken.sentence.tokens).filter(({ id }) => id === columnId);
    return subject ? [{ ...spoken, subjects: [subject] }] : [];
  });
}

function isBeside({ before, after }: Place, { tokens, cues }: Sentence, { names }: Ground): boolean {
  return cues.has('order') || names.columnsIn(tokens).some(({ id }) => id === before || id === after);
}

interface Named {
  readonly sentence: Sentence;
  readonly at: Stretch;
}

/** Whether each card has a name of its own in what was said: every one is spent once. */
function isNamedEach(cardIds: readonly Id[], sentences: readonly Sentence[]): boolean {
  const places = cardIds.map((cardId) =>
    sentences.flatMap((sentence) =>
      sentence.clauses.flatMap(({ mentions }) =>
        mentions.flatMap((at): readonly Named[] => (at.cardId === cardId ? [{ sentence, at }] : [])),
      ),
    ),
  );
  const place = ([first, ...rest]: readonly (readonly Named[])[], taken: readonly Named[]): boolean => {
    if (!first) return true;
    const isTaken = (one: Named) =>
      taken.some((other) => other.sentence === one.sentence && overlaps(other.at, one.at));
    return first.some((one) => !isTaken(one) && place(rest, [...taken, one]));
  };
  return place(places, []);
}

function nameOf(cardId: Id, { titles, board }: Ground): string {
  const card = titles.card(cardId);
  return card ? `${board.key}-${card.number}` : 'a card';
}

/** Where cards are named, or something is to be made, no column is to be moved. */
function isForColumns({ cues, clauses }: Sentence): boolean {
  const isMade = cues.has('create') || cues.has('text');
  return clauses.every(({ mentions }) => mentions.length === 0) && (cues.has('move') || !isMade);
}

function isAnywhere({ before, after }: Place): boolean {
  return (before ?? null) === null && (after ?? null) === null;
}

function hasWords(tokens: readonly Token[], text: string): boolean {
  const words = wordsOf(text).filter((word) => !isEveryday(word));
  return words.length > 0 && words.every((word) => tokens.some((token) => isAlike(token.word, word)));
}

function saysColumnEdit({ hue, limit, done }: OperationOf<'column.edit'>, { sentence, cues }: Spoken): boolean {
  const says = (value: number | null) =>
    value === null ? cues.has('remove') : sentence.tokens.some(({ word }) => word === String(value));
  const isLimit = limit === undefined || (cues.has('limit') && says(limit));
  return hue === undefined && isLimit && (done === undefined || (cues.has('tick') && cues.has('column')));
}
