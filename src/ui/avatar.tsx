import './bits.css';
import { avatarColours } from './theme.ts';

/** Last character of a Chinese name, initials of a Latin one. */
export function avatarLetters(name: string): string {
  const trimmed = name.trim();
  const last = trimmed.at(-1) ?? '';
  if (/\p{Script=Han}/u.test(last)) return last;
  const parts = trimmed.split(/\s+/);
  const initials =
    parts.length > 1 ? `${parts[0]?.[0] ?? ''}${parts.at(-1)?.[0] ?? ''}` : trimmed.slice(0, 2);
  return initials.toUpperCase();
}

/** The same person has the same colour everywhere: it follows the id. */
export function avatarIndex(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % avatarColours.length;
}

export interface AvatarProps {
  readonly id: string;
  readonly name: string;
  /** 20 in rows, 24 in lists and navigation, 28 for contacts. */
  readonly size?: 20 | 24 | 28;
  /** When the name stands beside it the picture need not be read out. */
  readonly named?: boolean;
}

export function Avatar({ id, name, size = 20, named = false }: AvatarProps) {
  const look = `yd-avatar yd-avatar-${size} yd-avatar-c${avatarIndex(id)}`;
  return (
    <span className={look} role="img" aria-label={named ? undefined : name} aria-hidden={named} title={name}>
      {avatarLetters(name)}
    </span>
  );
}

/** Avatar and name, one line. */
export function Person({
  id,
  name,
  note,
}: {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}) {
  return (
    <span className="yd-person">
      <Avatar id={id} name={name} named />
      <span className="yd-ellipsis">{name}</span>
      {note ? <span className="yd-text3">{note}</span> : null}
    </span>
  );
}
