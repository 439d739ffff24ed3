import type { Board, Id } from '@talkan/board/model';
import { isDoneWord, isMe, isVerb } from './cues.js';
import { findRun, isAlike, isWithin, overlaps, wordsOf, type Stretch, type Token } from './words.js';

/** Who is on a board, as far as it can be said. */
export interface Person {
  readonly id: Id;
  readonly name: string;
}

/** Where a text names something. */
export interface NameFound extends Stretch {
  readonly id: Id;
}

/** The columns, labels and people of a board, those that the turn itself adds among them. */
export interface Names {
  readonly columnsIn: (tokens: readonly Token[]) => readonly NameFound[];
  readonly labelsIn: (tokens: readonly Token[]) => readonly NameFound[];
  readonly peopleIn: (tokens: readonly Token[]) => readonly NameFound[];
  readonly allIn: (tokens: readonly Token[]) => readonly NameFound[];
}

interface Entry {
  readonly id: Id;
  readonly words: readonly string[];
  /** Those of them that mean something. */
  readonly telling: readonly string[];
  readonly isDone: boolean;
}

export interface Naming {
  readonly board: Board;
  readonly people: readonly Person[];
  readonly actorId: Id;
  /** What is not on the board, or not yet. */
  readonly columns: readonly { readonly id: Id; readonly title: string }[];
  readonly labels: readonly { readonly id: Id; readonly name: string }[];
}

const GLUE = new Set('a an the to in on at of it and or my me is as by for from with into card all'.split(' '));

export function createNames({ board, people, actorId, columns, labels }: Naming): Names {
  const boardColumns = board.columns().map(({ id, title, done }) => entryOf(id, title, done));
  const columnEntries = [...boardColumns, ...columns.map(({ id, title }) => entryOf(id, title, false))];
  const labelEntries = [...board.labels(), ...labels].map(({ id, name }) => entryOf(id, name, false));
  const peopleEntries = people.map(({ id, name }) => entryOf(id, name, false));
  const columnsIn = (tokens: readonly Token[]) =>
    best(columnEntries.flatMap((entry) => findEntry(entry, tokens, columnEntries)));
  const labelsIn = (tokens: readonly Token[]) =>
    best(labelEntries.flatMap((entry) => findEntry(entry, tokens, labelEntries)));
  const peopleIn = (tokens: readonly Token[]) => [
    ...best(peopleEntries.flatMap((entry) => findEntry(entry, tokens, peopleEntries))),
    ...tokens.filter(({ word }) => isMe(word)).map(({ from, to }) => ({ id: actorId, from, to })),
  ];
  return {
    columnsIn,
    labelsIn,
    peopleIn,
    allIn: (tokens) => [
      ...columnsIn(tokens),
      ...labelsIn(tokens),
      ...peopleIn(tokens.filter(({ word }) => !isMe(word))),
    ],
  };
}

function entryOf(id: Id, text: string, isDone: boolean): Entry {
  const words = wordsOf(text);
  const telling = words.filter((word) => !GLUE.has(word));
  return { id, words, telling, isDone: isDone || telling.some(isDoneWord) };
}

interface Found extends NameFound {
  readonly isExact: boolean;
}

function findEntry(entry: Entry, tokens: readonly Token[], entries: readonly Entry[]): readonly Found[] {
  const { id, words, telling, isDone } = entry;
  const found = (at: Stretch, isExact: boolean): Found => ({ id, from: at.from, to: at.to, isExact });
  const runs = [...findRun(tokens, words), ...findJoined(tokens, words.join(''))];
  const exact = runs.filter((run) => words.length > 1 || isNoVerbAtStart(run, words[0] ?? '', tokens));
  const shared = (word: string) =>
    entries.some((other) => other !== entry && other.telling.some((one) => isAlike(one, word)));
  // One word stands for all of them where no other has it.
  const single = tokens.filter(
    ({ word }) => word.length > 1 && !GLUE.has(word) && telling.some((one) => isAlike(one, word)) && !shared(word),
  );
  const done = isDone ? tokens.filter(({ word }) => isDoneWord(word)) : [];
  return [...exact.map((at) => found(at, true)), ...[...single, ...done].map((at) => found(at, false))];
}

function isNoVerbAtStart(run: Stretch, word: string, tokens: readonly Token[]): boolean {
  return !GLUE.has(word) && !(isVerb(word) && run.from === tokens[0]?.from);
}

/** “Todo” for “To do”, “in-progress” for “In Progress”. */
function findJoined(tokens: readonly Token[], joined: string): readonly Stretch[] {
  if (joined.length < 3) return [];
  return tokens.flatMap((token, start) => {
    let text = '';
    for (let index = start; index < tokens.length && text.length < joined.length; index++) {
      text += tokens[index]?.word ?? '';
      if (text === joined) return [{ from: token.from, to: tokens[index]?.to ?? token.to }];
    }
    return [];
  });
}

/** Where two names stand at one place, the longer one counts, and the one that is written out. */
function best(found: readonly Found[]): readonly NameFound[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.id !== one.id &&
          overlaps(one, other) &&
          ((isWithin(one, other) && other.to - other.from > one.to - one.from) || (other.isExact && !one.isExact)),
      ),
  );
}
