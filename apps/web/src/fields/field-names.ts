/** A field of a card that is chosen, not typed. */
export type CardFieldName = 'people' | 'due' | 'start' | 'labels' | 'priority' | 'estimate';

export const FIELD_NAMES: Record<CardFieldName, string> = {
  people: 'Assignees',
  due: 'Due date',
  start: 'Start date',
  labels: 'Labels',
  priority: 'Priority',
  estimate: 'Estimate',
};
