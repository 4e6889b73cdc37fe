import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';

type Done = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Resolves names for a connection; a name with even one address that is not allowed is refused as a whole. */
export function publicLookup(isAllowed: (address: string) => boolean) {
  return (name: string, options: LookupOptions, done: Done): void => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const bad = found.find(({ address }) => !isAllowed(address));
      const first = found[0];
      if (bad || !first) return done(new Error(`${name} is at ${bad?.address ?? 'no address'}`), []);
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
  };
}
