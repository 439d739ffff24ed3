import { t } from '@talkan/words/words';
import { RotateCw, Upload, X } from 'lucide-react';
import { IconButton } from '../ui/button';
import styles from './attachment-list.module.css';
import { saySize } from './file-words';
import type { ShownUpload } from './use-uploads';

interface UploadRowProps {
  upload: ShownUpload;
  onRetry: (id: number) => void;
  onCancel: (id: number) => void;
}

export function UploadRow({ upload, onRetry, onCancel }: UploadRowProps) {
  const { id, file, part, problem } = upload;
  const percent = Math.round(part * 100);
  return (
    <li className={styles['row']}>
      <span className={styles['file']}>
        <span className={styles['face']}>
          <Upload size={18} aria-hidden="true" />
        </span>
        <span className={styles['what']}>
          <bdi className={styles['name']}>{file.name}</bdi>
          {problem ? (
            <span className={styles['problem']}>{problem.message}</span>
          ) : (
            <>
              <progress
                className={styles['progress']}
                max={100}
                value={percent}
                aria-label={t`Uploading ${file.name}`}
              />
              <span className={styles['facts']}>{t`${percent} % of ${saySize(file.size)}`}</span>
            </>
          )}
        </span>
      </span>
      {problem?.canRetry && (
        <IconButton label={t`Try to upload ${file.name} again`} onClick={() => onRetry(id)}>
          <RotateCw size={16} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={problem ? t`Put ${file.name} away` : t`Cancel uploading ${file.name}`}
        onClick={() => onCancel(id)}
      >
        <X size={16} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
