import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Paperclip } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import styles from './attachment-list.module.css';
import { AttachmentRow, type ShownAttachment } from './attachment-row';
import { UploadRow } from './upload-row';
import { useDropZone } from './use-drop-zone';
import type { ShownUpload } from './use-uploads';

interface AttachmentListProps {
  /** The way to the files of this machine. */
  picker: RefObject<HTMLInputElement | null>;
  boardId: Id;
  attachments: readonly ShownAttachment[];
  uploads: readonly ShownUpload[];
  canEdit: boolean;
  onAdd: (files: readonly File[]) => void;
  /** At once, without asking: it can be undone. */
  onRemove: (id: Id) => void;
  onRetry: (uploadId: number) => void;
  onCancel: (uploadId: number) => void;
}

/** The files on a card, and those on their way there. Files can be dropped on it. Nothing where there are none and none may be added. */
export function AttachmentList(props: AttachmentListProps) {
  const { picker, boardId, attachments, uploads, canEdit, onAdd, onRemove, onRetry, onCancel } = props;
  const zone = useDropZone(onAdd);
  const isEmpty = attachments.length + uploads.length === 0;
  if (isEmpty && !canEdit) return null;
  return (
    <section
      className={classNames(styles['files'], canEdit && zone.isOver && styles['over'])}
      aria-label={t`Files`}
      {...(canEdit ? zone.handlers : {})}
    >
      <header className={styles['header']}>
        <h3>{t`Files`}</h3>
        {attachments.length > 0 && <span>{attachments.length}</span>}
      </header>
      {!isEmpty && (
        <ul className={styles['list']}>
          {attachments.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              boardId={boardId}
              attachment={attachment}
              onRemove={canEdit ? onRemove : null}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onRetry={onRetry} onCancel={onCancel} />
          ))}
        </ul>
      )}
      {canEdit && (
        <p className={styles['add']}>
          <Button variant="ghost" onClick={() => picker.current?.click()}>
            <Paperclip size={15} aria-hidden="true" />
            {t`Attach files`}
          </Button>
          <span aria-hidden="true">{zone.isOver ? t`Drop them here` : t`or drop them here`}</span>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t`Attach files`}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              // The same file can be chosen again.
              target.value = '';
              if (files.length > 0) onAdd(files);
            }}
          />
        </p>
      )}
    </section>
  );
}
