import { serve } from '#kernel/http.ts';
import * as contract from './contract.ts';
import { listAudit, listAuditTypes } from './queries/list-audit.ts';
import { verifyAuditChain } from './queries/verify-audit-chain.ts';

export const routes = [
  serve(contract.listAudit, listAudit),
  serve(contract.listAuditTypes, listAuditTypes),
  serve(contract.verifyAuditChain, verifyAuditChain),
];
