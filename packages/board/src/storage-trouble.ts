import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';

/** What is wrong with the place where a server keeps everything. */
export type StorageFault = 'full' | 'read_only' | 'failing' | 'damaged';

/** Why a server can save nothing. */
export interface StorageTrouble {
  readonly fault: StorageFault;
  /** Of a damaged file: of when the newest backup is, in milliseconds since 1970; null: none was found. */
  readonly backupAt: number | null;
}

/** The trouble in a sentence for whoever uses Talkan, who may not be the one who runs it. */
export function sayStorageTrouble({ fault, backupAt }: StorageTrouble): string {
  switch (fault) {
    case 'full':
      return t`The server cannot save, because its disk is full. Nothing that was saved before is lost. Whoever runs it has to free space; then it goes on by itself.`;
    case 'read_only':
      return t`The server cannot save, because it may only read its disk. Nothing that was saved before is lost. Whoever runs it has to let it write again; then it goes on by itself.`;
    case 'failing':
      return t`The server cannot save, because its disk reports errors. Nothing that was saved before is lost. Whoever runs it has to look at the disk; then it goes on by itself.`;
    case 'damaged':
      return `${t`The server does not save, because its database file is damaged.`} ${damageAdvice(backupAt)}`;
  }
}

/** What is to be done about a damaged file. */
export function damageAdvice(backupAt: number | null): string {
  if (backupAt === null) return t`Whoever runs it has to replace the file; no backup of it was found.`;
  return t`Whoever runs it has to stop it and restore the newest backup, of ${momentOf(backupAt)}, with “npm run restore”.`;
}

/** In the time zone by which backups are named. */
function momentOf(at: number): string {
  return new Intl.DateTimeFormat(language().locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
    .format(new Date(at))
    .concat(' UTC');
}
