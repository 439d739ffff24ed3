import { freeHue } from '@talkan/board/command/colors';
import type { Board, Id } from '@talkan/board/model';
import { quote } from '../prompt/data-block.js';
import { isNone, readDate, readValue, type Here } from './field-values.js';
import { findPart, nearParts, onlyChecklist, type Part } from './find-part.js';
import { FORMS_BY_TYPE, type FieldForm } from '../prompt/operation-forms.js';
import type { Outcome, Problem } from './outcome.js';
import { asText, type Fields } from '../replies/records.js';
import type { Nameable, Names } from './short-ids.js';

type NamedFields = { readonly fields: Fields; readonly declare: () => void } | Outcome;

export interface Naming {
  readonly names: Names;
  /** With what was staged so far. */
  readonly board: Board;
  /** The ids of checklists and items that the model itself made, by the card and its own name for them. */
  readonly parts: Map<string, Id>;
  readonly here: Here;
  newId(): Id;
  canHint(): boolean;
}

/** Puts real ids in the place of the names that the model used, and what the domain writes in the place of its words. */
export function withRealIds(type: string, fields: Fields, naming: Naming): NamedFields {
  const forms = FORMS_BY_TYPE.get(type)?.fields;
  const own = ownField(type);
  const real: Record<string, unknown> = {};
  // A part of a card is looked for on that card.
  const cardFirst = Object.entries(fields).toSorted(
    ([one], [other]) => Number(other === 'cardId') - Number(one === 'cardId'),
  );
  for (const [field, value] of cardFirst) {
    if (field === own || value === null || value === undefined) continue;
    const form = forms?.get(field);
    const read = form ? readField(value, { form, cardId: asText(real['cardId']) }, naming) : value;
    if (isProblem(read)) return read;
    if (read !== undefined) real[field] = read;
  }
  if (type === 'item.create' && real['checklistId'] === undefined) {
    const card = naming.board.card(asText(real['cardId']));
    const only = card ? onlyChecklist(card) : null;
    if (only !== null) real['checklistId'] = only;
  }
  return own === null
    ? { fields: real, declare: () => {} }
    : withNewId(type, { own, chosen: fields[own], real }, naming);
}

/** The field in which something new has its id. */
function ownField(type: string): string | null {
  const [entity = '', verb = ''] = type.split('.');
  return verb === 'create' ? `${entity}Id` : null;
}

interface Creating {
  readonly own: string;
  /** The model's own name for it. */
  readonly chosen: unknown;
  readonly real: Fields;
}

function withNewId(type: string, { own, chosen, real }: Creating, naming: Naming): NamedFields {
  const { names, board, parts } = naming;
  const [entity = ''] = type.split('.');
  const name = asText(chosen).trim();
  const id = naming.newId();
  const made = { ...real, [own]: id };
  switch (entity) {
    case 'card':
    case 'column':
      if (name !== '' && names.isTaken(entity, name)) {
        const text = `There is a ${entity} with the id ${quote(name, 80)} already.`;
        return { kind: 'problem', text, hint: 'Choose another id for the new one, such as new7.' };
      }
      return { fields: made, declare: () => name !== '' && names.declare(entity, name, id) };
    case 'label': {
      if (names.resolve('label', asText(real['name'])) !== null)
        return { kind: 'idle', text: 'There is such a label already.' };
      const hue = real['hue'] ?? freeHue(board.labels().map((label) => label.hue));
      return { fields: { ...made, hue }, declare: () => name !== '' && names.declare('label', name, id) };
    }
    default:
      return { fields: made, declare: () => void parts.set(partKey(asText(real['cardId']), name), id) };
  }
}

interface Reading {
  readonly form: FieldForm;
  readonly cardId: Id;
}

/** What a field means; undefined where it is as good as left out. */
function readField(value: unknown, reading: Reading, naming: Naming): unknown {
  const { form } = reading;
  if (form.canBeNone && isNone(value)) return null;
  if (value === '' && (form.canBeNone || form.names !== null)) return undefined;
  if (form.isDate) return readDate(value, naming.here);
  if (form.names === null) return readValue(form, value);
  if (!form.isList) return resolve(value, reading, naming);
  const ids: Id[] = [];
  for (const name of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const id = resolve(name, reading, naming);
    if (typeof id !== 'string') return id;
    ids.push(id);
  }
  return ids.length > 0 ? ids : undefined;
}

function resolve(value: unknown, { form, cardId }: Reading, naming: Naming): Id | Problem {
  const { names, board, parts } = naming;
  const name = asText(value);
  switch (form.names) {
    case 'checklist':
    case 'item': {
      const card = board.card(cardId);
      const id = parts.get(partKey(cardId, name)) ?? (card ? findPart(card, form.names, name) : null);
      const near = id === null && card && naming.canHint() ? nearParts(card, form.names, name) : [];
      return id ?? describeUnknown(form.names, name, { place: 'on this card', near });
    }
    case 'card':
    case 'column':
    case 'label':
    case 'person': {
      const id = names.resolve(form.names, name);
      const near = id === null && naming.canHint() ? names.near(form.names, name) : [];
      return id ?? describeUnknown(form.names, name, { place: 'on this board', near });
    }
    case null:
      return name;
  }
}

function partKey(cardId: Id, name: string): string {
  return `${cardId} ${name}`;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'problem';
}

const WHERE: Record<Nameable | Part, string> = {
  card: 'Look for it on the board, or with search_cards.',
  column: 'Look for it on the board.',
  label: 'A new label is made by label.create.',
  person: 'Only members of the board can be named.',
  checklist: 'A new checklist is made by checklist.create.',
  item: 'Look for it with get_card.',
};

interface Missing {
  readonly place: string;
  readonly near: readonly string[];
}

function describeUnknown(entity: Nameable | Part, name: string, { place, near }: Missing): Problem {
  const meant = near.length > 0 ? `Did you mean ${near.join(', ')}? ` : '';
  return {
    kind: 'problem',
    text: `There is no ${entity} ${quote(name, 80)} ${place}.`,
    hint: `${meant}${WHERE[entity]}`,
  };
}
