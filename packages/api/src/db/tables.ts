import type { Origin } from '@talkan/board/change';
import type { Id, Priority, Rank, Time } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import type { Generated } from 'kysely';

/** 0 or 1: booleans do not bind in SQLite. */
type Flag = number;
type JsonText = string;

export interface UsersTable {
  id: Id;
  username: string;
  /** argon2id, in PHC format. */
  password_hash: string;
  /** Whether this is the sign-in that everyone can read in the documentation. */
  demo_password: Flag;
  /** Whether they look after this Talkan: they set up its assistant. */
  instance_owner: Generated<Flag>;
  created_at: Time;
}

export interface SessionsTable {
  /** SHA-256 of the token, hexadecimal: who reads the database cannot sign in with it. */
  token_hash: string;
  user_id: Id;
  created_at: Time;
  last_seen_at: Time;
}

/** A failed sign-in, or one that is being checked. */
export interface LoginFailuresTable {
  id: Id;
  /** SHA-256 of user name and address. */
  key: string;
  at: Time;
}

export interface BoardsTable {
  id: Id;
  key: string;
  title: string;
  description: Generated<string>;
  hue: number | null;
  limits: Generated<'warn' | 'refuse'>;
  archived_at: Time | null;
  /** Number of the last change. */
  seq: number;
  last_number: number;
  created_at: Time;
}

export interface MembersTable {
  board_id: Id;
  user_id: Id;
  role: Role;
  created_at: Time;
}

/** What a member keeps about a board for themselves; no row: nothing yet. */
export interface BoardMarksTable {
  board_id: Id;
  user_id: Id;
  starred: Flag;
  visited_at: Time | null;
  /** JSON of the ids of the columns that they have folded. */
  collapsed: JsonText;
  /** Whether the assistant asks before it changes anything. */
  asks_first: Generated<Flag>;
}

/** What one member and the assistant of a board say to each other. */
export interface ConversationsTable {
  board_id: Id;
  id: Id;
  user_id: Id;
  title: string;
  created_at: Time;
  last_at: Time;
}

/** A question and what came of it. */
export interface TurnsTable {
  board_id: Id;
  /** The client's, and that of the change that the turn makes. */
  id: Id;
  conversation_id: Id;
  position: number;
  question: string;
  pasted: string | null;
  at: Time;
  state: 'running' | 'answered' | 'failed' | 'stopped';
  problem: string | null;
  /** JSON of a `KeptAnswer`. */
  answer: JsonText | null;
  /** The change that it made, by itself or by its proposal. */
  seq: number | null;
  proposal_id: Id | null;
  model: string | null;
  rung: string | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  /** US dollars, where the endpoint tells. */
  cost: number | null;
  duration_ms: number | null;
}

/** What waits, or has waited, for a member's yes. */
export interface ProposalsTable {
  board_id: Id;
  id: Id;
  user_id: Id;
  origin: Extract<Origin, 'assistant' | 'command'>;
  operations: JsonText;
  items: JsonText;
  reason: string;
  /** The answer that showed it, by which a yes in words finds it. */
  message: string;
  /** What its operations would have done when they were shown. */
  seen: string;
  state: 'waits' | 'accepted' | 'dismissed';
  /** Of the change that it became. */
  change_id: Id | null;
  created_at: Time;
}

export interface InvitationsTable {
  id: Id;
  /** SHA-256 of the token, hexadecimal: who reads the database cannot join with it. */
  token_hash: string;
  board_id: Id;
  role: Role;
  created_by: Id;
  created_at: Time;
  expires_at: Time;
  revoked_at: Time | null;
  /** When and by whom: both or neither. */
  used_at: Time | null;
  used_by: Id | null;
}

export interface ColumnsTable {
  board_id: Id;
  id: Id;
  rank: Rank;
  title: string;
  hue: number | null;
  /** How many cards it should hold. */
  card_limit: number | null;
  done: Generated<Flag>;
  archived_at: Time | null;
}

export interface LabelsTable {
  board_id: Id;
  id: Id;
  name: string;
  hue: number;
  archived_at: Time | null;
  merged_into: Id | null;
}

export interface CardsTable {
  board_id: Id;
  id: Id;
  number: number;
  column_id: Id;
  rank: Rank;
  title: string;
  details: string;
  label_ids: Generated<JsonText>;
  assignee_ids: Generated<JsonText>;
  start_at: string | null;
  due_at: string | null;
  priority: Priority | null;
  estimate: number | null;
  checklists: Generated<JsonText>;
  links: Generated<JsonText>;
  attachments: Generated<JsonText>;
  comment_count: Generated<number>;
  archived_at: Time | null;
  created_at: Time;
  created_by: Id;
  /** Null: since it was created. */
  changed_at: Time | null;
}

export interface CommentsTable {
  board_id: Id;
  id: Id;
  card_id: Id;
  author_id: Id;
  text: string;
  created_at: Time;
  edited_at: Time | null;
  archived_at: Time | null;
}

/** Why somebody is told of something. */
export type NoticeKind = 'mention' | 'assignment' | 'comment';

/** That something on a card is somebody's to see. */
export interface NoticesTable {
  /** In the order of time. */
  id: Id;
  user_id: Id;
  board_id: Id;
  card_id: Id;
  kind: NoticeKind;
  actor_id: Id;
  /** The change that it comes from. */
  seq: number;
  at: Time;
  read_at: Time | null;
}

/** The log: only ever appended to. */
export interface ChangesTable {
  board_id: Id;
  seq: number;
  /** Version of this row's shape. */
  v: number;
  /** The client's own id for the change: the key of its retries. */
  change_id: Id;
  /** SHA-256 of what was asked for: tells a retry from another change under the same id. */
  body_hash: string;
  actor_id: Id;
  origin: Origin;
  at: Time;
  operations: JsonText;
  patches: JsonText;
  /** The `seq` of the change that this one undoes. */
  undoes: number | null;
  /** The `seq` of the first change where it undoes a run of edits: all that the author of `undoes` made from there on. */
  undoes_from: number | null;
  /** What this change and one of another board have in common: a card that moved from one to the other. */
  group_id: Id | null;
}

/** A board as it was, so that its past is near: the log is walked from the nearest one. */
export interface SnapshotsTable {
  board_id: Id;
  seq: number;
  board: JsonText;
}

/** A window in which somebody looks at a board. */
export interface PresenceTable {
  board_id: Id;
  user_id: Id;
  client_id: Id;
  card_id: Id | null;
  dragging_id: Id | null;
  /** JSON of a `DragPlace`, its fields always in the same order. */
  drag_place: string | null;
  /** Whoever is still there says so before. */
  expires_at: Time;
}

/** A file's bytes never change once it has a row; they lie beside the database. */
export interface FilesTable {
  board_id: Id;
  id: Id;
  name: string;
  /** In bytes. */
  size: number;
  /** The content type, by the content. */
  type: string;
  /** Of an image that could be read, as it is to be seen. */
  width: number | null;
  height: number | null;
  created_at: Time;
  created_by: Id;
}

/** A card that has, or has had, the file: what is undone may bring it back. */
export interface FileUsesTable {
  board_id: Id;
  file_id: Id;
  card_id: Id;
}

/** The number by which the index knows a board. */
export interface SearchBoardsTable {
  no: number;
  board_id: Id;
}

/** Whose text an entry of the index is; triggers keep it. Its lowest 20 bits are the board’s number; the last that was written has the highest. */
export interface SearchTextsTable {
  no: number;
  board_id: Id;
  card_id: Id;
  /** Empty: it is the card’s own. */
  comment_id: string;
}

/** The index of words, an FTS5 table: asked by `search match`. */
export interface SearchTable {
  rowid: number;
}

/** What was saved of the assistant's settings: one row, or none. */
export interface AssistantSettingsTable {
  id: 1;
  /** Another number after each save. */
  version: number;
  /** JSON of a `SavedModel`; null: as the environment says. */
  model: JsonText | null;
  /** JSON of `Limits`; null: those of this version. */
  limits: JsonText | null;
  /** The model's key, encrypted with the server's secret and bound to the endpoint. */
  sealed_key: string | null;
  saved_at: Time;
  saved_by: Id;
}

/** A turn for which a model was asked. */
export interface AssistantUsesTable {
  id: Id;
  user_id: Id;
  /** Null: as long as it runs, and for a try of the settings. */
  board_id: Id | null;
  at: Time;
  /** 0: as long as it runs, or where the endpoint does not tell. */
  tokens: number;
  /** US dollars, where the endpoint tells. */
  cost: number | null;
}

export interface MigrationsTable {
  name: string;
  applied_at: Time;
}

export interface Tables {
  users: UsersTable;
  sessions: SessionsTable;
  login_failures: LoginFailuresTable;
  boards: BoardsTable;
  members: MembersTable;
  board_marks: BoardMarksTable;
  conversations: ConversationsTable;
  turns: TurnsTable;
  proposals: ProposalsTable;
  invitations: InvitationsTable;
  columns: ColumnsTable;
  labels: LabelsTable;
  cards: CardsTable;
  comments: CommentsTable;
  notices: NoticesTable;
  changes: ChangesTable;
  snapshots: SnapshotsTable;
  presence: PresenceTable;
  files: FilesTable;
  file_uses: FileUsesTable;
  search: SearchTable;
  search_boards: SearchBoardsTable;
  search_texts: SearchTextsTable;
  assistant_settings: AssistantSettingsTable;
  assistant_uses: AssistantUsesTable;
  migrations: MigrationsTable;
}
