import './bits.css';

/** Maturity or class. Maturity: A solid, A− soft, the rest outlined. A class (`soft`) makes even A soft. */
export function Grade({ value, soft = false }: { readonly value: string; readonly soft?: boolean }) {
  const text = value.replace('-', '−');
  const look = text === 'A' ? (soft ? 'soft' : 'solid') : text === 'A−' ? 'soft' : 'outline';
  return <span className={`yd-grade yd-grade-${look}`}>{text}</span>;
}
