import { t } from '@talkan/words/words';
import { ConfirmDialog } from '../ui/confirm-dialog';

interface ArchiveQuestionProps {
  title: string;
  run: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before a board is archived: everybody on it is concerned. */
export function ArchiveQuestion({ title, run, onClose }: ArchiveQuestionProps) {
  return (
    <ConfirmDialog title={t`Archive this board?`} label={t`Archive the board`} run={run} onClose={onClose}>
      {t`“${title}” leaves everybody’s lists and can only be read. Nothing is lost: an owner can restore it at any time.`}
    </ConfirmDialog>
  );
}
