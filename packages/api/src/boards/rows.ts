import type { Board, Card, Column, Comment, Id, Label } from '@talkan/board/model';
import { wholeCard } from '@talkan/board/rows';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { BoardsTable, CardsTable, ColumnsTable, CommentsTable, LabelsTable } from '../db/tables.js';

/** A board as its tables have it, and back. Of a row to be written only those fields are there that are given. */

/** Most lists are empty, and all empty ones are the same. */
const NONE = '[]';

type Without<Row> = Omit<Row, 'board_id' | 'id'>;

export function headOf(
  row: Selectable<BoardsTable>,
): Pick<Board, 'id' | 'key' | 'title' | 'description' | 'hue' | 'limits' | 'archivedAt' | 'seq' | 'lastNumber'> {
  const { id, key, title, description, hue, limits, seq } = row;
  return { id, key, title, description, hue, limits, archivedAt: row.archived_at, seq, lastNumber: row.last_number };
}

export function headRow(fields: Partial<Board>): Updateable<BoardsTable> {
  const { key, title, description, hue, limits, archivedAt, lastNumber } = fields;
  return present({ key, title, description, hue, limits, archived_at: archivedAt, last_number: lastNumber });
}

export function columnOf(row: Selectable<ColumnsTable>): Column {
  const { id, rank, title, hue, card_limit: limit, done, archived_at: archivedAt } = row;
  return { id, rank, title, hue, limit, done: done === 1, archivedAt };
}

export function columnRow(fields: Partial<Column>): Without<Updateable<ColumnsTable>> {
  const { rank, title, hue, limit, done, archivedAt } = fields;
  const flag = done === undefined ? undefined : Number(done);
  return present({ rank, title, hue, card_limit: limit, done: flag, archived_at: archivedAt });
}

export function newColumn(boardId: Id, column: Column): Insertable<ColumnsTable> {
  return { board_id: boardId, id: column.id, ...(columnRow(column) as Without<Insertable<ColumnsTable>>) };
}

export function labelOf(row: Selectable<LabelsTable>): Label {
  return { id: row.id, name: row.name, hue: row.hue, archivedAt: row.archived_at, mergedInto: row.merged_into };
}

export function labelRow({ name, hue, archivedAt, mergedInto }: Partial<Label>): Without<Updateable<LabelsTable>> {
  return present({ name, hue, archived_at: archivedAt, merged_into: mergedInto });
}

export function newLabel(boardId: Id, label: Label): Insertable<LabelsTable> {
  return { board_id: boardId, id: label.id, ...(labelRow(label) as Without<Insertable<LabelsTable>>) };
}

export function cardOf(row: Selectable<CardsTable>): Card {
  return wholeCard({
    id: row.id,
    number: row.number,
    columnId: row.column_id,
    rank: row.rank,
    title: row.title,
    details: row.details,
    ...(row.label_ids !== NONE && { labelIds: JSON.parse(row.label_ids) as Card['labelIds'] }),
    ...(row.assignee_ids !== NONE && { assigneeIds: JSON.parse(row.assignee_ids) as Card['assigneeIds'] }),
    startAt: row.start_at,
    dueAt: row.due_at,
    priority: row.priority,
    estimate: row.estimate,
    ...(row.checklists !== NONE && { checklists: JSON.parse(row.checklists) as Card['checklists'] }),
    ...(row.links !== NONE && { links: JSON.parse(row.links) as Card['links'] }),
    ...(row.attachments !== NONE && { attachments: JSON.parse(row.attachments) as Card['attachments'] }),
    commentCount: row.comment_count,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
    ...(row.changed_at !== null && { changedAt: row.changed_at }),
  });
}

export function cardRow(fields: Partial<Card>): Without<Updateable<CardsTable>> {
  return present({
    number: fields.number,
    column_id: fields.columnId,
    rank: fields.rank,
    title: fields.title,
    details: fields.details,
    label_ids: jsonOf(fields.labelIds),
    assignee_ids: jsonOf(fields.assigneeIds),
    start_at: fields.startAt,
    due_at: fields.dueAt,
    priority: fields.priority,
    estimate: fields.estimate,
    checklists: jsonOf(fields.checklists),
    links: jsonOf(fields.links),
    attachments: jsonOf(fields.attachments),
    comment_count: fields.commentCount,
    archived_at: fields.archivedAt,
    created_at: fields.createdAt,
    created_by: fields.createdBy,
    changed_at: fields.changedAt,
  });
}

function jsonOf(list: readonly unknown[] | undefined): string | undefined {
  return list && JSON.stringify(list);
}

export function newCard(boardId: Id, card: Card): Insertable<CardsTable> {
  return { board_id: boardId, id: card.id, ...(cardRow(card) as Without<Insertable<CardsTable>>) };
}

export function commentOf(row: Selectable<CommentsTable>): Comment {
  return {
    id: row.id,
    cardId: row.card_id,
    authorId: row.author_id,
    text: row.text,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    archivedAt: row.archived_at,
  };
}

export function commentRow({ text, editedAt, archivedAt }: Partial<Comment>): Without<Updateable<CommentsTable>> {
  return present({ text, edited_at: editedAt, archived_at: archivedAt });
}

export function newComment(boardId: Id, comment: Comment): Insertable<CommentsTable> {
  const { id, cardId, authorId, createdAt, text, editedAt, archivedAt } = comment;
  const row = { card_id: cardId, author_id: authorId, text, edited_at: editedAt, archived_at: archivedAt };
  return { board_id: boardId, id, created_at: createdAt, ...row };
}

/** Only the fields that are there. */
function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
