import { type LucideIcon, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { isComposing } from './keyboard.ts';
import './palette.css';
import { useUiWords } from './ui-context.ts';
import { useDebouncedIme } from './use-debounced-ime.ts';

export interface PaletteItem {
  readonly key: string;
  readonly label: ReactNode;
  /** Grey, behind the name: customer, owner, amount. */
  readonly note?: ReactNode;
  readonly icon?: LucideIcon;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly key: string;
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Asked while typing; the older question is aborted. */
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;
  /** Before anything is typed: 最近打开, 动作. */
  readonly start: readonly PaletteGroup[];
}

/** Ctrl K: everything by name. Arrows choose, Enter opens, Esc gives the focus back. */
export function CommandPalette(props: CommandPaletteProps) {
  return props.open ? createPortal(<OpenPalette {...props} />, document.body) : null;
}

function usePaletteGroups({ search, start }: CommandPaletteProps, query: string): readonly PaletteGroup[] {
  const settled = useDebouncedIme(query.trim(), 80);
  const [found, setFound] = useState<readonly PaletteGroup[]>([]);
  const ask = useRef(search);
  ask.current = search;
  useEffect(() => {
    if (!settled) return;
    const abort = new AbortController();
    ask.current(settled, abort.signal).then(
      (groups) => {
        if (!abort.signal.aborted) setFound(groups.filter((group) => group.items.length > 0));
      },
      () => {
        if (!abort.signal.aborted) setFound([]);
      },
    );
    return () => abort.abort();
  }, [settled]);
  if (!query.trim()) return start.filter((group) => group.items.length > 0);
  const typed = query.trim().toLowerCase();
  // Actions and pages are matched here at once, records come from the server a moment later.
  const local = start
    .map((group) => ({
      ...group,
      items: group.items.filter(
        (item) => typeof item.label === 'string' && item.label.toLowerCase().includes(typed),
      ),
    }))
    .filter((group) => group.items.length > 0 && !found.some((one) => one.key === group.key));
  return [...found, ...local];
}

/** The focus goes back to where it was when the palette closes. */
function useFocusBack() {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
}

interface PaletteActions {
  readonly move: (step: number) => void;
  readonly open: () => void;
  readonly close: () => void;
}

function paletteKey(event: KeyboardEvent, { move, open, close }: PaletteActions): void {
  if (isComposing(event)) return;
  if (event.key === 'ArrowDown') move(1);
  else if (event.key === 'ArrowUp') move(-1);
  else if (event.key === 'Enter') open();
  else if (event.key === 'Escape') close();
  else if (event.key !== 'Tab') return;
  event.preventDefault();
  event.stopPropagation();
}

function OpenPalette(props: CommandPaletteProps) {
  const { onClose } = props;
  const words = useUiWords();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const groups = usePaletteGroups(props, query);
  const items = groups.flatMap((group) => group.items);
  const current = items[Math.min(at, items.length - 1)];
  const idOf = (item: PaletteItem | undefined) => (item ? `${listId}-${item.key}` : undefined);
  useFocusBack();
  const currentId = idOf(current);
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  function open(item: PaletteItem | undefined) {
    if (!item) return;
    onClose();
    item.run();
  }
  const move = (step: number) => setAt((now) => Math.max(0, Math.min(now + step, items.length - 1)));
  const actions: PaletteActions = { move, open: () => open(current), close: onClose };
  return (
    <PaletteBox onClose={onClose}>
      <PaletteInput
        query={query}
        // A new question starts at the first answer.
        onQuery={(next) => {
          setQuery(next);
          setAt(0);
        }}
        onKeyDown={(event) => paletteKey(event, actions)}
        listId={listId}
        currentId={currentId}
      />
      <div className="yd-palette-list" role="listbox" id={listId} aria-label={words.palette}>
        {groups.map((group) => (
          <PaletteGroupView key={group.key} group={group}>
            {group.items.map((item) => (
              <PaletteOption
                key={item.key}
                id={`${listId}-${item.key}`}
                item={item}
                chosen={item === current}
                onPoint={() => setAt(items.indexOf(item))}
                onOpen={() => open(item)}
              />
            ))}
          </PaletteGroupView>
        ))}
        {items.length === 0 && query.trim() ? <p className="yd-palette-none">{words.nothingFound}</p> : null}
      </div>
    </PaletteBox>
  );
}

function PaletteGroupView({
  group,
  children,
}: {
  readonly group: PaletteGroup;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: options in a listbox are grouped by role.
    <div role="group" aria-label={group.label}>
      <div className="yd-palette-group">{group.label}</div>
      {children}
    </div>
  );
}

function PaletteBox({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const words = useUiWords();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the box closes it, as Esc does.
    <div
      className="yd-palette-mask"
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="yd-palette" role="dialog" aria-modal="true" aria-label={words.palette}>
        {children}
        <p className="yd-palette-hint">{words.paletteHint}</p>
      </div>
    </div>
  );
}

interface PaletteInputProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly listId: string;
  readonly currentId: string | undefined;
}

function PaletteInput({ query, onQuery, onKeyDown, listId, currentId }: PaletteInputProps) {
  const words = useUiWords();
  return (
    <div className="yd-palette-line">
      <Search size={16} aria-hidden />
      <input
        // biome-ignore lint/a11y/noAutofocus: opened by a key in order to type.
        autoFocus
        value={query}
        placeholder={words.palette}
        role="combobox"
        aria-label={words.palette}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={currentId}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface PaletteOptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

function PaletteOption({ id, item, chosen, onPoint, onOpen }: PaletteOptionProps) {
  const Icon = item.icon;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input; aria-activedescendant points here.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input.
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className="yd-palette-item"
      onMouseMove={onPoint}
      onClick={onOpen}
    >
      {Icon ? <Icon size={14} aria-hidden /> : null}
      <span className="yd-ellipsis">{item.label}</span>
      {item.note ? <span className="yd-palette-note yd-ellipsis">{item.note}</span> : null}
    </div>
  );
}
