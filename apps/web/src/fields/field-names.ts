import { t } from '@talkan/words/words';

/** A field of a card that is chosen, not typed. */
export type CardFieldName = 'people' | 'due' | 'start' | 'labels' | 'priority' | 'estimate';

export const FIELD_NAMES: Record<CardFieldName, string> = {
  people: t`Assignees`,
  due: t`Due date`,
  start: t`Start date`,
  labels: t`Labels`,
  priority: t`Priority`,
  estimate: t`Estimate`,
};
