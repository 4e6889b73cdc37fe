import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useUi } from './ui-context.ts';

export interface UiLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
}

/** A link inside the product: a plain click stays in the page, Ctrl and middle click open a tab as always. */
export function UiLink({ onClick, ...rest }: UiLinkProps) {
  const { navigate } = useUi();
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || !rest.href.startsWith('/')) return;
    event.preventDefault();
    navigate(rest.href);
  }
  // biome-ignore lint/a11y/noStaticElementInteractions: href is required by the type, so this is a real link.
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click already.
  // biome-ignore lint/a11y/useValidAnchor: see above.
  return <a {...rest} onClick={follow} />;
}
