import type { ReactNode } from 'react';
import './panel.css';
import { Avatar } from './avatar.tsx';
import { Grade } from './grade.tsx';

export interface RecordHeadProps {
  readonly name: ReactNode;
  readonly grade?: string;
  readonly gradeSoft?: boolean;
  readonly flags?: ReactNode;
  readonly owner?: { readonly id: string; readonly name: string };
  /** Who and how to reach: `薛承安 · 生产总监 · 139 **** 0482`. */
  readonly line?: ReactNode;
  /** Up to three buttons, one of them primary, then 更多. */
  readonly actions?: ReactNode;
  readonly more?: ReactNode;
  /** One Notice if something will happen by itself. */
  readonly notice?: ReactNode;
  /** FactList. */
  readonly children?: ReactNode;
}

/** Top of a record panel: name, grade, owner, actions, one notice, facts. */
export function RecordHead(props: RecordHeadProps) {
  const { name, grade, gradeSoft, flags, owner, line, actions, more, notice, children } = props;
  return (
    <section className="yd-record-head">
      <div className="yd-record-name">
        <h2 className="yd-ellipsis">{name}</h2>
        {grade ? <Grade value={grade} soft={gradeSoft} /> : null}
        {flags}
        {owner ? (
          <span className="yd-record-owner">
            <Avatar id={owner.id} name={owner.name} />
          </span>
        ) : null}
      </div>
      {line ? <p className="yd-record-line">{line}</p> : null}
      {actions || more ? (
        <div className="yd-record-actions">
          {actions}
          {more ? <span className="yd-record-more">{more}</span> : null}
        </div>
      ) : null}
      {notice ? <div className="yd-record-notice">{notice}</div> : null}
      {children}
    </section>
  );
}
