import { useState } from 'react';

/** The token of the link somebody came by. It stands behind the #, and leaves the address bar and history at once. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = window.location.hash.slice(1);
    if (found) window.history.replaceState(window.history.state, '', window.location.pathname);
    return found;
  });
  return token;
}
