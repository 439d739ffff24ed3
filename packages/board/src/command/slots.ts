import type { SlotType, SlotValues } from './slot-values.js';
import type { Reading } from './reading.js';
import type { Reader, Scene } from './scene.js';
import { isQuote, readWords, type Said, type Span } from './words.js';
import { findOneCard } from './find-card.js';
import { findCards } from './find-cards.js';
import { readCardSet, readTraits } from './find-card-set.js';
import { findPast } from './find-past.js';
import { findDate } from './find-date.js';
import { findDuration } from './find-duration.js';
import { findItems } from './find-items.js';
import { findList } from './find-list.js';
import { findColumn, findHue, findLabel, findNumber, findPerson, findPriority } from './find-names.js';
import { findArchived } from './find-archived.js';
import { findColor, findOrdinal, findSortKey } from './find-words.js';
import { readNewCards } from './new-cards.js';
import { readText, readTexts } from './read-text.js';

const READERS: { readonly [Type in SlotType]: (scene: Scene, span: Span) => Reading<SlotValues[Type]> } = {
  card: findOneCard,
  cards: findCards,
  column: findColumn,
  label: findLabel,
  labels: (scene, span) => findList(scene, span, findLabel),
  person: findPerson,
  people: (scene, span) => findList(scene, span, findPerson),
  date: findDate,
  duration: findDuration,
  number: findNumber,
  ordinal: findOrdinal,
  sortkey: findSortKey,
  archived: findArchived,
  color: findColor,
  items: findItems,
  priority: findPriority,
  hue: findHue,
  text: readText,
  texts: readTexts,
  quote: (scene, span) => (isQuote(scene.said, span) ? readText(scene, span) : null),
  newcards: readNewCards,
  set: readCardSet,
  traits: readTraits,
  past: findPast,
};

function isSlotType(type: string): type is SlotType {
  return Object.hasOwn(READERS, type);
}

/** Where a command begins. */
export function sceneOf(said: Said, { context, isVerb }: Pick<Scene, 'context' | 'isVerb'>): Scene {
  return withReader({
    said,
    context,
    isVerb,
    board: context.board,
    freshIds: [],
    spokenIds: context.talk.cardIds,
    before: null,
  });
}

/** Gives a scene a reader of its own: what words mean depends on all of it. */
export function withReader(bare: Omit<Scene, 'reader'>): Scene {
  const known = new Map<string, Reading<SlotValues[SlotType]>>();
  const read = <Type extends SlotType>(type: Type, span: Span): Reading<SlotValues[Type]> => {
    const key = `${type} ${span.from} ${span.to}`;
    if (!known.has(key)) known.set(key, READERS[type](scene, span));
    // What was put there under this type is of this type.
    return (known.get(key) ?? null) as Reading<SlotValues[Type]>;
  };
  const reader: Reader = {
    resay: (text) => withReader({ ...bare, said: readWords(text) }),
    slot: (type, span) => (span ? read(type, span) : null),
    canBe: (type, span) => isSlotType(type) && read(type, span) !== null,
  };
  const scene: Scene = { ...bare, reader };
  return scene;
}
