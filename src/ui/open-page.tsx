import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import './open-page.css';

export interface OpenPageProps {
  readonly brand: string;
  readonly title: string;
  readonly hint?: ReactNode;
  /** Right end of the head: language. */
  readonly tools?: ReactNode;
  /** A strip between title and form. */
  readonly notice?: ReactNode;
  /** Links under the form. */
  readonly below?: ReactNode;
  readonly children?: ReactNode;
}

/** A page for somebody who is not signed in: one question on a white sheet, no frame around it. */
export function OpenPage({ brand, title, hint, tools, notice, below, children }: OpenPageProps) {
  return (
    <main className="yd-open" id="main">
      <div className="yd-open-head">
        <BrandMark />
        <span>{brand}</span>
        <span className="yd-open-tools">{tools}</span>
      </div>
      <div className="yd-open-body">
        <header>
          <h1>{title}</h1>
          {hint ? <p>{hint}</p> : null}
        </header>
        {notice ? <div className="yd-open-note">{notice}</div> : null}
        {children}
        {below ? <div className="yd-open-below">{below}</div> : null}
      </div>
    </main>
  );
}
