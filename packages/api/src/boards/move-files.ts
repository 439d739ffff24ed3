import type { Id, UploadedFile } from '@talkan/board/model';
import { isRefusal } from '@talkan/board/refusal';
import type { Traveller } from '@talkan/board/transfer';
import type { Services } from '../context.js';
import { copyFiles } from '../files/copy.js';
import { RefusalError } from '../refusal-error.js';
import { readBoard } from './load.js';
import { findMembership } from './members.js';

/** A card, the board that it is on, and where it goes to. */
interface Way {
  readonly boardId: Id;
  readonly cardId: Id;
  readonly toBoardId: Id;
  readonly actorId: Id;
}

/** The copies of a card's files, by their ids where it was; `null`: there is nothing left to copy. */
export type FileCopies = ReadonlyMap<Id, UploadedFile | null>;

/**
 * Copies the files of a card to the board that it goes to. That takes as long as it takes, so it is done before the transaction; where the
 * move is refused after all, the copies go by themselves.
 * @throws RefusalError where the person may not put anything there
 */
export async function copyFilesOf(
  services: Services,
  { boardId, cardId, toBoardId, actorId }: Way,
): Promise<FileCopies> {
  const userId = actorId;
  const here = await findMembership(services.db.lookUp, { boardId, userId }, 'editor');
  if (isRefusal(here)) throw new RefusalError(here);
  const ids = (await readBoard(services, boardId, here.seq)).card(cardId)?.attachments.map(({ id }) => id) ?? [];
  if (ids.length === 0) return new Map();
  const there = await findMembership(services.db.lookUp, { boardId: toBoardId, userId }, 'editor');
  if (isRefusal(there)) throw new RefusalError(there);
  const copies = await copyFiles(services, { from: boardId, to: toBoardId, ids, userId });
  return new Map(ids.map((id) => [id, copies.get(id) ?? null]));
}

/** The same card, where its texts show its files by their new addresses. */
export function withFiles(
  traveller: Omit<Traveller, 'files'>,
  { copies, boardId, toBoardId }: Pick<Way, 'boardId' | 'toBoardId'> & { readonly copies: FileCopies },
): Traveller {
  const files = new Map([...copies].flatMap(([id, file]) => (file ? [[id, file] as const] : [])));
  const readdress = (text: string) =>
    [...files].reduce(
      (told, [id, file]) => told.replaceAll(`/files/${boardId}/${id}`, `/files/${toBoardId}/${file.id}`),
      text,
    );
  const { card, labels, comments } = traveller;
  return {
    card: { ...card, details: readdress(card.details) },
    labels,
    comments: comments.map((comment) => ({ ...comment, text: readdress(comment.text) })),
    files,
  };
}
