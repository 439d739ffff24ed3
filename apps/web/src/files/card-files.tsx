import type { Card } from '@talkan/board/model';
import { AttachmentList } from './attachment-list';
import type { CardFilesState } from './use-card-files';

interface CardFilesProps {
  readonly card: Card;
  readonly canEdit: boolean;
  readonly files: CardFilesState;
}

/** The files on a card. */
export function CardFiles({ card, canEdit, files }: CardFilesProps) {
  return (
    <AttachmentList
      boardId={files.boardId}
      attachments={card.attachments}
      uploads={files.uploads}
      canEdit={canEdit}
      onAdd={files.add}
      onRemove={files.remove}
      onRetry={files.retry}
      onCancel={files.cancel}
    />
  );
}
