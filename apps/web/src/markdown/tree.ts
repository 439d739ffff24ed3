/** A text in Markdown, as data: what is drawn of it is React elements, so nothing in it ever becomes HTML. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em' | 'del'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly title: string; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly src: string; readonly title: string; readonly alt: string };

/** `at`: where it begins in the source, in UTF-16 units. */
export type Block = { readonly at: number } & (
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly tight: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' }
  /** What is shown as it was typed. */
  | { readonly kind: 'plain'; readonly text: string }
);

export interface Item {
  readonly at: number;
  readonly task: Task | null;
  readonly children: readonly Block[];
}

/** `at`: the place of the space or the `x` between the brackets. */
export interface Task {
  readonly at: number;
  readonly done: boolean;
}

export interface Cell {
  readonly align: 'left' | 'center' | 'right' | null;
  readonly children: readonly Inline[];
}
