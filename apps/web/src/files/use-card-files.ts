import { shorten } from '@talkan/board/decide-context';
import type { Card, Id, UploadedFile } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { commitWithUndo } from '../board/actions';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { showToast } from '../ui/toast';
import { fileAddress } from './file-address';
import { uploadFile } from './upload';
import { useUploads, type ShownUpload } from './use-uploads';

export interface CardFilesState {
  readonly boardId: Id;
  readonly uploads: readonly ShownUpload[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (attachmentId: Id) => void;
  readonly retry: (uploadId: number) => void;
  readonly cancel: (uploadId: number) => void;
  /** Uploads what was pasted into a text, puts it on the card, and gives what shows each of it in that text. */
  readonly paste: (files: readonly File[]) => Promise<readonly string[]>;
}

/** The files of a card: first uploaded, then put on it as a change like any other. */
export function useCardFiles({ id: cardId, attachments }: Card): CardFilesState {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const attach = (files: readonly UploadedFile[]) => {
    if (files.length === 0) return;
    store.commit(files.map(({ id }) => ({ type: 'attachment.add', cardId, attachmentId: id }) as const));
  };
  const { uploads, add, retry, cancel } = useUploads(boardId, (file) => attach([file]));
  const remove = (attachmentId: Id) => {
    const name = attachments.find(({ id }) => id === attachmentId)?.name ?? t`File`;
    commitWithUndo(store, [{ type: 'attachment.remove', cardId, attachmentId }], t`“${shorten(name)}” removed`);
  };
  const paste = async (files: readonly File[]) => {
    const answers = await Promise.all(files.map((file) => uploadFile(boardId, file)));
    attach(answers.flatMap((answer) => (answer.ok ? [answer.file] : [])));
    return answers.map((answer, index) => {
      if (answer.ok) return markdownOf(boardId, answer.file);
      showToast({ message: `${files[index]?.name ?? t`File`}: ${answer.problem.message}`, tone: 'bad' });
      return '';
    });
  };
  return { boardId, uploads, add, remove, retry, cancel, paste };
}

/** A picture is shown where it was pasted, all else is a link. */
function markdownOf(boardId: Id, file: UploadedFile): string {
  const name = file.name.replaceAll(/[\\[\]]/g, String.raw`\$&`);
  return `${file.width === null ? '' : '!'}[${name}](${fileAddress(boardId, file)})`;
}
