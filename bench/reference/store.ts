import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { cardsOf, COLUMNS, LOGIN } from './board.ts';

export interface StoreOptions {
  readonly file: string;
  readonly cards: number;
  readonly synchronous: 'NORMAL' | 'FULL';
}

export interface Store {
  /** The board as JSON, read and written anew. */
  board(): string;
  isSignedIn(token: string): boolean;
  /** A token, or null where the password is not right. */
  signIn(credentials: { readonly username: string; readonly password: string }): string | null;
  /** Puts the card at the column's end; the number of the change. */
  move(cardId: string, columnId: string): number;
  close(): void;
}

interface CardRow {
  readonly id: string;
  readonly title: string;
  readonly details: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sessions (token TEXT PRIMARY KEY, username TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS columns (id TEXT PRIMARY KEY, title TEXT NOT NULL, place INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS cards (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, details TEXT NOT NULL, column_id TEXT NOT NULL, place INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS cards_by_place ON cards (column_id, place);
  CREATE TABLE IF NOT EXISTS log (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, change TEXT NOT NULL
  ) STRICT;`;

/** As little between SQLite and the answer as there can be: prepared statements, no checks, no rules. */
export function openStore({ file, cards, synchronous }: StoreOptions): Store {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma(`synchronous = ${synchronous}`);
  db.exec(SCHEMA);
  seed(db, cards);

  const byToken = db.prepare('SELECT username FROM sessions WHERE token = ?');
  const addSession = db.prepare('INSERT INTO sessions VALUES (?, ?)');
  const columns = db.prepare<[], { id: string; title: string }>('SELECT id, title FROM columns ORDER BY place');
  const inColumn = db.prepare<[string], CardRow>(
    'SELECT id, title, details FROM cards WHERE column_id = ? ORDER BY place',
  );
  const lastSeq = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM log').pluck();
  const lastPlace = db.prepare<[], number>('SELECT coalesce(max(place), 0) FROM cards').pluck();
  const put = db.prepare('UPDATE cards SET column_id = ?, place = ? WHERE id = ?');
  const note = db.prepare('INSERT INTO log (at, actor, change) VALUES (?, ?, ?)');
  let atEnd = lastPlace.get() ?? 0;

  const move = db.transaction((cardId: string, columnId: string): number => {
    atEnd += 1;
    if (put.run(columnId, atEnd, cardId).changes !== 1) throw new Error('There is no such card.');
    const change = JSON.stringify({ type: 'card.move', cardId, columnId });
    return Number(note.run(Date.now(), LOGIN.username, change).lastInsertRowid);
  });

  return {
    board() {
      const all: Record<string, CardRow> = {};
      const filled = columns.all().map(({ id, title }) => {
        const cardIds = inColumn.all(id).map((card) => {
          all[card.id] = card;
          return card.id;
        });
        return { id, title, cardIds };
      });
      return JSON.stringify({ columns: filled, cards: all, version: lastSeq.get() });
    },
    isSignedIn: (token) => byToken.get(token) !== undefined,
    signIn({ username, password }) {
      if (username !== LOGIN.username || password !== LOGIN.password) return null;
      const token = randomUUID();
      addSession.run(token, username);
      return token;
    },
    move: (cardId, columnId) => move.immediate(cardId, columnId),
    close: () => db.close(),
  };
}

function seed(db: Sqlite.Database, count: number): void {
  if (db.prepare('SELECT 1 FROM columns').get() !== undefined) return;
  const addColumn = db.prepare('INSERT INTO columns VALUES (?, ?, ?)');
  const addCard = db.prepare('INSERT INTO cards VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (const [index, { id, title }] of COLUMNS.entries()) addColumn.run(id, title, index);
    for (const [index, card] of cardsOf(count).entries()) {
      addCard.run(card.id, card.title, card.details, card.columnId, index);
    }
  })();
}
