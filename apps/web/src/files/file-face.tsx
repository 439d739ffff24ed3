import type { Id } from '@talkan/board/model';
import { File, FileArchive, FileText, Film, Image, Music, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import styles from './attachment-list.module.css';
import type { ShownAttachment } from './attachment-row';
import { thumbnailAddress } from './file-address';
import { kindOf, type FileKind } from './file-words';

const ICONS: Readonly<Record<FileKind, LucideIcon>> = {
  image: Image,
  text: FileText,
  archive: FileArchive,
  sound: Music,
  film: Film,
  other: File,
};

/** A small picture of what it is: its name stands beside it. */
export function FileFace({ boardId, attachment }: { boardId: Id; attachment: ShownAttachment }) {
  const [failed, setFailed] = useState(false);
  const Icon = ICONS[kindOf(attachment.type)];
  if (attachment.width === null || failed) {
    return (
      <span className={styles['face']}>
        <Icon size={18} aria-hidden="true" />
      </span>
    );
  }
  return (
    <img
      className={styles['face']}
      src={thumbnailAddress(boardId, attachment)}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setFailed(true)}
    />
  );
}
