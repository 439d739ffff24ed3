import type { Priority } from '@talkan/board/model';
import { t } from '@talkan/words/words';

export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  urgent: t`Urgent`,
  high: t`High`,
  medium: t`Medium`,
  low: t`Low`,
};
