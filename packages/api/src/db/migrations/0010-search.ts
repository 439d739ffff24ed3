import { type RawBuilder, sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** The lowest bits of a text’s number: which board it is on, so that those of other boards are passed over without being looked up. */
const BOARD_BITS = 20;

/** Chinese and Japanese put no spaces between words: one is found within a text only where each letter stands for itself. */
const UNSPACED = '[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]';
/** To take a letter out of a long text all letters before it are counted: so pieces are taken first, and letters from those. */
const PIECE = 256;

const COLUMNS = sql`title, details, items, comment`;

/**
 * An index of words over the titles, details and checklists of all cards, archived ones too, and over comments. Triggers keep it exact,
 * whoever writes; they fire where a text changes, and not where a card is moved. What was written last has the highest number, so that the
 * newest are found first.
 */
export async function up(db: MigrationDb): Promise<void> {
  await createNumbers(db);
  await createViews(db);
  await createIndex(db);
  await createTriggers(db);
}

async function createNumbers(db: MigrationDb): Promise<void> {
  await sql`create table search_boards (no integer primary key, board_id text not null unique) strict`.execute(db);
  await sql`create table search_texts (
    no integer primary key,
    board_id text not null,
    card_id text not null,
    -- Empty: it is the card’s own text.
    comment_id text not null,
    unique (board_id, card_id, comment_id)
  ) strict`.execute(db);
  await sql`insert into search_boards (board_id) select id from boards order by created_at, id`.execute(db);
  await sql`insert into search_texts (no, board_id, card_id, comment_id)
    select (row_number() over (order by texts.created_at) << ${sql.lit(BOARD_BITS)}) | boards.no, texts.board_id, card_id, comment_id
    from (
      select board_id, id as card_id, '' as comment_id, created_at from cards
      union all
      select board_id, card_id, id, created_at from comments where archived_at is null
    ) as texts
    join search_boards as boards on boards.board_id = texts.board_id`.execute(db);
}

/** The texts as they are indexed: what is to be taken out of the index must be named exactly as it went in. */
async function createViews(db: MigrationDb): Promise<void> {
  const words = {
    title: spaced(sql.ref('title')),
    details: spaced(sql.ref('details')),
    items: spaced(sql.ref('items')),
    comment: spaced(sql.ref('text')),
  };
  await sql`create view search_card_words as
    select no, board_id, card_id, ${words.title} as title, ${words.details} as details, ${words.items} as items, '' as comment
    from (
      select texts.no, texts.board_id, texts.card_id, cards.title, cards.details, case when cards.checklists = '[]' then '' else (
        select coalesce(group_concat(list.value ->> 'title' || char(10) || (
          select coalesce(group_concat(item.value ->> 'text', char(10)), '') from json_each(list.value, '$.items') as item
        ), char(10)), '') from json_each(cards.checklists) as list
      ) end as items
      from search_texts as texts
      join cards on cards.board_id = texts.board_id and cards.id = texts.card_id
      where texts.comment_id = ''
    )`.execute(db);
  await sql`create view search_comment_words as
    select no, board_id, card_id, comment_id, '' as title, '' as details, '' as items, ${words.comment} as comment
    from (
      select texts.no, texts.board_id, texts.card_id, texts.comment_id, comments.text
      from search_texts as texts
      join comments on comments.board_id = texts.board_id and comments.id = texts.comment_id
    )`.execute(db);
  await sql`create view search_words as
    select no, ${COLUMNS} from search_card_words union all select no, ${COLUMNS} from search_comment_words`.execute(db);
}

async function createIndex(db: MigrationDb): Promise<void> {
  // Without a copy of the texts. The index cannot be told to read them from the view: none of its own may use json_each.
  await sql`create virtual table search using fts5 (
    ${COLUMNS}, content = '',
    tokenize = "unicode61 remove_diacritics 2", prefix = '1 2'
  )`.execute(db);
  // Measured on 100,000 cards: with these one edit in a hundred takes longer than 7 ms; as they are by default, longer than 28.
  await sql`insert into search (search, rank) values ('automerge', 8), ('crisismerge', 64)`.execute(db);
  await sql`insert into search (rowid, ${COLUMNS}) select no, ${COLUMNS} from search_words order by no`.execute(db);
}

async function createTriggers(db: MigrationDb): Promise<void> {
  await sql`create trigger search_board after insert on boards begin
    insert into search_boards (board_id) values (new.id);
  end`.execute(db);
  await createCardTriggers(db);
  await createCommentTriggers(db);
}

async function createCardTriggers(db: MigrationDb): Promise<void> {
  const card: Indexed = { view: sql`search_card_words`, idsIn: (row) => [sql`${row}.id`, sql`''`] };
  const texts = sql`title, details, checklists`;
  const changed = sql`(old.title, old.details, old.checklists) is not (new.title, new.details, new.checklists)`;
  await sql`create trigger search_card_new after insert on cards begin ${putIn(card)} end`.execute(db);
  await sql`create trigger search_card_before before update of ${texts} on cards when ${changed}
    begin ${takeOut(card)} end`.execute(db);
  await sql`create trigger search_card_after after update of ${texts} on cards when ${changed}
    begin ${putIn(card)} end`.execute(db);
  await sql`create trigger search_card_gone before delete on cards begin ${takeOut(card)} end`.execute(db);
}

/** Deleted comments are archived ones, and not found. */
async function createCommentTriggers(db: MigrationDb): Promise<void> {
  const comment: Indexed = { view: sql`search_comment_words`, idsIn: (row) => [sql`${row}.card_id`, sql`${row}.id`] };
  const changed = sql`(old.text, old.archived_at) is not (new.text, new.archived_at)`;
  await sql`create trigger search_comment_new after insert on comments when new.archived_at is null
    begin ${putIn(comment)} end`.execute(db);
  await sql`create trigger search_comment_before before update of text, archived_at on comments
    when old.archived_at is null and ${changed} begin ${takeOut(comment)} end`.execute(db);
  await sql`create trigger search_comment_after after update of text, archived_at on comments
    when new.archived_at is null and ${changed} begin ${putIn(comment)} end`.execute(db);
  await sql`create trigger search_comment_gone before delete on comments when old.archived_at is null
    begin ${takeOut(comment)} end`.execute(db);
}

interface Indexed {
  readonly view: RawBuilder<unknown>;
  /** Of the row before (`old`) or after. */
  readonly idsIn: (row: RawBuilder<unknown>) => readonly [cardId: RawBuilder<unknown>, commentId: RawBuilder<unknown>];
}

function putIn({ view, idsIn }: Indexed): RawBuilder<unknown> {
  const [cardId, commentId] = idsIn(sql`new`);
  const bits = sql.lit(BOARD_BITS);
  return sql`
    insert into search_texts (no, board_id, card_id, comment_id) values (
      ((select coalesce(max(no), 0) >> ${bits} from search_texts) + 1) << ${bits}
        | (select no from search_boards where board_id = new.board_id),
      new.board_id, ${cardId}, ${commentId}
    );
    insert into search (rowid, ${COLUMNS}) select no, ${COLUMNS} from ${view} where no = (
      select no from search_texts where board_id = new.board_id and card_id = ${cardId} and comment_id = ${commentId}
    );`;
}

function takeOut({ view, idsIn }: Indexed): RawBuilder<unknown> {
  const [cardId, commentId] = idsIn(sql`old`);
  const isIt = sql`board_id = old.board_id and card_id = ${cardId} and comment_id = ${commentId}`;
  return sql`
    insert into search (search, rowid, ${COLUMNS}) select 'delete', no, ${COLUMNS} from ${view} where no = (
      select no from search_texts where ${isIt}
    );
    delete from search_texts where ${isIt};`;
}

/** The text with a space on either side of each letter that needs one. */
function spaced(text: RawBuilder<unknown>): RawBuilder<unknown> {
  const piece = sql.lit(PIECE);
  return sql`case when ${text} glob ${sql.lit(`*${UNSPACED}*`)} then (
    with recursive
      pieces (at, piece) as (
        select 1, substr(${text}, 1, ${piece})
        union all
        select at + ${piece}, substr(${text}, at + ${piece}, ${piece}) from pieces where length(piece) = ${piece}
      ),
      letters (at, nth, letter, piece) as (
        select at, 1, substr(piece, 1, 1), piece from pieces where piece <> ''
        union all
        select at, nth + 1, substr(piece, nth + 1, 1), piece from letters where nth < length(piece)
      )
    select group_concat(case when letter glob ${sql.lit(UNSPACED)} then ' ' || letter || ' ' else letter end, '' order by at, nth)
    from letters
  ) else ${text} end`;
}
