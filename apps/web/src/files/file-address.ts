import type { Id } from '@talkan/board/model';

interface NamedFile {
  readonly id: Id;
  readonly name: string;
}

/** Where a file of a board is. The name is for people, and for what a browser calls it. */
export function fileAddress(boardId: Id, { id, name }: NamedFile): string {
  const address = `/files/${boardId}/${id}`;
  // One that is really called so would get its own thumbnail.
  return name === 'thumbnail' ? address : `${address}/${encodeURIComponent(name)}`;
}

/** Where its small picture is, if it is an image that could be read: 480 px wide at most. */
export function thumbnailAddress(boardId: Id, { id }: NamedFile): string {
  return `/files/${boardId}/${id}/thumbnail`;
}
