import type { ChecklistItem, Id } from '@talkan/board/model';
import type { Edit, OperationOf } from '@talkan/board/operations';
import type { Sentence } from './clauses.js';
import { isDoneWord, isEveryday } from './cues.js';
import { saysSet } from './effects.js';
import { clausesOn, spokenOn, type Ground } from './ground.js';
import type { Spoken, Taken } from './texts.js';
import { isAlike, isWithin, overlaps, wordsOf, type Stretch } from './words.js';

/** What is written on cards. */
export type Writing = OperationOf<
  'card.create' | 'card.edit' | 'comment.create' | 'checklist.create' | 'item.create' | 'item.edit'
>;

/** What a list is called by whoever gives it no name. */
const ANY_LIST = /^(?:checklist|to-?dos?|steps|tasks|subtasks|items)$/iu;

/** Whether the person asked for this to be written, in words of their own. */
export function saysWriting(operation: Writing, ground: Ground): boolean {
  const { texts } = ground;
  switch (operation.type) {
    case 'card.create':
      return saysNewCard(operation, ground);
    case 'card.edit':
      return saysEdit(operation, ground);
    case 'comment.create':
      return texts.take({ text: operation.text, cues: ['comment'] }, spokenOn(ground, operation.cardId)) !== null;
    case 'checklist.create': {
      const on = spokenOn(ground, operation.cardId);
      if (ANY_LIST.test(operation.title.trim())) return on.some(({ cues }) => cues.has('list'));
      return texts.take({ text: operation.title, cues: ['list'] }, on) !== null;
    }
    case 'item.create':
      return (
        texts.take({ text: operation.text, cues: ['list', 'create'] }, spokenOn(ground, operation.cardId)) !== null
      );
    case 'item.edit':
      return saysItem(operation, ground);
  }
}

function saysNewCard({ cardId, columnId, title, details = '' }: OperationOf<'card.create'>, ground: Ground): boolean {
  const { texts, about, created, columnOf } = ground;
  const taken = texts.take({ text: title, cues: ['create', 'list'] }, about.spoken());
  if (!taken || !isPlaceForNew(columnId, taken, ground)) return false;
  created.set(cardId, taken.sentence);
  columnOf.set(cardId, columnId);
  return details.trim() === '' || texts.take({ text: details, cues: ['create', 'text'] }, about.spoken()) !== null;
}

/** The column that is named for it, here or above a list; where none is, the first one, or one that was spoken of before. */
function isPlaceForNew(columnId: Id, { sentence, parts }: Taken, { about, names, board }: Ground): boolean {
  const isOwn = (clause: Stretch) => parts.some((part) => overlaps(part, clause));
  const own = sentence.clauses.filter((clause) => isOwn(clause));
  const beside = sentence.clauses.filter((clause) => !isOwn(clause) && clause.mentions.length === 0);
  const [, ...above] = about.before(sentence);
  const heads = sentence.prose === 0 ? above : [];
  for (const part of [...own, ...beside, ...heads]) {
    const tokens = sentence.tokens.filter((token) => isWithin(token, part) && !isOwn(token));
    const named = names.columnsIn('sentence' in part ? tokens : part.tokens);
    if (named.length > 0) return named.some(({ id }) => id === columnId);
  }
  const before = above.flatMap(({ tokens }) => names.columnsIn(tokens));
  return board.columns()[0]?.id === columnId || before.some(({ id }) => id === columnId);
}

function saysEdit({ cardId, title, details }: OperationOf<'card.edit'>, ground: Ground): boolean {
  const card = ground.board.card(cardId);
  const on = spokenOn(ground, cardId);
  const take = (text: string, was: string) => ground.texts.take({ text, was, cues: ['text'] }, on) !== null;
  return (
    (title === undefined || take(textOf(title), card?.title ?? '')) &&
    (details === undefined ||
      (textOf(details).trim() === '' ? on.some(isEmptying) : take(textOf(details), card?.details ?? '')))
  );
}

/** To empty details takes a word for that. */
function isEmptying({ cues }: Spoken): boolean {
  return cues.has('text') && cues.has('remove');
}

function saysItem({ cardId, itemId, text, done, assigneeId }: OperationOf<'item.edit'>, ground: Ground): boolean {
  const { board, names, texts } = ground;
  const item = board
    .card(cardId)
    ?.checklists.flatMap(({ items }) => items)
    .find(({ id }) => id === itemId);
  const on = spokenOn(ground, cardId).filter(({ sentence }) => item && namesItem(sentence, item));
  const clauses = clausesOn(ground, cardId).filter(({ sentence }) => on.some((spoken) => spoken.sentence === sentence));
  const isTicked = ({ cues, sentence }: Spoken) =>
    cues.has('tick') || sentence.tokens.some(({ word }) => isDoneWord(word));
  const person = assigneeId ?? null;
  return (
    on.length > 0 &&
    (done === undefined || on.some(isTicked)) &&
    (text === undefined || texts.take({ text: textOf(text), was: item?.text ?? '', cues: ['text'] }, on) !== null) &&
    (person === null || clauses.some((clause) => saysSet({ add: [person] }, clause, names.peopleIn(clause.tokens)))) &&
    (assigneeId !== null || on.some(({ cues }) => cues.has('remove')))
  );
}

function namesItem({ tokens }: Sentence, { text }: ChecklistItem): boolean {
  const words = wordsOf(text).filter((word) => !isEveryday(word));
  const named = words.filter((word) => tokens.some((token) => isAlike(token.word, word)));
  return named.length > 0 && named.length * 2 >= words.length;
}

function textOf(edit: Edit): string {
  return typeof edit === 'string' ? edit : edit.to;
}
