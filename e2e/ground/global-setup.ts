import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    product: { readonly url: string; readonly password: string };
  }
}

/** One product for all journeys, started as a user starts it. A running one is taken instead with E2E_URL and E2E_PASSWORD. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { E2E_URL: url, E2E_PASSWORD: password = '' } = process.env;
  if (url) {
    provide('product', { url, password });
    return async () => undefined;
  }
  const product = await startProduct();
  provide('product', { url: product.url, password: product.password });
  return () => product.stop();
}
