import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rights, type ScopeWidth, scopeWidths } from '../model.ts';
import {
  decideAdminsLeft,
  decideAssignment,
  decidePlacing,
  decideRoleEdit,
  type Granter,
  isAbove,
} from './granting.ts';
import { uniteRights } from './uniting-rights.ts';

const role = (id: string, permissions: string[], scopes: Record<string, ScopeWidth> = {}) => ({
  id,
  permissions,
  scopes,
});
const lesser: Granter = {
  id: 'me',
  rights: { permissions: ['users.manage', 'leads.read'], scopes: { leads: 'team' } },
};
const admin: Granter = { id: 'me', rights: { permissions: ['roles.grant_any'], scopes: {} } };

describe('giving roles', () => {
  it('is allowed up to one’s own rights', () => {
    const reader = role('r', ['leads.read'], { leads: 'self' });
    expect(decideAssignment({ granter: lesser, targetId: 'you', before: [], after: [reader] })).toEqual({
      yes: { added: ['r'], removed: [] },
    });
  });
  it.each([
    ['a permission', role('r', ['leads.delete'])],
    ['a wider scope', role('r', ['leads.read'], { leads: 'teamTree' })],
    ['a scope on another object', role('r', [], { deals: 'self' })],
  ])('is refused for %s one lacks, and so is taking it away', (_what, above) => {
    expect(decideAssignment({ granter: lesser, targetId: 'you', before: [], after: [above] })).toEqual({
      no: 'role_above_own',
    });
    expect(decideAssignment({ granter: lesser, targetId: 'you', before: [above], after: [] })).toEqual({
      no: 'role_above_own',
    });
    expect(decideAssignment({ granter: admin, targetId: 'you', before: [], after: [above] })).toHaveProperty(
      'yes',
    );
  });
  it('to oneself is refused even to the administrator; giving up a role is not', () => {
    const any = role('r', []);
    expect(decideAssignment({ granter: admin, targetId: 'me', before: [], after: [any] })).toEqual({
      no: 'not_to_yourself',
    });
    expect(decideAssignment({ granter: admin, targetId: 'me', before: [any], after: [] })).toHaveProperty(
      'yes',
    );
  });
});

describe('writing roles', () => {
  it('is refused for a role one holds, and for rights one lacks', () => {
    expect(decideRoleEdit(admin, true, role('r', []), role('r', []))).toEqual({ no: 'own_role' });
    expect(decideRoleEdit(lesser, false, null, role('r', ['leads.delete']))).toEqual({
      no: 'role_above_own',
    });
    expect(decideRoleEdit(lesser, false, role('r', ['leads.delete']), role('r', []))).toEqual({
      no: 'role_above_own',
    });
    expect(decideRoleEdit(lesser, false, null, role('r', ['leads.read']))).toEqual({ yes: true });
  });
});

it('nobody but the administrator places himself in the tree', () => {
  expect(decidePlacing(lesser, 'me')).toEqual({ no: 'not_to_yourself' });
  expect(decidePlacing(lesser, 'you')).toEqual({ yes: true });
  expect(decidePlacing(admin, 'me')).toEqual({ yes: true });
});

it('an organisation keeps an administrator', () => {
  expect(decideAdminsLeft(0)).toEqual({ no: 'last_admin' });
  expect(decideAdminsLeft(1)).toEqual({ yes: true });
});

describe('uniting roles', () => {
  const rights = fc.record({
    permissions: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    scopes: fc.dictionary(fc.constantFrom('leads', 'deals'), fc.constantFrom(...scopeWidths)),
    fieldRights: fc.dictionary(
      fc.constantFrom('leads', 'deals'),
      fc.dictionary(fc.constantFrom('phone', 'name'), fc.constantFrom('hidden', 'masked', 'read', 'edit')),
    ),
  }) as fc.Arbitrary<Rights>;

  it('gives at least what each role gives, and nothing that none gives', () => {
    fc.assert(
      fc.property(fc.array(rights, { maxLength: 4 }), (roles) => {
        const united = uniteRights(roles);
        const granter = { id: 'x', rights: united };
        for (const one of roles) expect(isAbove(one, granter)).toBe(false);
        for (const key of united.permissions)
          expect(roles.some((one) => one.permissions.includes(key))).toBe(true);
        for (const [object, scope] of Object.entries(united.scopes))
          expect(roles.some((one) => one.scopes[object] === scope)).toBe(true);
      }),
    );
  });
  it('takes the most generous field right among the roles that reach the object', () => {
    const hides: Rights = {
      permissions: [],
      scopes: { leads: 'self' },
      fieldRights: { leads: { phone: 'hidden', budget: 'read' } },
    };
    const masks: Rights = {
      permissions: [],
      scopes: { leads: 'all' },
      fieldRights: { leads: { phone: 'masked' } },
    };
    const elsewhere: Rights = { permissions: [], scopes: { deals: 'all' }, fieldRights: {} };
    expect(uniteRights([hides, masks]).fieldRights).toEqual({ leads: { phone: 'masked' } });
    expect(uniteRights([hides, elsewhere]).fieldRights).toEqual({
      leads: { phone: 'hidden', budget: 'read' },
    });
  });
});
