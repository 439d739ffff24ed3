import type { Card } from '@talkan/board/model';
import { useRef } from 'react';
import { DatePicker } from './date-picker';
import { EstimatePicker } from './estimate-picker';
import { FIELD_NAMES, type CardFieldName } from './field-names';
import { LabelPicker } from './label-picker';
import { PeoplePicker } from './people-picker';
import { Popover } from './popover';
import { PriorityPicker } from './priority-picker';

export interface FieldPickerProps {
  readonly field: CardFieldName;
  readonly card: Card;
  readonly anchor: () => HTMLElement | null;
  readonly onClose: () => void;
}

/** What chooses a field of a card, beside what opened it. */
export function FieldPicker({ field, card, anchor, onClose }: FieldPickerProps) {
  const popover = useRef<HTMLDialogElement>(null);
  return (
    <Popover popover={popover} label={FIELD_NAMES[field]} anchor={anchor} onClose={onClose}>
      <Picker field={field} card={card} onDone={() => popover.current?.hidePopover()} />
    </Popover>
  );
}

function Picker({ field, card, onDone }: { field: CardFieldName; card: Card; onDone: () => void }) {
  switch (field) {
    case 'people':
      return <PeoplePicker card={card} />;
    case 'labels':
      return <LabelPicker card={card} />;
    case 'due':
      return <DatePicker card={card} field="dueAt" onDone={onDone} />;
    case 'start':
      return <DatePicker card={card} field="startAt" onDone={onDone} />;
    case 'priority':
      return <PriorityPicker card={card} onDone={onDone} />;
    case 'estimate':
      return <EstimatePicker card={card} onDone={onDone} />;
  }
}
