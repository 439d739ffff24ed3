import type { Priority } from '@talkan/board/model';
import { ANYTHING, newKey, titled, type CardPicture, type ColumnPicture, type Picture } from './picture.ts';

/** A difference from the board before: changes the picture that it is given. */
export type Step = (picture: Picture) => void;

/** Among the cards of a column: the end where nothing is said. */
export type Spot = 'top' | { readonly below: string } | { readonly above: string } | { readonly nth: number };

type Fields = Partial<Omit<CardPicture, 'key' | 'links'>>;

export const create = (column: string, title: string, fields: Fields & { readonly at?: Spot } = {}): Step => {
  return (picture) => {
    const { at, ...rest } = fields;
    const blank: CardPicture = {
      key: newKey(title),
      title: titled(title),
      details: '',
      labels: [],
      people: [],
      start: null,
      due: null,
      priority: null,
      estimate: null,
      checklists: [],
      links: [],
      comments: [],
      files: [],
    };
    put(columnIn(picture, column), { ...blank, ...rest }, at);
  };
};

export const move = (key: string, column: string, at?: Spot): Step => {
  return (picture) => put(columnIn(picture, column), takeOut(picture, key), at);
};

/** To the end of one column, in this order. */
export const moveAll = (keys: readonly string[], column: string): Step => {
  return (picture) => {
    for (const key of keys) move(key, column)(picture);
  };
};

export const archive = (...keys: readonly string[]): Step => {
  return (picture) => {
    picture.archivedCards.push(...keys.map((key) => takeOut(picture, key)));
    sortByKey(picture.archivedCards);
  };
};

export const restore = (key: string, column: string, at?: Spot): Step => {
  return (picture) => {
    const index = picture.archivedCards.findIndex((card) => card.key === key);
    const [card] = index < 0 ? [] : picture.archivedCards.splice(index, 1);
    if (!card) throw new Error(`${key} is not archived`);
    put(columnIn(picture, column), card, at);
  };
};

export const set = (key: string, fields: Fields): Step => {
  return (picture) => Object.assign(cardIn(picture, key), fields);
};

export const rename = (key: string, title: string): Step => set(key, { title: titled(title) });
export const due = (key: string, date: string | null): Step => set(key, { due: date });
export const prioritize = (key: string, priority: Priority | null): Step => set(key, { priority });
export const estimate = (key: string, points: number | null): Step => set(key, { estimate: points });

type Names = 'labels' | 'people' | 'links' | 'comments';

const adding = (list: Names, key: string, names: readonly string[]): Step => {
  return (picture) => {
    const card = cardIn(picture, key);
    const all = [...card[list], ...names];
    card[list] = list === 'comments' ? all : [...new Set(all)].toSorted();
  };
};
const taking = (list: Names, key: string, names: readonly string[]): Step => {
  return (picture) => {
    const card = cardIn(picture, key);
    if (names.some((name) => !card[list].includes(name))) throw new Error(`${key} has none of ${names.join(', ')}`);
    card[list] = card[list].filter((name) => !names.includes(name));
  };
};

export const label = (key: string, ...names: readonly string[]): Step => adding('labels', key, names);
export const unlabel = (key: string, ...names: readonly string[]): Step => taking('labels', key, names);
export const assign = (key: string, ...names: readonly string[]): Step => adding('people', key, names);
export const unassign = (key: string, ...names: readonly string[]): Step => taking('people', key, names);
export const comment = (key: string, text: string): Step => adding('comments', key, [titled(text)]);

const OTHER_SIDE = { blocks: 'blocked_by', relates: 'relates', duplicates: 'duplicated_by' } as const;
export const link = (key: string, kind: keyof typeof OTHER_SIDE, other: string): Step => {
  return (picture) => {
    adding('links', key, [`${kind} ${other}`])(picture);
    adding('links', other, [`${OTHER_SIDE[kind]} ${key}`])(picture);
  };
};
export const unlink = (key: string, kind: keyof typeof OTHER_SIDE, other: string): Step => {
  return (picture) => {
    taking('links', key, [`${kind} ${other}`])(picture);
    taking('links', other, [`${OTHER_SIDE[kind]} ${key}`])(picture);
  };
};

/** To the end of the card’s checklist; a first one may have any name. */
export const addItems = (key: string, ...texts: readonly string[]): Step => {
  return (picture) => {
    const card = cardIn(picture, key);
    const list = card.checklists.at(-1) ?? { title: ANYTHING, items: [] };
    if (card.checklists.length === 0) card.checklists.push(list);
    list.items.push(...texts.map((text) => ({ text: titled(text), done: false, who: null })));
  };
};

export const tick = (key: string, text: string, done = true): Step => {
  return (picture) => {
    const items = cardIn(picture, key).checklists.flatMap((list) => list.items);
    const item = items.find((one) => one.text === text);
    if (!item) throw new Error(`${key} has no item “${text}”`);
    item.done = done;
  };
};

/** @param index among the columns; the end where it is left out */
export const addColumn = (title: string, index?: number): Step => {
  return ({ columns }) => {
    const column: ColumnPicture = { title: titled(title), hue: null, limit: null, done: false, cards: [] };
    columns.splice(index ?? columns.length, 0, column);
  };
};
export const moveColumn = (title: string, index: number): Step => {
  return (picture) => {
    const column = columnIn(picture, title);
    picture.columns.splice(picture.columns.indexOf(column), 1);
    picture.columns.splice(index, 0, column);
  };
};
export const editColumn = (title: string, fields: Partial<Omit<ColumnPicture, 'cards'>>): Step => {
  return (picture) => Object.assign(columnIn(picture, title), fields);
};
export const archiveColumn = (title: string): Step => {
  return (picture) => {
    const column = columnIn(picture, title);
    picture.columns.splice(picture.columns.indexOf(column), 1);
    picture.archivedColumns = [...picture.archivedColumns, title].toSorted();
  };
};
export const restoreColumn = (title: string, index: number): Step => {
  return (picture) => {
    picture.archivedColumns = picture.archivedColumns.filter((one) => one !== title);
    addColumn(title, index)(picture);
  };
};
export const addLabel = (name: string): Step => {
  return (picture) => {
    picture.labels.push({ name, hue: ANYTHING });
    picture.labels.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1));
  };
};
export const renameBoard = (title: string): Step => {
  return (picture) => Object.assign(picture, { title });
};

function put({ cards }: ColumnPicture, card: CardPicture, at: Spot | undefined): void {
  cards.splice(indexOf(cards, at), 0, card);
}

function indexOf(cards: readonly CardPicture[], at: Spot | undefined): number {
  if (at === undefined) return cards.length;
  if (at === 'top') return 0;
  if ('nth' in at) return at.nth - 1;
  const neighbour = 'below' in at ? at.below : at.above;
  const index = cards.findIndex(({ key }) => key === neighbour);
  if (index < 0) throw new Error(`${neighbour} is not in this column`);
  return 'below' in at ? index + 1 : index;
}

function takeOut(picture: Picture, key: string): CardPicture {
  for (const { cards } of picture.columns) {
    const index = cards.findIndex((card) => card.key === key);
    const [card] = index < 0 ? [] : cards.splice(index, 1);
    if (card) return card;
  }
  throw new Error(`There is no card ${key}`);
}

function cardIn(picture: Picture, key: string): CardPicture {
  const card = picture.columns.flatMap(({ cards }) => cards).find((one) => one.key === key);
  if (!card) throw new Error(`There is no card ${key}`);
  return card;
}

function columnIn({ columns }: Picture, title: string): ColumnPicture {
  const column = columns.find((one) => one.title === title);
  if (!column) throw new Error(`There is no column “${title}”`);
  return column;
}

function sortByKey(cards: CardPicture[]): void {
  const sorted = cards.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  cards.splice(0, cards.length, ...sorted);
}
