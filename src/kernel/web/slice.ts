import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Words } from '#kernel/fields.ts';
import type { ListContract } from '#kernel/list-contract.ts';
import type { Card } from '#ui/grid-types.ts';
import type { ListRow } from './use-list.ts';

/** A line of the navigation; shown to who has the permission. */
export interface NavEntry {
  readonly key: string;
  readonly group: 'work' | 'business' | 'insight' | 'settings';
  readonly label: Words;
  readonly icon: LucideIcon;
  readonly path: string;
  readonly permission?: string;
  /** Place within the group, small first. */
  readonly order: number;
  /** A hook that gives the plain grey count (or the accent badge of the inbox). */
  readonly useCount?: () => number | undefined;
  readonly badge?: boolean;
}

/** A page with its address; loaded when it is first opened. `$id` marks a parameter. */
export interface Screen {
  readonly path: string;
  readonly permission?: string;
  /** For people who are not signed in: no frame, no session. */
  readonly open?: boolean;
  readonly load: () => Promise<{ readonly Screen: ComponentType }>;
}

/** What a downstream slice shows on an upstream record: the customer's contracts, its money. */
export interface Panel {
  readonly key: string;
  readonly object: string;
  /** `side`: right column and narrow panel; `tab`: a full list; `figures`: the strip on top; `money`: a cell of the money strip. */
  readonly place: 'side' | 'tab' | 'figures' | 'money';
  readonly label: Words;
  readonly order: number;
  readonly permission?: string;
  readonly Part: ComponentType<PanelProps>;
}

export interface PanelProps {
  readonly recordId: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** How records of an object are opened and made from anywhere: links, search, Ctrl-K, +. */
export interface ObjectLink {
  readonly object: string;
  readonly icon: LucideIcon;
  readonly label: Words;
  readonly path: (id: string) => string;
  /** Where candidates for a reference field come from. */
  readonly list?: ListContract;
  /** The dialog of quick create; `permission` decides who is offered it. */
  readonly create?: {
    readonly permission: string;
    readonly label: Words;
    readonly Dialog: ComponentType<CreateProps>;
  };
}

export interface CreateProps {
  readonly onClose: () => void;
  readonly onCreated?: (id: string) => void;
  readonly initial?: Readonly<Record<string, unknown>>;
}

/** A line in a list's header or a record's menu that a downstream slice adds: import, export. */
export interface ListTool {
  readonly key: string;
  readonly order: number;
  readonly permission?: string;
  readonly Part: ComponentType<ListToolProps>;
}

export interface ListToolProps {
  readonly object: string;
  readonly listId: string;
  readonly search: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
}

/** What swiping a card does in the lists of these objects, on a phone. */
export interface RowSwipes {
  readonly objects: readonly string[];
  readonly permission: string;
  /** A hook that gives the two acts of a row. */
  readonly use: (object: string) => (row: ListRow) => Pick<Card, 'swipeRight' | 'swipeLeft'>;
}

/** What a later slice says under the fields of a quick create while they are filled in, and what it then asks for. */
export interface FormHint {
  readonly object: string;
  readonly permission: string;
  /** Under these fields. */
  readonly keys: readonly string[];
  readonly Part: ComponentType<{
    readonly object: string;
    readonly fieldKey: string;
    readonly values: Readonly<Record<string, unknown>>;
  }>;
  /** When the server refuses with this code, `Reason` is shown and its text sent along as `sends`. */
  readonly code: string;
  readonly sends: string;
  readonly Reason: ComponentType<{
    readonly value: string;
    readonly onChange: (value: string) => void;
  }>;
}

/** What a slice adds to the web app. */
export interface WebSlice {
  readonly name: string;
  readonly nav?: readonly NavEntry[];
  readonly screens?: readonly Screen[];
  readonly panels?: readonly Panel[];
  readonly objects?: readonly ObjectLink[];
  readonly listTools?: readonly ListTool[];
  readonly swipes?: readonly RowSwipes[];
  /** Blocks of the home screen, by role of the reader. */
  readonly home?: readonly HomeBlock[];
  readonly formHints?: readonly FormHint[];
}

export interface HomeBlock {
  readonly key: string;
  /** Under a seller's day, or under the figures of everybody else. */
  readonly place: 'today' | 'overview';
  readonly order: number;
  readonly permission?: string;
  readonly Part: ComponentType;
}

let slices: readonly WebSlice[] = [];

/** The app says at start which slices there are. */
export function setWebSlices(all: readonly WebSlice[]): void {
  slices = all;
}

/** What the slices of this product bring to the screen. */
export function webSlices(): readonly WebSlice[] {
  return slices;
}

/** Panels on one kind of record for one place, in order. */
export function panelsOf(object: string, place: Panel['place']): readonly Panel[] {
  return slices
    .flatMap((slice) => slice.panels ?? [])
    .filter((panel) => panel.object === object && panel.place === place)
    .sort((one, other) => one.order - other.order);
}

/** Where the records of an object are shown, undefined if nowhere. */
export function objectLink(object: string): ObjectLink | undefined {
  return slices.flatMap((slice) => slice.objects ?? []).find((link) => link.object === object);
}

const noSwipes: RowSwipes['use'] = () => () => ({});

/** How the cards of an object's lists are swiped; the same hook for as long as the list stands. */
export function swipesOf(object: string, may: (permission: string) => boolean): RowSwipes['use'] {
  const found = slices.flatMap((slice) => slice.swipes ?? []).find((one) => one.objects.includes(object));
  return found && may(found.permission) ? found.use : noSwipes;
}

/** What is said while a record of this object is being made. */
export function formHintOf(object: string, may: (permission: string) => boolean): FormHint | undefined {
  return slices
    .flatMap((slice) => slice.formHints ?? [])
    .find((hint) => hint.object === object && may(hint.permission));
}
