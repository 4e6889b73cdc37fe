import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import './page.css';
import { useUiWords } from './ui-context.ts';
import { UiLink } from './ui-link.tsx';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageProps {
  readonly title: ReactNode;
  /** Small words beside the title: date, `数据截至 13:45`. */
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** Grade, tags, star. */
  readonly flags?: ReactNode;
  /** Rare actions as IconButton, then default buttons, then one primary. */
  readonly actions?: ReactNode;
  /** ViewTabs or PageTabs, 40 px. */
  readonly tabs?: ReactNode;
  /** Right end of the tab line: what limits the list. */
  readonly limit?: ReactNode;
  /** FigureStrip and MoneyStrip, over the whole width. */
  readonly figures?: ReactNode;
  /** FilterBar, 40 px; over the whole width when `wideFilters`. */
  readonly filters?: ReactNode;
  readonly wideFilters?: boolean;
  /** Left and right words of the 36 px footer. */
  readonly footer?: ReactNode;
  readonly footerRight?: ReactNode;
  /** RecordPanel (or any side panel), right of the list. */
  readonly panel?: ReactNode;
  /** Content scrolls by itself (default); grids, boards and RecordColumns bring their own scroll: `false`. */
  readonly scroll?: boolean;
  readonly children: ReactNode;
}

function PageHeader({ title, subtitle, crumbs = [], flags, actions }: PageProps) {
  const words = useUiWords();
  const up = crumbs.at(-1);
  return (
    <header className="yd-page-header">
      {up ? (
        <UiLink className="yd-page-back" href={up.href} aria-label={words.back}>
          <ChevronLeft size={20} aria-hidden />
        </UiLink>
      ) : null}
      {crumbs.map((crumb) => (
        <span className="yd-page-crumb" key={crumb.href}>
          <UiLink href={crumb.href}>{crumb.label}</UiLink>
          <ChevronRight size={14} aria-hidden />
        </span>
      ))}
      <h1 className="yd-page-title yd-ellipsis">{title}</h1>
      {flags ? <span className="yd-page-flags">{flags}</span> : null}
      {subtitle ? <span className="yd-page-subtitle">{subtitle}</span> : null}
      <span className="yd-page-actions">{actions}</span>
    </header>
  );
}

/** The frame of every screen: header 48, tabs 40, figures, filter bar 40, content, footer 36, side panel. */
export function Page(props: PageProps) {
  const {
    tabs,
    limit,
    figures,
    filters,
    wideFilters,
    footer,
    footerRight,
    panel,
    scroll = true,
    children,
  } = props;
  const bar = filters ? <div className="yd-page-filters">{filters}</div> : null;
  return (
    <main className="yd-page" id="main">
      <PageHeader {...props} />
      {tabs || limit ? (
        <div className="yd-page-tabs">
          {tabs}
          {limit ? <div className="yd-page-limit">{limit}</div> : null}
        </div>
      ) : null}
      {figures}
      {wideFilters ? bar : null}
      <div className="yd-page-split">
        <section className="yd-page-list" id="list" tabIndex={-1}>
          {wideFilters ? null : bar}
          <div className={scroll ? 'yd-page-content yd-scroll' : 'yd-page-content'}>{children}</div>
          {footer || footerRight ? (
            <footer className="yd-page-footer">
              <span>{footer}</span>
              <span>{footerRight}</span>
            </footer>
          ) : null}
        </section>
        {panel}
      </div>
    </main>
  );
}
