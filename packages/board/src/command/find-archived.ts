import type { Id } from '../model.js';
import type { OperationOf } from '../operations.js';
import { readForm } from './card-index.js';
import { quoted } from './choices.js';
import type { Choice } from './command.js';
import { NO_ARCHIVE } from './elsewhere.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isNear } from './typos.js';
import { isQuote, textOf, type Span } from './words.js';

type Restoring = OperationOf<'card.restore' | 'column.restore'>;

interface PutAway {
  readonly id: Id;
  readonly title: string;
  readonly label: string;
  readonly words: string;
  readonly restoring: Restoring;
}

const FRAME =
  /^(?:the |my |our )?(?:archived |deleted )?(?:(?:card|task|ticket|issue|item)(?: called| named| titled| about)? )?/iu;
const NOUN = / (?:card|task|ticket|issue|item)$/iu;
const ARTICLE = /^(?:the |my |our )?(?:archived |deleted )?/iu;
const COLUMN = /^(?:column|list|lane)(?: called| named)? (?<after>.+)$|^(?<before>.+) (?:column|list|lane)$/iu;
const LAST =
  /^(?:the )?(?:last|latest|most recently|newest)(?: one| card)?(?: (?:archived|deleted))?(?: card| task)?(?: (?:i|we) (?:archived|deleted))?$/iu;

/** Something that was archived: by its number or its title to the letter. What only comes near is asked for. */
export function findArchived(scene: Scene, span: Span): Reading<Restoring> {
  const { archive } = scene.context;
  if (archive.isElsewhere) return { kind: 'doubt', doubt: { question: NO_ARCHIVE, choices: [], span } };
  const gone = archive.cards.filter(({ id }) => scene.board.card(id) === undefined);
  const cards = gone.map((card): PutAway => ({
    id: card.id,
    title: card.title,
    label: `${scene.board.key}-${card.number} “${card.title}”`,
    words: `${scene.board.key}-${card.number}`,
    restoring: { type: 'card.restore', cardId: card.id },
  }));
  const columns = archive.columns
    .filter(({ id }) => scene.board.column(id) === undefined)
    .map((column): PutAway => ({
      id: column.id,
      title: column.title,
      label: `The column “${column.title}”`,
      words: `the column ${quoted(column.title)}`,
      restoring: { type: 'column.restore', columnId: column.id },
    }));
  const whole = textOf(scene.said, span);
  if (isQuote(scene.said, span)) return among(cards, whole, span);
  const { after, before } = COLUMN.exec(whole.replace(ARTICLE, ''))?.groups ?? {};
  const column = among(columns, (after ?? before ?? '').replaceAll(/["“”]/gu, ''), span);
  if (column) return column;
  if (LAST.test(whole)) return cards[0] ? clear(cards[0].restoring) : null;
  const text = whole.replace(FRAME, '').replace(NOUN, '').replaceAll(/["“”]/gu, '');
  const [, key, digits] = /^(?:([a-z]+)-?|#)?(\d{1,9})$/iu.exec(text) ?? [];
  if (digits !== undefined && (key === undefined || key.toUpperCase() === scene.board.key)) {
    const card = gone.find(({ number }) => number === Number(digits));
    if (card) return clear({ type: 'card.restore', cardId: card.id });
  }
  return among(cards, text, span) ?? among(columns, text, span);
}

function among(items: readonly PutAway[], text: string, span: Span): Reading<Restoring> {
  const { plain, stems } = readForm(text);
  if (plain === '') return null;
  const formed = items.map((item) => ({ item, ...readForm(item.title) }));
  const [only, ...others] = formed.filter((form) => withoutAnd(form.plain) === withoutAnd(plain));
  if (only && others.length === 0) return clear(only.item.restoring);
  if (only)
    return ask(
      [only, ...others].map(({ item }) => item),
      'There are several that are called so.',
      span,
    );
  const near = formed.filter(
    (form) =>
      isNear(plain, form.plain) ||
      stems.every((word) => form.stems.some((other) => other === word || isNear(word, other))),
  );
  return near.length > 0
    ? ask(
        near.map(({ item }) => item),
        'None that was archived is called exactly so.',
        span,
      )
    : null;
}

/** “Horse & carriage” is “Horse and carriage”. */
function withoutAnd(plain: string): string {
  return plain.replaceAll(' and ', ' ');
}

function ask(items: readonly PutAway[], why: string, span: Span): Reading<Restoring> {
  const choices: Choice[] = items.slice(0, 6).map(({ label, words }) => ({ label, words }));
  return { kind: 'doubt', doubt: { question: `${why} Which one do you mean?`, choices, span } };
}
