import type { Attachment, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Download, X } from 'lucide-react';
import { IconButton } from '../ui/button';
import button from '../ui/button.module.css';
import { sayWhen } from '../ui/when';
import styles from './attachment-list.module.css';
import { fileAddress } from './file-address';
import { FileFace } from './file-face';
import { saySize } from './file-words';

/** What is shown of a card's attachment. */
export type ShownAttachment = Omit<Attachment, 'addedBy'>;

interface AttachmentRowProps {
  boardId: Id;
  attachment: ShownAttachment;
  /** Null: this person may not. */
  onRemove: ((id: Id) => void) | null;
}

export function AttachmentRow({ boardId, attachment, onRemove }: AttachmentRowProps) {
  const { id, name, size, width, addedAt } = attachment;
  const address = fileAddress(boardId, attachment);
  // Pictures are shown in a tab of their own, all else is a download whatever a link says.
  const opens = width === null ? { download: name } : { target: '_blank', rel: 'noopener' };
  return (
    <li className={styles['row']}>
      <a className={styles['file']} href={address} {...opens}>
        <FileFace boardId={boardId} attachment={attachment} />
        <span className={styles['what']}>
          <bdi className={styles['name']}>{name}</bdi>
          <span className={styles['facts']}>
            {saySize(size)} · <time dateTime={addedAt}>{sayWhen(addedAt)}</time>
          </span>
        </span>
      </a>
      <a className={button['icon']} href={address} download={name} aria-label={t`Download ${name}`} title={t`Download`}>
        <Download size={16} aria-hidden="true" />
      </a>
      {onRemove && (
        <IconButton label={t`Remove ${name}`} onClick={() => onRemove(id)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
