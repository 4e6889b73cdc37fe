import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { receiptObject, receivableObject } from './fields.ts';
import { paysForMine, receiptSource, receivableSource } from './queries/sources.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

const reading = ['receivables.read', 'receipts.read'];
const keeping = [...reading, 'receipts.create', 'receipts.allocate', 'receipts.reverse'];
const everybodys = { receivables: 'all', receipts: 'all' } as const;

export const slice: Slice = {
  name: 'receivables',
  objects: [receivableObject, receiptObject],
  alsoVisible: { receipts: paysForMine },
  permissions: [
    { key: 'receivables.read', label: { zh: '查看应收', en: 'See receivables' } },
    { key: 'receipts.read', label: { zh: '查看收款', en: 'See receipts' } },
    { key: 'receipts.create', label: { zh: '登记收款', en: 'Post receipts' } },
    { key: 'receipts.allocate', label: { zh: '核销与反核销', en: 'Allocate receipts and take it back' } },
    { key: 'receipts.reverse', label: { zh: '冲销收款单', en: 'Reverse receipts' } },
  ],
  presets: [
    { role: 'rep', permissions: reading, scopes: { receivables: 'self', receipts: 'self' } },
    { role: 'manager', permissions: reading, scopes: { receivables: 'teamTree', receipts: 'teamTree' } },
    { role: 'finance', permissions: keeping, scopes: everybodys },
    { role: 'admin', permissions: keeping, scopes: everybodys },
    { role: 'auditor', permissions: reading, scopes: everybodys },
  ],
  routes,
  lists: [
    { contract: contract.receivableList, source: receivableSource },
    { contract: contract.receiptList, source: receiptSource },
  ],
  reactions,
  checks,
  demo,
};
