import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useCardOffer } from '../card-actions/use-card-offer';
import { AttachmentList } from './attachment-list';
import type { CardFilesState } from './use-card-files';

interface CardFilesProps {
  readonly card: Card;
  readonly canEdit: boolean;
  readonly files: CardFilesState;
}

/** The files on a card. */
export function CardFiles({ card, canEdit, files }: CardFilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const attach = {
    label: t`Attach files`,
    icon: Paperclip,
    also: t`upload add`,
    onSelect: () => picker.current?.click(),
  };
  useCardOffer(card, canEdit ? [attach] : []);
  return (
    <AttachmentList
      picker={picker}
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
