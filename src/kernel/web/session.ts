import { createContext, useContext, useMemo } from 'react';
import type { Field, FieldRights, ObjectDefinition } from '#kernel/fields.ts';

/** Who is signed in and what he may do; the app fetches it once and again when rights change. */
export interface Session {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string | null;
  readonly roles: readonly { readonly key: string; readonly name: string; readonly nameEn: string }[];
  readonly permissions: readonly string[];
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly org: {
    readonly name: string;
    readonly zone: string;
    readonly currency: string;
    readonly demo: boolean;
  };
  readonly objects: readonly CatalogueObject[];
}

export interface CatalogueObject {
  readonly object: string;
  readonly fields: readonly (Omit<Field, 'type'> & {
    readonly type: string;
    readonly right: 'hidden' | 'masked' | 'read' | 'edit';
  })[];
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in, and what he may know and do. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen is drawn only for somebody signed in');
  return session;
}

/** Whether the person signed in has a permission; what needs none is for everybody. */
export function useMay(): (permission: string | undefined) => boolean {
  const { permissions } = useSession();
  return useMemo(() => {
    const all = new Set(permissions);
    return (permission) => permission === undefined || all.has(permission);
  }, [permissions]);
}

/** The object as this person may know it: his organisation's own fields are in, hidden ones are out. */
export function useDefinition(base: ObjectDefinition): { definition: ObjectDefinition; rights: FieldRights } {
  const { objects } = useSession();
  return useMemo(() => {
    const known = objects.find((one) => one.object === base.object);
    if (!known) return { definition: base, rights: {} };
    const fields = known.fields.map((field) => {
      const own = base.fields.find((one) => one.key === field.key);
      return own ?? (field as unknown as Field);
    });
    const rights = Object.fromEntries(known.fields.map((field) => [field.key, field.right]));
    return { definition: { ...base, fields }, rights };
  }, [objects, base]);
}
